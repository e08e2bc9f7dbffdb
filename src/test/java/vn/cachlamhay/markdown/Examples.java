package vn.cachlamhay.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the examples that stand in the test resources as data. Stateless. */
public final class Examples {

  private Examples() {}

  /** An example: a name, what goes in, what comes out. */
  public record Case(String name, String input, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An example of the specification that is rendered otherwise, and why. */
  record Deviation(int number, String section, String parser, String reason) {}

  /**
   * The cases of a file: a line {@code === name}, the input, a line {@code .}, the output. An arrow
   * stands for a tab.
   */
  public static List<Case> cases(String resource) throws IOException {
    var cases = new ArrayList<Case>();
    for (String part : text(resource).split("(?m)^=== ")) {
      if (part.isBlank() || part.startsWith("#")) {
        continue;
      }
      int nameEnd = part.indexOf('\n');
      String[] halves = part.substring(nameEnd + 1).split("(?m)^\\.\n", 2);
      if (halves.length != 2) {
        throw new IOException(resource + ": no line \".\" in: " + part);
      }
      cases.add(
          new Case(
              part.substring(0, nameEnd).strip(), tabs(halves[0]), tabs(halves[1]).strip() + "\n"));
    }
    return cases;
  }

  static List<Deviation> deviations() throws IOException {
    var deviations = new ArrayList<Deviation>();
    for (String line : text("/markdown/commonmark-deviations.tsv").lines().toList()) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        deviations.add(new Deviation(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3]));
      }
    }
    return deviations;
  }

  static String tabs(String text) {
    return text.replace('→', '\t');
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = Examples.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no such resource: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
