package vn.cachlamhay.richtext;

import java.util.List;

/** Writes a line as Markdown. Immutable and thread-safe. */
final class LineWriter {

  /** Where a line stands. */
  enum Place {
    TEXT,
    HEADING,
    CELL
  }

  /** Begins and ends the number of a picture in a finished text, until the picture has a name. */
  static final char PICTURE = '\ufdd0';

  static final char END = '\ufdd1';

  private final int firstNote;

  /**
   * @param firstNote the number of the first note
   */
  LineWriter(int firstNote) {
    this.firstNote = firstNote;
  }

  /** The Markdown of a line; empty where there is nothing to see. */
  String write(List<Inline> inlines, Place place) {
    return write(new Line(inlines, place == Place.HEADING), place);
  }

  /** Likewise, without bold letters. */
  String writePlain(List<Inline> inlines, Place place) {
    return write(new Line(inlines, true), place);
  }

  /** The words of a line without any mark. */
  static String text(List<Inline> inlines) {
    String letters = new LineText(inlines).letters().toString();
    return letters.replace('\n', ' ').replace(String.valueOf(LineText.ATOM), "").strip();
  }

  /** The Markdown of a picture; its address is a number between two marks. */
  static String picture(int number, String alt, String caption) {
    String title = caption.isEmpty() ? "" : " \"" + escaped(caption).replace("\"", "\\\"") + '"';
    return "![" + escaped(alt) + "](" + PICTURE + number + END + title + ")";
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char before = i == 0 ? LineText.ATOM : text.charAt(i - 1);
      char after = i + 1 == text.length() ? LineText.ATOM : text.charAt(i + 1);
      if (EscapedText.isMark(text, i, before, after, true, false)) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  private String write(Line line, Place place) {
    var out = new StringBuilder();
    String text = line.letters().letters().toString();
    int special = -1;
    boolean brackets = place == Place.CELL || line.hasCrossedBrackets();
    int closing = place == Place.HEADING ? closingHashes(text) : -1;
    for (int i = 0; i < text.length(); i++) {
      openAndClose(line, i, out);
      char c = text.charAt(i);
      if (place == Place.TEXT && (i == 0 || text.charAt(i - 1) == '\n')) {
        special = specialAt(line, text, i);
      }
      if (c == '\n') {
        out.append(place == Place.CELL ? "<br>" : place == Place.HEADING ? " " : "\\\n");
      } else if (c == LineText.ATOM) {
        out.append(atom(line.letters().origin(i)));
      } else {
        // in a table a bracket would look for its other half in the next cell
        boolean pipe = c == '|' && place == Place.CELL || brackets && "[]".indexOf(c) >= 0;
        boolean hash = i == closing;
        if (i == special || pipe || hash || isMark(line, text, i)) {
          out.append('\\');
        }
        out.append(line.quote(i));
      }
    }
    openAndClose(line, text.length(), out);
    return out.toString();
  }

  /** Where the line that begins here needs a backslash at its beginning. */
  private static int specialAt(Line line, String text, int start) {
    boolean marked =
        line.isBold(start) || line.isItalic(start) || !line.letters().link(start).isEmpty();
    if (marked
        || line.letters().look(start).struck()
        || line.letters().look(start).raise() != Look.Raise.NONE) {
      return -1;
    }
    int end = text.indexOf('\n', start);
    String rest = text.substring(start, end < 0 ? text.length() : end);
    int at = EscapedText.markAtStart(rest.length() > 200 ? rest.substring(0, 200) : rest);
    return at < 0 ? -1 : start + at;
  }

  /** Hashes at the end of a heading would be taken for its end. */
  private static int closingHashes(String text) {
    int start = text.length();
    while (start > 0 && text.charAt(start - 1) == '#') {
      start--;
    }
    return start == text.length() ? -1 : start;
  }

  private static boolean isMark(Line line, String text, int i) {
    char before = !line.isSame(i - 1, i) ? LineText.ATOM : i == 0 ? '\n' : text.charAt(i - 1);
    boolean last = i + 1 == text.length();
    char after = !line.isSame(i, i + 1) ? LineText.ATOM : last ? '\n' : text.charAt(i + 1);
    boolean afterNote = i > 0 && text.charAt(i - 1) == LineText.ATOM;
    return EscapedText.isMark(text, i, before, after, !line.letters().link(i).isEmpty(), afterNote);
  }

  private String atom(Inline inline) {
    if (inline instanceof Inline.Note note) {
      return "[^" + (firstNote + note.number() - 1) + "]";
    }
    return inline instanceof Inline.Image image ? picture(image.number(), image.alt(), "") : "";
  }

  /** The marks between the letter before a place and the one after it. */
  private static void openAndClose(Line line, int at, StringBuilder out) {
    boolean outer = line.isBold(at - 1) != line.isBold(at);
    boolean inner = outer || line.isItalic(at - 1) != line.isItalic(at);
    boolean links = inner || !line.letters().link(at - 1).equals(line.letters().link(at));
    boolean tags =
        links
            || line.letters().look(at - 1).struck() != line.letters().look(at).struck()
            || line.letters().look(at - 1).raise() != line.letters().look(at).raise();
    if (tags) {
      close(line, at - 1, outer, inner, links, out);
      open(line, at, outer, inner, links, out);
    }
  }

  private static void close(
      Line line, int at, boolean outer, boolean inner, boolean links, StringBuilder out) {
    Look look = line.letters().look(at);
    out.append(look.raise() == Look.Raise.NONE ? "" : "</" + look.raise().tag() + ">");
    out.append(look.struck() ? "</s>" : "");
    out.append(
        links && !line.letters().link(at).isEmpty() ? "](" + line.letters().link(at) + ")" : "");
    out.append(inner && line.isItalic(at) ? "*" : "");
    out.append(outer && line.isBold(at) ? "**" : "");
  }

  private static void open(
      Line line, int at, boolean outer, boolean inner, boolean links, StringBuilder out) {
    Look look = line.letters().look(at);
    out.append(outer && line.isBold(at) ? "**" : "");
    out.append(inner && line.isItalic(at) ? "*" : "");
    out.append(links && !line.letters().link(at).isEmpty() ? "[" : "");
    out.append(look.struck() ? "<s>" : "");
    out.append(look.raise() == Look.Raise.NONE ? "" : "<" + look.raise().tag() + ">");
  }
}
