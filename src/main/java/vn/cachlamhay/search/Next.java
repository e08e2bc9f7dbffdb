package vn.cachlamhay.search;

/**
 * What comes after a pair of neighbours in an article, as a set of two kinds of words: enough to
 * tell most articles that have two pairs of a phrase in different places from those that have the
 * phrase. {@code script/ranking.js} does the same. Stateless.
 */
final class Next {

  /** Any word. */
  static final int ANY = 3;

  private Next() {}

  /** The set with one word, given in its exact form: a bit for its kind. */
  static int of(String exact) {
    return 1 << (exact.charAt(0) + exact.length() & 1);
  }
}
