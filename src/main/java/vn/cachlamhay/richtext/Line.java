package vn.cachlamhay.richtext;

import java.util.Arrays;
import java.util.List;

/**
 * A line letter by letter, with white space tidied and with marks only where Markdown understands
 * them: not around spaces, not where one kind of emphasis touches another, not between a letter and
 * a punctuation mark. For one line and one thread.
 */
final class Line {

  private final LineText letters;
  private final boolean[] bold;
  private final boolean[] italic;
  private final boolean[] alone;

  /**
   * @param inlines of the source
   * @param plain without bold letters, as in headings
   */
  Line(List<Inline> inlines, boolean plain) {
    letters = new LineText(inlines);
    bold = new boolean[letters.length()];
    italic = new boolean[letters.length()];
    for (int i = 0; i < bold.length; i++) {
      if (letters.origin(i) instanceof Inline.Words words) {
        bold[i] = !plain && words.look().bold();
        italic[i] = words.look().italic();
      }
    }
    settle();
    alone = new boolean[bold.length];
    findAlone();
  }

  LineText letters() {
    return letters;
  }

  boolean isBold(int index) {
    return index >= 0 && index < bold.length && bold[index];
  }

  boolean isItalic(int index) {
    return index >= 0 && index < italic.length && italic[index];
  }

  /** Whether no mark stands between two letters. */
  boolean isSame(int index, int next) {
    return isBold(index) == isBold(next)
        && isItalic(index) == isItalic(next)
        && letters.link(index).equals(letters.link(next))
        && letters.look(index).struck() == letters.look(next).struck()
        && letters.look(index).raise() == letters.look(next).raise();
  }

  /**
   * A letter; a straight quotation mark whose other half stands on the other side of a mark for
   * bold or italic is the curly one that the portal would make of it: it would lose the mark.
   */
  char quote(int index) {
    char c = letters.charAt(index);
    if (c != '"' && c != '\'' || !alone[index]) {
      return c;
    }
    boolean opens =
        index == 0 || letters.isBlank(index - 1) || "([{".indexOf(letters.charAt(index - 1)) >= 0;
    if (c == '"') {
      return opens ? '\u201c' : '\u201d';
    }
    return opens ? '\u2018' : '\u2019';
  }

  /** Whether brackets and marks for bold or italic stand so that one could break the other. */
  boolean hasCrossedBrackets() {
    int open = 0;
    boolean crossed = false;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      boolean mark = i > 0 && !isEven(i - 1, i);
      crossed |= mark && open != 0;
      if (c == '[' || c == ']') {
        open += c == '[' ? 1 : -1;
        char after = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
        crossed |= open < 0 || mark || !isEven(i, i + 1) || "^([".indexOf(after) >= 0;
      }
    }
    return (crossed || open != 0) && isMarked();
  }

  private boolean isMarked() {
    for (int i = 0; i < bold.length; i++) {
      if (bold[i] || italic[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a quotation mark stands an odd number of times between two marks. */
  private void findAlone() {
    int start = 0;
    for (int end = 1; end <= letters.length(); end++) {
      if (end == letters.length() || !isEven(end - 1, end)) {
        if (start > 0 || end < letters.length()) {
          findAlone(start, end, '"');
          findAlone(start, end, '\'');
        }
        start = end;
      }
    }
  }

  private void findAlone(int start, int end, char quote) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += letters.charAt(i) == quote ? 1 : 0;
    }
    for (int i = start; i < end && count % 2 == 1; i++) {
      alone[i] |= letters.charAt(i) == quote;
    }
  }

  private boolean isEven(int one, int other) {
    return isBold(one) == isBold(other) && isItalic(one) == isItalic(other);
  }

  private void settle() {
    for (boolean[] marks : List.of(bold, italic)) {
      wholeLinks(marks);
      bridgeSpaces(marks);
    }
    separate();
    shrink(bold, new boolean[bold.length]);
    shrink(italic, bold);
  }

  /** Emphasis changes at the ends of links only. */
  private void wholeLinks(boolean[] marks) {
    for (int start = 0; start < marks.length; start++) {
      int end = letters.linkEnd(start);
      if (end > start) {
        boolean all = true;
        for (int i = start; i < end; i++) {
          all &= marks[i] || letters.isBlank(i);
        }
        Arrays.fill(marks, start, end, all);
        start = end - 1;
      }
    }
  }

  /** A space is marked where both its neighbours are. */
  private void bridgeSpaces(boolean[] marks) {
    for (int i = 0; i < marks.length; i++) {
      if (letters.isBlank(i) && letters.link(i).isEmpty()) {
        boolean between = i > 0 && marks[i - 1] && i + 1 < marks.length && marks[i + 1];
        marks[i] = between && letters.charAt(i) == ' ';
      }
    }
  }

  /** Where bold and italic touch without a space, italic gives way. */
  private void separate() {
    for (int start = 0; start < italic.length; start++) {
      if (!italic[start]) {
        continue;
      }
      int end = start;
      while (end < italic.length && italic[end]) {
        end++;
      }
      boolean touches = start > 0 && bold[start - 1] && !letters.isBlank(start - 1);
      touches |= end < bold.length && bold[end] && !letters.isBlank(end);
      // three marks in a row do not open within a word
      touches |= bold[start] && isTight(start, start - 1) || bold[end - 1] && isTight(end - 1, end);
      for (int i = start + 1; i < end; i++) {
        touches |= bold[i] != bold[i - 1] && !letters.isBlank(i) && !letters.isBlank(i - 1);
      }
      if (touches) {
        Arrays.fill(italic, start, end, false);
      }
      start = end;
    }
  }

  /** Whether three marks between these letters would not be understood. */
  private boolean isTight(int inner, int outer) {
    boolean touching = outer >= 0 && outer < letters.length() && letters.charAt(outer) != ' ';
    return touching && (isWordLike(outer) || isPunctuation(inner));
  }

  /**
   * Takes from the ends of marked words what Markdown would not let a mark stand beside.
   *
   * @param cuts marks at whose ends these end too
   */
  private void shrink(boolean[] marks, boolean[] cuts) {
    for (int start = 0; start < marks.length; start++) {
      if (!marks[start]) {
        continue;
      }
      int end = start;
      while (end < marks.length && marks[end] && cuts[end] == cuts[start]) {
        end++;
      }
      int from = start;
      while (from < end && (letters.isBlank(from) || isPunctuation(from) && isWordLike(from - 1))) {
        int next = Math.max(from + 1, letters.linkEnd(from));
        Arrays.fill(marks, from, Math.min(next, end), false);
        from = next;
      }
      int to = end;
      while (to > from && (letters.isBlank(to - 1) || isPunctuation(to - 1) && isWordLike(to))) {
        int previous = Math.min(to - 1, letters.linkStart(to - 1));
        Arrays.fill(marks, Math.max(previous, from), to, false);
        to = previous;
      }
      start = end - 1;
    }
  }

  /** As the parser will see it: with the brackets of links and the marks of raised letters. */
  private boolean isPunctuation(int index) {
    if (!letters.link(index).isEmpty()
        || !letters.look(index).withBold(false).withItalic(false).equals(Look.PLAIN)) {
      return true;
    }
    char c = letters.charAt(index);
    return !letters.isBlank(index) && !Character.isLetterOrDigit(c);
  }

  /** Neither a space nor what every parser takes for punctuation. */
  private boolean isWordLike(int index) {
    if (index < 0 || index >= letters.length() || letters.isBlank(index)) {
      return false;
    }
    char c = letters.charAt(index);
    boolean surely = c < 0x80 && !Character.isLetterOrDigit(c) || c == LineText.ATOM;
    return !surely && (!isPunctuation(index) || letters.link(index).isEmpty());
  }
}
