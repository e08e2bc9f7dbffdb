package vn.cachlamhay.search;

/**
 * Lists of articles as text: an entry is the gap to the article before, times four, plus the {@link
 * Field#place place} where the word stands; written in base 32, lowest digit first, with the 64
 * letters of base64url, of which the upper half says that more digits follow. Stateless.
 */
final class Postings {

  /** The letters, by value. */
  static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final int CLASSES = 4;
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
     */
    void entry(int article, int place);
  }

  /** Writes a list; articles have to come in their order. */
  static final class Writer {

    private final StringBuilder out;
    private int before = -1;

    Writer(StringBuilder out) {
      this.out = out;
    }

    void add(int article, int place) {
      number((article - before - 1) * CLASSES + place, out);
      before = article;
    }
  }

  /** Writes a number. */
  static void number(int number, StringBuilder out) {
    int left = number;
    for (; left >= 32; left >>>= 5) {
      out.append(DIGITS.charAt(32 + (left & 31)));
    }
    out.append(DIGITS.charAt(left));
  }

  /** Goes through a list. */
  static void read(String text, int from, int to, Sink sink) {
    int article = -1;
    int at = from;
    while (at < to) {
      int value = 0;
      int shift = 0;
      int digit = VALUES[text.charAt(at++)];
      while (digit >= 32) {
        value |= (digit - 32) << shift;
        shift += 5;
        digit = VALUES[text.charAt(at++)];
      }
      value |= digit << shift;
      article += value / CLASSES + 1;
      sink.entry(article, value % CLASSES);
    }
  }
}
