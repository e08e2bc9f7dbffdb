package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a table as Markdown, columns of numbers to the right. Immutable and thread-safe. */
final class TableWriter {

  private static final Pattern NUMBER =
      Pattern.compile("[-–−+±~≈<>]?\\s*\\d[\\d.,\\s]*(?:\\s*(?:%|‰|đ|ha|kg|km|tỷ|triệu))?");
  private static final Pattern NOTHING = Pattern.compile("[-–—−./x…\\s]*");

  private final LineWriter lines;

  TableWriter(LineWriter lines) {
    this.lines = lines;
  }

  String write(Block.Table table) {
    List<List<List<Inline>>> rows = table.rows();
    int columns = rows.get(0).size();
    var out = new ArrayList<String>();
    out.add(row(rows.get(0), true));
    var marks = new StringBuilder("|");
    for (int column = 0; column < columns; column++) {
      marks.append(isNumbers(rows, column) ? "---:|" : "---|");
    }
    out.add(marks.toString());
    for (List<List<Inline>> row : rows.subList(1, rows.size())) {
      out.add(row(row, false));
    }
    return String.join("\n", out);
  }

  private String row(List<List<Inline>> cells, boolean header) {
    var out = new StringBuilder("|");
    for (List<Inline> cell : cells) {
      // the first row is bold already
      String text =
          header
              ? lines.writePlain(cell, LineWriter.Place.CELL)
              : lines.write(cell, LineWriter.Place.CELL);
      out.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
    }
    return out.toString();
  }

  private static boolean isNumbers(List<List<List<Inline>>> rows, int column) {
    // the first column says what a row is about, be it a year
    boolean any = false;
    if (column == 0) {
      return false;
    }
    for (List<List<Inline>> row : rows.subList(1, rows.size())) {
      String text = LineWriter.text(row.get(column));
      boolean number = NUMBER.matcher(text).matches();
      if (!number && !NOTHING.matcher(text).matches()) {
        return false;
      }
      any |= number;
    }
    return any;
  }
}
