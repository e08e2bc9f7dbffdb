package vn.cachlamhay.richtext;

import java.util.regex.Pattern;

/**
 * Puts a backslash before what Markdown would take for a mark, and before nothing else. Stateless.
 */
final class EscapedText {

  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});");

  /** Alone on a line: a line across the page, the underline of a heading or of a table's head. */
  private static final Pattern ONLY_MARKS = Pattern.compile("[-=_*+|:\\s]+");

  private static final Pattern HASHES = Pattern.compile("#{1,6}( .*|)");
  private static final Pattern FENCE = Pattern.compile("~~~.*");
  private static final Pattern BULLET = Pattern.compile("[-+*]( .*|)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}[.)]( .*|)");

  private EscapedText() {}

  /** Whether HTML takes what begins here for a reference to a character. */
  static boolean isReference(String text, int at) {
    return REFERENCE.matcher(text).region(at, text.length()).lookingAt();
  }

  /**
   * Whether a letter needs a backslash wherever in a line it stands.
   *
   * @param text of the line
   * @param before the letter before it, {@link LineText#ATOM} where a mark stands between
   * @param after the letter after it, likewise
   * @param inLink whether it stands in the words of a link
   * @param afterNote whether a note ends right before it
   */
  static boolean isMark(
      String text, int at, char before, char after, boolean inLink, boolean afterNote) {
    char c = text.charAt(at);
    if (c == '\\') {
      // before anything else it stands for itself
      return after != ' ' && !Character.isLetterOrDigit(after);
    }
    if (c == '`') {
      return true;
    }
    if (c == '*') {
      return !(before == ' ' && after == ' ');
    }
    if (c == '_') {
      boolean inside = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      return !inside && !(before == ' ' && after == ' ');
    }
    if (c == '<') {
      return before == '<'
          || Character.isLetter(after)
          || "/!?<".indexOf(after) >= 0
          || after == LineText.ATOM;
    }
    if (c == '>') {
      return before == '>' || after == '>' || before == '<';
    }
    if (c == '&') {
      return isReference(text, at);
    }
    if (c == '[') {
      return inLink || after == '^' || after == LineText.ATOM;
    }
    if (c == ']') {
      return inLink || after == '(' || after == '[' || after == LineText.ATOM;
    }
    if (c == '^') {
      return inLink && before == LineText.ATOM;
    }
    if (c == '!') {
      return after == LineText.ATOM || after == '[';
    }
    return afterNote && "([:".indexOf(c) >= 0;
  }

  /**
   * Where in a line its beginning needs a backslash; -1 where it needs none.
   *
   * @param line without what comes before and after it
   */
  static int markAtStart(String line) {
    if (line.isEmpty()) {
      return -1;
    }
    char first = line.charAt(0);
    if (NUMBER.matcher(line).matches()) {
      int at = 0;
      while (Character.isDigit(line.charAt(at))) {
        at++;
      }
      return at;
    }
    boolean mark =
        first == '>'
            || first == '[' && line.contains("]:")
            || HASHES.matcher(line).matches()
            || FENCE.matcher(line).matches()
            || BULLET.matcher(line).matches()
            || ONLY_MARKS.matcher(line).matches() && line.indexOf(' ') != 0;
    return mark ? 0 : -1;
  }
}
