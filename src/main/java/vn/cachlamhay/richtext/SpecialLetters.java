package vn.cachlamhay.richtext;

/** Letters that word processors write and that a text on a page does without. Stateless. */
final class SpecialLetters {

  /** Of the fonts Symbol and Wingdings, as Word writes them: what they look like. */
  private static final String SYMBOLS =
      "\uf0b7\u2022\uf0a7\u25aa\uf0d8\u27a2\uf0fc\u2713\uf0e0\u2192\uf0ae\u2192\uf0b3\u2265"
          + "\uf0a3\u2264\uf0b1\u00b1\uf0b4\u00d7\uf0b8\u00f7\uf0b0\u00b0\uf0b9\u2260\uf0fe\u2611"
          + "\uf06f\u2610\uf0a8\u25a1\uf076\u2756\uf071\u2751\uf0e8\u2794\uf02d\u2212\uf02d\u2212";

  private SpecialLetters() {}

  /** Any kind of white space, also the kind that does not break. */
  static boolean isSpace(char c) {
    return c <= ' ' && (c == ' ' || c >= '\t' && c <= '\r')
        || c == '\u00a0'
        || c == '\u1680'
        || c >= '\u2000' && c <= '\u200a'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000';
  }

  /** Whether there is nothing to see. */
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c) && !plain(c).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  static String withoutSpaceAtEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** What to write for a letter: itself, what it looks like, or nothing. */
  static String plain(char c) {
    boolean control = c < ' ' || c >= 0x7f && c < 0xa0;
    boolean invisible =
        c == '\u00ad'
            || c >= '\u200b' && c <= '\u200f'
            || c >= '\u202a' && c <= '\u202e'
            || c >= '\u2060' && c <= '\u206f'
            || c == '\ufeff'
            || c >= '\ufff0' && c <= '\ufffb'
            || c >= '\ufdd0' && c <= '\ufdef'
            || c >= '\ufffe';
    if (control || invisible) {
      return "";
    }
    if (c == '\u2011') {
      return "-";
    }
    if (c >= '\uf020' && c <= '\uf0ff') {
      int at = SYMBOLS.indexOf(c);
      return at >= 0 && at % 2 == 0 ? SYMBOLS.substring(at + 1, at + 2) : "";
    }
    return String.valueOf(c);
  }
}
