package vn.cachlamhay.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Words that come with the program: a row a line, cells between bars. Stateless. */
final class WordTable {

  private WordTable() {}

  /**
   * The rows of a table.
   *
   * @throws UncheckedIOException where the program is not whole
   */
  static List<List<String>> rows(String name) {
    try (InputStream in = WordTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(Predicate.not(String::isEmpty))
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\\s*\\|\\s*")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the rows whose first cell is this: the words in the others, as {@link Letters#key}. */
  static Set<String> keys(List<List<String>> rows, String first) {
    return rows.stream()
        .filter(row -> row.get(0).equals(first))
        .flatMap(row -> row.stream().skip(1))
        .map(Letters::key)
        .collect(Collectors.toUnmodifiableSet());
  }
}
