package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/**
 * The tables of a Markdown text and its other lines, with the lines of the file on which they
 * stand: what is told to editors names the row that they wrote. Immutable.
 *
 * @param tables in the order of the text
 * @param prose lines outside of tables, code, comments and footnotes that have a number
 */
record MarkdownTables(List<Table> tables, List<Line> prose) {

  /**
   * A table.
   *
   * @param headings the cells of its first row
   * @param caption the line {@code [caption]} below it; may be empty
   * @param line of its first row
   */
  record Table(List<String> headings, List<Row> rows, String caption, int line) {

    /** The cells of all rows. */
    List<List<String>> cells() {
      return rows.stream().map(Row::cells).toList();
    }
  }

  /** A row of a table, its cells in plain words. */
  record Row(List<String> cells, int line) {}

  /**
   * A line of the text.
   *
   * @param markup as written
   */
  record Line(String markup, int line) {

    /** In plain words. */
    String text() {
      return plain(markup);
    }
  }

  private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~)");
  private static final Pattern DELIMITER = Pattern.compile("[\\s|:-]*-[\\s|:-]*+");
  private static final Pattern CAPTION = Pattern.compile("\\[([^\\]\\[^][^\\]\\[]*)\\]");
  private static final Pattern NOTE = Pattern.compile("^\\s*\\[\\^[^\\]]{1,60}\\]:");
  private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^[^\\]\\[]{1,60}\\]");
  private static final Pattern LINK =
      Pattern.compile("(!?)\\[([^\\]\\[]{0,400})\\]\\([^()\\s]{0,400}(?:\\s[^()]{0,400})?\\)");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,400}>|&nbsp;");
  private static final Pattern MARK =
      Pattern.compile("\\*{1,3}|`|(?<!\\p{L})_{1,2}|_{1,2}(?!\\p{L})");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  /**
   * Reads a text.
   *
   * @param markup as written
   * @param firstLine the line of the file on which it begins
   */
  static MarkdownTables of(String markup, int firstLine) {
    List<String> lines = markup.lines().toList();
    var tables = new ArrayList<Table>();
    var prose = new ArrayList<Line>();
    boolean code = false;
    boolean comment = false;
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      boolean fence = FENCE.matcher(line).find();
      code = fence != code;
      comment = line.contains("<!--") || comment;
      boolean hidden = code || fence || comment;
      comment = comment && line.lastIndexOf("-->") <= line.lastIndexOf("<!--");
      int end = hidden ? at : tableEnd(lines, at);
      if (end > at) {
        tables.add(table(lines, at, end, firstLine));
        at = end;
      } else {
        if (!hidden && hasDigit(line) && !NOTE.matcher(line).find()) {
          prose.add(new Line(line, firstLine + at));
        }
        at++;
      }
    }
    return new MarkdownTables(List.copyOf(tables), List.copyOf(prose));
  }

  private static boolean hasDigit(String line) {
    return line.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Behind the last row of the table that begins on a line; that line where none begins. */
  private static int tableEnd(List<String> lines, int at) {
    boolean begins =
        at + 1 < lines.size()
            && lines.get(at).indexOf('|') >= 0
            && lines.get(at + 1).indexOf('|') >= 0
            && DELIMITER.matcher(lines.get(at + 1)).matches()
            && split(lines.get(at)).size() == split(lines.get(at + 1)).size();
    if (!begins) {
      return at;
    }
    int end = at + 2;
    while (end < lines.size() && lines.get(end).indexOf('|') >= 0) {
      end++;
    }
    return end < lines.size() && CAPTION.matcher(lines.get(end).strip()).matches() ? end + 1 : end;
  }

  private static Table table(List<String> lines, int start, int end, int firstLine) {
    var rows = new ArrayList<Row>();
    String caption = "";
    for (int i = start + 2; i < end; i++) {
      var matcher = CAPTION.matcher(lines.get(i).strip());
      if (matcher.matches()) {
        caption = plain(matcher.group(1));
      } else {
        rows.add(new Row(split(lines.get(i)), firstLine + i));
      }
    }
    return new Table(split(lines.get(start)), List.copyOf(rows), caption, firstLine + start);
  }

  private static List<String> split(String line) {
    String row = line.strip();
    int from = row.startsWith("|") ? 1 : 0;
    var cells = new ArrayList<String>();
    for (int i = from; i < row.length(); i++) {
      if (row.charAt(i) == '\\') {
        i++;
      } else if (row.charAt(i) == '|') {
        cells.add(plain(row.substring(from, i)));
        from = i + 1;
      }
    }
    if (from < row.length()) {
      cells.add(plain(row.substring(from)));
    }
    return List.copyOf(cells);
  }

  /** Without what marks letters and links. */
  private static String plain(String markup) {
    String text = NOTE_MARK.matcher(markup).replaceAll("");
    text = LINK.matcher(text).replaceAll(link -> link.group(1).isEmpty() ? "$2" : "");
    text = TAG.matcher(text).replaceAll(" ");
    text = MARK.matcher(text).replaceAll("");
    return VietnameseText.tidy(ESCAPED.matcher(text).replaceAll("$1"));
  }
}
