package vn.cachlamhay.search;

/**
 * Several lines of text as one: what ends without a mark is told from what follows by a dot. Signs
 * that would move a terminal's cursor become blanks. For one thread.
 */
final class PlainText {

  private static final String ENDS = ".!?:;…";

  private final StringBuilder text = new StringBuilder();
  private String gap = "";

  void add(String more) {
    add(more, 0, more.length());
  }

  void add(String more, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = more.charAt(at);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        widen(c == '\n');
      } else {
        end();
        text.append(c);
      }
    }
  }

  /** Blanks stand only between words, so they wait for the next. */
  private void widen(boolean lineEnds) {
    if (!text.isEmpty()) {
      boolean isOpen = lineEnds && ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
      gap = isOpen || gap.equals(" · ") ? " · " : " ";
    }
  }

  /** Where the next word begins. */
  int end() {
    text.append(gap);
    gap = "";
    return text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
