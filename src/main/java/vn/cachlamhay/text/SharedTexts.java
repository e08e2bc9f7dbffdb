package vn.cachlamhay.text;

/**
 * Gives one of equal texts, mostly: of two that want the same slot the later one stays. Thousands
 * of articles repeat the same keys, names and addresses. Thread-safe: a text that another thread
 * has put there is as good as one's own, and none is ever half there.
 */
public final class SharedTexts {

  /** Longer ones are seldom equal. */
  private static final int LONGEST = 400;

  private final String[] slots;

  /**
   * @param bits the binary logarithm of how many slots there are
   */
  public SharedTexts(int bits) {
    slots = new String[1 << bits];
  }

  /** The text, or one that equals it. */
  public String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & slots.length - 1;
    String known = slots[slot];
    if (text.equals(known)) {
      return known;
    }
    slots[slot] = text;
    return text;
  }
}
