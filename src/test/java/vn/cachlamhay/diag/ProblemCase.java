package vn.cachlamhay.diag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case of the problem specification in {@code resources/problems}: the files of a tiny site and
 * the report that a check of it must give. Its text is
 *
 * <pre>
 * ######## what the case is about
 * ======== path of a file
 * its lines
 * ======== report
 * the whole report in Vietnamese
 * ======== report en
 * the whole report in English
 * </pre>
 *
 * After a path, {@code | bytes} says that {@code \xNN} stands for a byte and <code>\\uNNNN</code>
 * for a character, {@code | add} puts the lines before those of the base site, {@code | none} takes
 * a file of the base site away. In a report, {@code ‹SITE›} stands for the site folder and {@code
 * ‹ANY›} for words of others (FreeMarker, YAML) that are not ours to fix. Immutable.
 *
 * @param file the specification file
 * @param name what the case is about
 * @param sections by their headline, in no order
 */
record ProblemCase(String file, String name, Map<String, String> sections) {

  static final String REPORT = "report";
  static final String ENGLISH_REPORT = "report en";

  private static final Path FOLDER = Path.of("src/test/resources/problems");
  private static final String BASE = "base.txt";
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))");

  /** All cases of all files; the base site is the first. */
  static List<ProblemCase> all() throws IOException {
    var cases = new ArrayList<>(read(FOLDER.resolve(BASE)));
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith(BASE)) {
          cases.addAll(read(file));
        }
      }
    }
    return cases;
  }

  /** The report as a pattern. */
  Pattern reportPattern(String headline) {
    return Pattern.compile(
        Stream.of(report(headline).split("‹ANY›", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^\n]*")));
  }

  /** The report that the case wants, without line ends after it. */
  String report(String headline) {
    return sections.get(headline).strip();
  }

  /** Makes the site. */
  void makeSite(Path site) throws IOException {
    for (ProblemCase layer : List.of(read(FOLDER.resolve(BASE)).get(0), this)) {
      for (Map.Entry<String, String> section : layer.sections().entrySet()) {
        if (!section.getKey().startsWith(REPORT)) {
          String[] headline = section.getKey().split(" \\| ");
          make(
              site.resolve(headline[0]),
              headline.length > 1 ? headline[1] : "",
              section.getValue());
        }
      }
    }
  }

  private static void make(Path target, String how, String text) throws IOException {
    Files.createDirectories(target.getParent());
    switch (how) {
      case "" -> Files.writeString(target, text);
      // of a key that is there twice the first counts
      case "add" -> Files.writeString(target, text + Files.readString(target));
      case "bytes" -> Files.write(target, unescape(text));
      case "none" -> delete(target);
      default -> throw new IllegalArgumentException(how);
    }
  }

  /** The file, and its folder when nothing else is in it. */
  private static void delete(Path file) throws IOException {
    Files.delete(file);
    try (Stream<Path> others = Files.list(file.getParent())) {
      if (others.findAny().isEmpty()) {
        Files.delete(file.getParent());
      }
    }
  }

  private static byte[] unescape(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    int from = 0;
    while (escape.find()) {
      bytes.write(text.substring(from, escape.start()).getBytes(StandardCharsets.UTF_8));
      if (escape.group(1) != null) {
        bytes.write(Integer.parseInt(escape.group(1), 16));
      } else {
        String character = Character.toString(Integer.parseInt(escape.group(2), 16));
        bytes.write(character.getBytes(StandardCharsets.UTF_8));
      }
      from = escape.end();
    }
    bytes.write(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static List<ProblemCase> read(Path file) throws IOException {
    var cases = new ArrayList<ProblemCase>();
    String section = null;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("######## ")) {
        var sections = new TreeMap<String, String>();
        cases.add(new ProblemCase(file.getFileName().toString(), line.substring(9), sections));
        section = null;
      } else if (line.startsWith("======== ")) {
        section = line.substring(9);
        cases.get(cases.size() - 1).sections().put(section, "");
      } else if (section != null) {
        cases.get(cases.size() - 1).sections().merge(section, line + "\n", String::concat);
      }
    }
    return cases;
  }

  @Override
  public String toString() {
    return file.replace(".txt", "") + ": " + name;
  }
}
