package vn.cachlamhay.search;

/** How much it says that an article has a word or a pair. Stateless. */
final class Rarity {

  private Rarity() {}

  /** Eight times the binary logarithm of (articles + some) / some, between powers on a line. */
  static int of(int articles, int some) {
    long ratio = (articles + (long) some) * 256 / some;
    int power = 63 - Long.numberOfLeadingZeros(ratio);
    return 8 * power + (int) (((ratio - (1L << power)) * 8) >> power) - 64;
  }
}
