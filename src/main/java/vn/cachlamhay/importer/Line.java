package vn.cachlamhay.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.cachlamhay.text.VietnameseText;

/**
 * A line letter by letter, with white space tidied and with marks only where Markdown understands
 * them: not around spaces, not where one kind of emphasis touches another, not between a letter and
 * a punctuation mark. For one line and one thread.
 */
final class Line {

  /** Stands for a picture or a note; no text has it. */
  static final char ATOM = '\ufdd2';

  private final StringBuilder letters = new StringBuilder();
  private final List<Inline> origins = new ArrayList<>();
  private final boolean[] bold;
  private final boolean[] italic;
  private final boolean[] alone;

  /**
   * @param inlines of the source
   * @param plain without bold letters, as in headings
   */
  Line(List<Inline> inlines, boolean plain) {
    for (Inline inline : inlines) {
      add(inline);
    }
    while (!letters.isEmpty() && isBlank(letters.length() - 1)) {
      removeLast();
    }
    BareAddress.linkIn(letters, origins);
    bold = new boolean[letters.length()];
    italic = new boolean[letters.length()];
    for (int i = 0; i < bold.length; i++) {
      if (origins.get(i) instanceof Inline.Words words) {
        bold[i] = !plain && words.look().bold();
        italic[i] = words.look().italic();
      }
    }
    settle();
    alone = new boolean[bold.length];
    findAlone();
  }

  int length() {
    return letters.length();
  }

  CharSequence letters() {
    return letters;
  }

  Inline origin(int index) {
    return origins.get(index);
  }

  boolean isBold(int index) {
    return index >= 0 && index < bold.length && bold[index];
  }

  boolean isItalic(int index) {
    return index >= 0 && index < italic.length && italic[index];
  }

  /** Whether every word is bold, as in the first row of most tables. */
  boolean isAllBold() {
    for (int i = 0; i < bold.length; i++) {
      if (!bold[i] && !isBlank(i)) {
        return false;
      }
    }
    return bold.length > 0;
  }

  /** Whether no mark stands between two letters. */
  boolean isSame(int index, int next) {
    return isBold(index) == isBold(next)
        && isItalic(index) == isItalic(next)
        && link(index).equals(link(next))
        && look(index).struck() == look(next).struck()
        && look(index).raise() == look(next).raise();
  }

  String link(int index) {
    return index >= 0
            && index < origins.size()
            && origins.get(index) instanceof Inline.Words words
            && letters.charAt(index) != '\n'
        ? words.link()
        : "";
  }

  Look look(int index) {
    return index >= 0
            && index < origins.size()
            && origins.get(index) instanceof Inline.Words words
            && letters.charAt(index) != '\n'
        ? words.look()
        : Look.PLAIN;
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
        index == 0 || isBlank(index - 1) || "([{".indexOf(letters.charAt(index - 1)) >= 0;
    if (c == '"') {
      return opens ? '\u201c' : '\u201d';
    }
    return opens ? '\u2018' : '\u2019';
  }

  /** Whether a bracket and its other half stand on two sides of a mark for bold or italic. */
  boolean hasCrossedBrackets() {
    int open = 0;
    for (int i = 0; i <= letters.length(); i++) {
      if (i > 0 && (i == letters.length() || !isEven(i - 1, i))) {
        if (open != 0) {
          return isMarked();
        }
      }
      char c = i < letters.length() ? letters.charAt(i) : ' ';
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    return false;
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

  private void add(Inline inline) {
    if (inline instanceof Inline.Words words) {
      addWords(VietnameseText.nfc(words.text()), words);
    } else if (inline instanceof Inline.Break) {
      while (!letters.isEmpty() && letters.charAt(letters.length() - 1) == ' ') {
        removeLast();
      }
      if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != '\n') {
        add('\n', inline);
      }
    } else {
      add(ATOM, inline);
    }
  }

  private void addWords(String text, Inline.Words words) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SpecialLetters.isSpace(c)) {
        boolean first = letters.isEmpty() || isBlank(letters.length() - 1);
        if (!first) {
          add(' ', words);
        }
      } else if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (pair) {
          add(c, words);
          add(text.charAt(++i), words);
        }
      } else {
        String plain = SpecialLetters.plain(c);
        for (int k = 0; k < plain.length(); k++) {
          add(plain.charAt(k), words);
        }
      }
    }
  }

  private void add(char c, Inline origin) {
    letters.append(c);
    origins.add(origin);
  }

  private void removeLast() {
    letters.setLength(letters.length() - 1);
    origins.remove(origins.size() - 1);
  }

  private boolean isBlank(int index) {
    char c = letters.charAt(index);
    return c == ' ' || c == '\n';
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
      int end = linkEnd(start);
      if (end > start) {
        boolean all = true;
        for (int i = start; i < end; i++) {
          all &= marks[i] || isBlank(i);
        }
        Arrays.fill(marks, start, end, all);
        start = end - 1;
      }
    }
  }

  /** A space is marked where both its neighbours are. */
  private void bridgeSpaces(boolean[] marks) {
    for (int i = 0; i < marks.length; i++) {
      if (isBlank(i) && link(i).isEmpty()) {
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
      boolean touches = start > 0 && bold[start - 1] && !isBlank(start - 1);
      touches |= end < bold.length && bold[end] && !isBlank(end);
      // three marks in a row do not open within a word
      touches |= bold[start] && isTight(start, start - 1) || bold[end - 1] && isTight(end - 1, end);
      for (int i = start + 1; i < end; i++) {
        touches |= bold[i] != bold[i - 1] && !isBlank(i) && !isBlank(i - 1);
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
      while (from < end && (isBlank(from) || isPunctuation(from) && isWordLike(from - 1))) {
        int next = Math.max(from + 1, linkEnd(from));
        Arrays.fill(marks, from, Math.min(next, end), false);
        from = next;
      }
      int to = end;
      while (to > from && (isBlank(to - 1) || isPunctuation(to - 1) && isWordLike(to))) {
        int previous = Math.min(to - 1, linkStart(to - 1));
        Arrays.fill(marks, Math.max(previous, from), to, false);
        to = previous;
      }
      start = end - 1;
    }
  }

  /** As the parser will see it: with the brackets of links and the marks of raised letters. */
  private boolean isPunctuation(int index) {
    if (!link(index).isEmpty()
        || !look(index).withBold(false).withItalic(false).equals(Look.PLAIN)) {
      return true;
    }
    char c = letters.charAt(index);
    return !isBlank(index) && !Character.isLetterOrDigit(c);
  }

  /** Neither a space nor what every parser takes for punctuation. */
  private boolean isWordLike(int index) {
    if (index < 0 || index >= letters.length() || isBlank(index)) {
      return false;
    }
    char c = letters.charAt(index);
    boolean surely = c < 0x80 && !Character.isLetterOrDigit(c) || c == ATOM;
    return !surely && (!isPunctuation(index) || link(index).isEmpty());
  }

  private int linkEnd(int start) {
    int end = start;
    while (end < letters.length() && !link(start).isEmpty() && link(end).equals(link(start))) {
      end++;
    }
    return end;
  }

  private int linkStart(int last) {
    int start = last;
    while (start > 0 && !link(last).isEmpty() && link(start - 1).equals(link(last))) {
      start--;
    }
    return start;
  }
}
