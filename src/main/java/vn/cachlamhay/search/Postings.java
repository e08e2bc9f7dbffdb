package vn.cachlamhay.search;

/**
 * Lists of articles as text: an entry is the gap to the article before, times four, plus the {@link
 * Field#place place} where the word stands; of a pair, that times four, plus what comes {@link Next
 * next}; written in base 32, highest digit first (2 % smaller compressed than the other way round),
 * with the 64 letters of base64url, of which the upper half says that more digits follow.
 * Stateless.
 */
final class Postings {

  /** The letters, by value. */
  static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final int PLACES = 4;
  private static final int NEXTS = 4;
  private static final byte[] VALUES = new byte[128];

  static {
    for (int i = 0; i < DIGITS.length(); i++) {
      VALUES[DIGITS.charAt(i)] = (byte) i;
    }
  }

  private Postings() {}

  /** Takes the entries of a list. */
  interface Sink {
    /**
     * An entry.
     *
     * @param article counted from the first of the segment
     * @param place where the word stands, 0 to 3
     * @param next what comes after a pair; 0 after a word
     */
    void entry(int article, int place, int next);
  }

  /** Writes a list; articles have to come in their order. */
  static final class Writer {

    private final int nexts;
    private final StringBuilder out;
    private int before = -1;

    Writer(Line.Kind kind, StringBuilder out) {
      this.nexts = nexts(kind);
      this.out = out;
    }

    void add(int article, int place, int next) {
      number(((article - before - 1) * PLACES + place) * nexts + next, out);
      before = article;
    }
  }

  private static int nexts(Line.Kind kind) {
    return kind == Line.Kind.SINGLE ? 1 : NEXTS;
  }

  /** Writes a number. */
  static void number(int number, StringBuilder out) {
    int digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(number) + 4) / 5);
    for (int shift = 5 * (digits - 1); shift > 0; shift -= 5) {
      out.append(DIGITS.charAt(32 + (number >>> shift & 31)));
    }
    out.append(DIGITS.charAt(number & 31));
  }

  /** Goes through the list of a line. */
  static void read(Line.Kind kind, String text, Sink sink) {
    int nexts = nexts(kind);
    int article = -1;
    int at = 0;
    while (at < text.length()) {
      int value = 0;
      int digit = VALUES[text.charAt(at++)];
      while (digit >= 32) {
        value = value << 5 | digit - 32;
        digit = VALUES[text.charAt(at++)];
      }
      value = value << 5 | digit;
      article += value / nexts / PLACES + 1;
      sink.entry(article, value / nexts % PLACES, value % nexts);
    }
  }
}
