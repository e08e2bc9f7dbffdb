package vn.cachlamhay.cache;

/**
 * Gives one of equal texts, mostly: of two that want the same slot the later one stays. What is
 * read from the cache repeats keys, names and addresses a hundred times. Thread-safe: a text that
 * another thread has put there is as good as one's own, and none is ever half there.
 */
final class SharedTexts {

  /** Longer ones are seldom equal. */
  private static final int LONGEST = 400;

  private final String[] texts = new String[1 << 20];

  /** The text, or one that equals it. */
  String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & texts.length - 1;
    String known = texts[slot];
    if (text.equals(known)) {
      return known;
    }
    texts[slot] = text;
    return text;
  }
}
