package vn.cachlamhay.model;

/** A long text that need not be in memory until it is asked for. Thread-safe. */
public interface LongText {

  /** The empty text. */
  LongText EMPTY = of("");

  /** The text itself. */
  String read();

  /** Equal where the texts are; known without reading. */
  Digest digest();

  /** A text that is in memory. */
  static LongText of(String text) {
    return new InMemory(text, Digest.of(text));
  }

  /** See {@link #of}. */
  record InMemory(String text, Digest digest) implements LongText {
    @Override
    public String read() {
      return text;
    }
  }
}
