package vn.cachlamhay.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two texts beside each other, line by line. Immutable.
 *
 * @param rows in their order; of a changed line, what it was stands before what it is
 */
public record Comparison(List<Row> rows) {

  /** What is with a line. */
  public enum Kind {
    SAME,
    /** Only in the newer text. */
    ADDED,
    /** Only in the older text. */
    REMOVED;

    /** As the editor's page calls it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A line without its line end. */
  public record Row(Kind kind, String line) {}

  public Comparison {
    rows = List.copyOf(rows);
  }

  /** Compares texts with single line feeds. */
  public static Comparison of(String older, String newer) {
    List<String> before = older.lines().toList();
    List<String> after = newer.lines().toList();
    var rows = new ArrayList<Row>();
    int at = 0;
    for (LineDiff.Change change : LineDiff.between(before, after)) {
      add(rows, Kind.SAME, before.subList(at, change.oldFrom()));
      add(rows, Kind.REMOVED, before.subList(change.oldFrom(), change.oldTo()));
      add(rows, Kind.ADDED, after.subList(change.newFrom(), change.newTo()));
      at = change.oldTo();
    }
    add(rows, Kind.SAME, before.subList(at, before.size()));
    return new Comparison(rows);
  }

  private static void add(List<Row> rows, Kind kind, List<String> lines) {
    lines.forEach(line -> rows.add(new Row(kind, line)));
  }
}
