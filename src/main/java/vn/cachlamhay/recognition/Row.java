package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.richtext.Passage;

/**
 * What a reader sees on a line: a passage, or what stands between two breaks of it. Immutable.
 *
 * @param passage it is in
 * @param start its first letter in the passage
 * @param text its letters, stripped
 */
record Row(Passage passage, int start, String text) {

  /** A longer line is never a title, a name, a date or furniture. */
  static final int SHORT = 300;

  private static final int PROSE = 80;
  private static final int PROSE_WORDS = 14;

  /** The lines of passages in their order; empty ones are left out, pictures are kept. */
  static List<Row> of(List<Passage> passages) {
    var rows = new ArrayList<Row>();
    for (Passage passage : passages) {
      String text = passage.text();
      if (passage.kind() == Passage.Kind.PICTURE) {
        rows.add(new Row(passage, 0, text.strip()));
      } else {
        int from = 0;
        while (from <= text.length()) {
          int end = text.indexOf('\n', from);
          end = end < 0 ? text.length() : end;
          add(passage, from, end, rows);
          from = end + 1;
        }
      }
    }
    return rows;
  }

  private static void add(Passage passage, int from, int end, List<Row> rows) {
    String line = passage.text().substring(from, end);
    String text = line.strip();
    if (!text.isEmpty()) {
      rows.add(new Row(passage, from + line.indexOf(text), text));
    }
  }

  int end() {
    return start + text.length();
  }

  Passage.Kind kind() {
    return passage.kind();
  }

  boolean isPicture() {
    return passage.kind() == Passage.Kind.PICTURE;
  }

  boolean isShort() {
    return text.length() <= SHORT;
  }

  /** Whether it stands in the run of the text and not in a table or a note. */
  boolean runs() {
    return kind() != Passage.Kind.CELL && kind() != Passage.Kind.NOTE && !isPicture();
  }

  /** Whether it is text to read, by its length and its end. */
  boolean isProse() {
    if (!runs() || kind() == Passage.Kind.HEADING) {
      return false;
    }
    // a name may stand behind the last sentence
    boolean within = text.length() >= PROSE + PROSE / 2 && text.contains(". ");
    boolean sentence = Letters.endsSentence(text) && text.length() >= PROSE || within;
    boolean atLeast = text.length() >= Row.SHORT || sentence;
    return atLeast && Letters.words(text, PROSE_WORDS) >= PROSE_WORDS && !Letters.capitals(text);
  }
}
