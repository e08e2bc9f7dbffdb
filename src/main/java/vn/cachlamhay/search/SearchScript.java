package vn.cachlamhay.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The script that searches in the reader's browser. It reads what {@link Scripts} writes and ranks
 * as {@link Ranking} does, so it belongs to the program and not to the site. Its parts lie in
 * {@code script/} beside this class, one after the other in one scope; what only people read stays
 * behind. Stateless.
 */
final class SearchScript {

  private static final List<String> PARTS =
      List.of(
          "letters",
          "query",
          "index",
          "understanding",
          "keys",
          "ranking",
          "looking",
          "loading",
          "page",
          "excerpt",
          "suggestions",
          "events");

  private static final String SPEAKING = "{([,;";

  private SearchScript() {}

  /**
   * The whole script, without indentation, empty lines, lines that are comments, and ends of lines
   * that say nothing because a sign before them tells that a statement ends or goes on.
   */
  static String text() {
    return PARTS.stream()
        .flatMap(part -> read("script/" + part + ".js").lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .map(line -> SPEAKING.indexOf(line.charAt(line.length() - 1)) < 0 ? line + '\n' : line)
        .collect(Collectors.joining("", "(self => {'use strict';", "})(self);\n"));
  }

  private static String read(String resource) {
    try (InputStream in = SearchScript.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
