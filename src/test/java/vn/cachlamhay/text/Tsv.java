package vn.cachlamhay.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a table of test data: cells between tabs, {@code #} lines are comments. Stateless. */
public final class Tsv {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private Tsv() {}

  /** The rows of a resource; {@code ∅} becomes the empty text, an escape its character. */
  public static List<List<String>> rows(String resource) {
    try (InputStream in = Tsv.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.isEmpty())
          .map(line -> Arrays.stream(line.split("\t", -1)).map(Tsv::cell).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String written) {
    String plain = written.equals("∅") ? "" : written;
    return ESCAPE
        .matcher(plain)
        .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
  }
}
