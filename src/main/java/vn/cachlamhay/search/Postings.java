package vn.cachlamhay.search;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

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

    private void add(Cursor entry) {
      add(entry.article, entry.place(), entry.next());
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
    var entries = new Cursor(kind, text);
    while (entries.advance()) {
      sink.entry(entries.article, entries.place(), entries.next());
    }
  }

  /** Whether one of some articles is in the list of a line. */
  static boolean hasAny(Line.Kind kind, String text, BitSet articles) {
    byte[] list = text.getBytes(StandardCharsets.ISO_8859_1);
    return !only(kind, list, 0, list.length, articles).isEmpty();
  }

  /** The entries of some articles in the list of a line, which stands in a longer text. */
  static String only(Line.Kind kind, byte[] text, int from, int to, BitSet articles) {
    StringBuilder out = null;
    Writer writer = null;
    var entries = new Cursor(kind, text, from, to);
    int end = articles.length();
    while (entries.advance() && entries.article < end) {
      if (articles.get(entries.article)) {
        if (writer == null) {
          out = new StringBuilder();
          writer = new Writer(kind, out);
        }
        writer.add(entries);
      }
    }
    return out == null ? "" : out.toString();
  }

  /**
   * A list with other entries of some articles.
   *
   * @param articles whose entries go
   * @param entries those that take their places; of these articles only
   */
  static String replaced(Line.Kind kind, String text, BitSet articles, String entries) {
    var out = new StringBuilder(text.length() + entries.length());
    var writer = new Writer(kind, out);
    var kept = new Cursor(kind, text);
    var added = new Cursor(kind, entries);
    boolean more = added.advance();
    while (kept.advance()) {
      for (; more && added.article <= kept.article; more = added.advance()) {
        writer.add(added);
      }
      if (!articles.get(kept.article)) {
        writer.add(kept);
      }
    }
    for (; more; more = added.advance()) {
      writer.add(added);
    }
    return out.toString();
  }

  /** Stands at an entry of a list. */
  private static final class Cursor {

    private final int nexts;
    private final byte[] text;
    private final int end;
    private int at;
    private int article = -1;
    private int marks;

    Cursor(Line.Kind kind, String text) {
      this(kind, text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    Cursor(Line.Kind kind, byte[] text, int from, int to) {
      this.nexts = nexts(kind);
      this.text = text;
      this.at = from;
      this.end = to;
    }

    /** Goes to the next entry; false at the end. */
    boolean advance() {
      if (at == end) {
        return false;
      }
      int value = 0;
      int digit = VALUES[text[at++]];
      while (digit >= 32) {
        value = value << 5 | digit - 32;
        digit = VALUES[text[at++]];
      }
      value = value << 5 | digit;
      article += value / (nexts * PLACES) + 1;
      marks = value % (nexts * PLACES);
      return true;
    }

    int place() {
      return marks / nexts;
    }

    int next() {
      return marks % nexts;
    }
  }
}
