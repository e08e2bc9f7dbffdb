package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A line in which some letters are others. Stateless. */
final class EditedLine {

  private EditedLine() {}

  /**
   * The line; empty where no word, picture or note is left.
   *
   * @param edits that do not overlap
   * @throws IndexOutOfBoundsException where the line is shorter
   */
  static List<Inline> of(List<Inline> inlines, List<Edit> edits) {
    var line = new LineText(inlines);
    var changed = new ArrayList<Inline>();
    int from = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      if (edit.start() < from || edit.end() > line.length()) {
        throw new IndexOutOfBoundsException(edit + " in " + line.letters());
      }
      copy(line, from, edit.start(), changed);
      if (!edit.text().isEmpty()) {
        int like = edit.start() < edit.end() ? edit.start() : edit.start() - 1;
        changed.add(new Inline.Words(edit.text(), line.look(like), line.link(like)));
      }
      from = edit.end();
    }
    copy(line, from, line.length(), changed);
    boolean empty = new LineText(changed).length() == 0;
    return empty ? List.of() : changed;
  }

  /** Letters of one origin stay together. */
  private static void copy(LineText line, int start, int end, List<Inline> out) {
    int from = start;
    while (from < end) {
      int to = from + 1;
      while (to < end && line.origin(to) == line.origin(from)) {
        to++;
      }
      if (line.origin(from) instanceof Inline.Words words) {
        String text = line.letters().subSequence(from, to).toString();
        out.add(new Inline.Words(text, words.look(), words.link()));
      } else {
        for (int i = from; i < to; i++) {
          out.add(line.origin(i));
        }
      }
      from = to;
    }
  }
}
