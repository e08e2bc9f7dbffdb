package vn.cachlamhay.diag;

import java.util.Comparator;

/**
 * A place in a source file. Immutable.
 *
 * @param file path below the site folder with {@code /} between its parts
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted in UTF-16 units from 1; 0 for the line as a whole
 */
public record SourcePos(String file, int line, int column) implements Comparable<SourcePos> {

  private static final Comparator<SourcePos> ORDER =
      Comparator.comparing(SourcePos::file)
          .thenComparingInt(SourcePos::line)
          .thenComparingInt(SourcePos::column);

  /** The file as a whole. */
  public static SourcePos ofFile(String file) {
    return new SourcePos(file, 0, 0);
  }

  @Override
  public int compareTo(SourcePos other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, without the parts that are not known. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
