package vn.cachlamhay.jbake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The lines of a content file as JBake's parsers look at them before they decide whether there is a
 * header. Immutable.
 *
 * @param lines of the whole file
 * @param separator the line that ends a header
 */
record HeaderLines(List<String> lines, String separator) {

  /** The lines of a file; bytes that the encoding does not know are replaced, as in JBake. */
  static HeaderLines of(byte[] bytes, Charset encoding, String separator) {
    String text = new String(bytes, encoding);
    return new HeaderLines(
        (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList(), separator);
  }

  /** The line that ends the header; empty where there is none. */
  OptionalInt end() {
    int end = lines.indexOf(separator);
    return end < 0 ? OptionalInt.empty() : OptionalInt.of(end);
  }

  /**
   * The first line above the separator that is not {@code key=value}, where others are: a slip in a
   * header. Where no line has an equals sign the separator is taken for part of a text.
   */
  OptionalInt slip() {
    List<String> above = lines.subList(0, end().orElse(0));
    boolean header = above.stream().anyMatch(line -> line.contains("="));
    return header
        ? IntStream.range(0, above.size())
            .filter(i -> !above.get(i).isEmpty() && !above.get(i).contains("="))
            .findFirst()
        : OptionalInt.empty();
  }

  /** The last line of the header with a key, in whatever capitals; empty where there is none. */
  OptionalInt lastLineOf(String key) {
    return IntStream.range(0, end().orElse(0))
        .filter(i -> key.equalsIgnoreCase(lines.get(i).split("=", 2)[0].trim()))
        .reduce((first, second) -> second);
  }

  /** The value on a line of the header. */
  String value(int line) {
    return lines.get(line).substring(lines.get(line).indexOf('=') + 1).trim();
  }
}
