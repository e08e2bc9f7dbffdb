package vn.cachlamhay.edit;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.VietnameseText;

/**
 * The lines of a file with the line end of each, so that the file can be put together again byte
 * for byte. They are the lines that {@code content.SourceText} makes of it. Immutable.
 *
 * @param bom whether a byte order mark stands before the first
 */
record FileLines(boolean bom, List<Line> lines) {

  /**
   * A line.
   *
   * @param raw as it was written, not always composed
   * @param end {@code \n}, {@code \r\n} or {@code \r}; empty where the file ends
   */
  record Line(String raw, String end) {

    /** As the reader of articles sees it. */
    String text() {
      return VietnameseText.nfc(raw);
    }
  }

  FileLines {
    lines = List.copyOf(lines);
  }

  /** The lines of a text. */
  static FileLines of(String text) {
    boolean bom = text.startsWith("\ufeff");
    var lines = new ArrayList<Line>();
    int start = bom ? 1 : 0;
    while (start < text.length()) {
      int stop = start;
      while (stop < text.length() && text.charAt(stop) != '\n' && text.charAt(stop) != '\r') {
        stop++;
      }
      int next = stop;
      if (next < text.length()) {
        next += text.startsWith("\r\n", stop) ? 2 : 1;
      }
      lines.add(new Line(text.substring(start, stop), text.substring(stop, next)));
      start = next;
    }
    return new FileLines(bom, lines);
  }

  /** The whole text as it stands in the file. */
  String join() {
    var text = new StringBuilder(bom ? "\ufeff" : "");
    lines.forEach(line -> text.append(line.raw()).append(line.end()));
    return text.toString();
  }

  /** The line end that most lines have. */
  String usualEnd() {
    String usual = "\n";
    long most = 0;
    for (String end : List.of("\n", "\r\n", "\r")) {
      long count = lines.stream().filter(line -> line.end().equals(end)).count();
      if (count > most) {
        usual = end;
        most = count;
      }
    }
    return usual;
  }

  /** A file of these lines; those that lack a line end they now need get one. */
  FileLines with(List<Line> wanted) {
    String end = usualEnd();
    var whole = new ArrayList<Line>(wanted);
    for (int i = 0; i < whole.size(); i++) {
      Line line = whole.get(i);
      boolean last = i == whole.size() - 1;
      // a last line without letters and without an end would not be there
      if (line.end().isEmpty() && (!last || line.raw().isEmpty())) {
        whole.set(i, new Line(line.raw(), end));
      } else if (line.end().equals("\r") && !last && isLineFeed(whole.get(i + 1), end)) {
        // with the line feed of the blank line that now follows it would be one line end
        whole.set(i, new Line(line.raw(), "\r\n"));
      }
    }
    return new FileLines(bom, whole);
  }

  /**
   * Some lines of the file after an edit: where the text of a line is what it was, so are its
   * bytes.
   *
   * @param old lines of this file
   * @param texts composed, without line ends
   */
  List<Line> merged(List<Line> old, List<String> texts) {
    List<String> before = old.stream().map(Line::text).toList();
    boolean open = !old.isEmpty() && old.get(old.size() - 1).end().isEmpty();
    var lines = new ArrayList<Line>();
    int at = 0;
    for (LineDiff.Change change : LineDiff.between(before, texts)) {
      lines.addAll(old.subList(at, change.oldFrom()));
      for (int i = change.newFrom(); i < change.newTo(); i++) {
        int replaced = change.oldFrom() + i - change.newFrom();
        String end =
            replaced < change.oldTo() ? old.get(replaced).end() : endAfter(lines, usualEnd());
        boolean last = i == texts.size() - 1;
        lines.add(new Line(texts.get(i), last && open ? "" : end));
      }
      at = change.oldTo();
    }
    lines.addAll(old.subList(at, old.size()));
    return lines;
  }

  private static boolean isLineFeed(Line line, String usual) {
    return line.raw().isEmpty() && (line.end().isEmpty() ? usual : line.end()).equals("\n");
  }

  private static String endAfter(List<Line> lines, String usual) {
    String end = lines.isEmpty() ? "" : lines.get(lines.size() - 1).end();
    return end.isEmpty() ? usual : end;
  }
}
