package vn.cachlamhay.search;

/**
 * That a word or a pair stands in an article, as one number, so that sorting numbers sorts them by
 * owner, kind of line, other word, article and place. Stateless.
 */
final class PostingCode {

  private static final int PLACE_BITS = 2;
  private static final int ARTICLE_BITS = 19;
  private static final int WORD_BITS = 20;
  private static final int KIND_BITS = 2;

  /** Articles that a segment can hold. */
  static final int MOST_ARTICLES = 1 << ARTICLE_BITS;

  private PostingCode() {}

  static long of(int owner, Line.Kind kind, int other, int article, int place) {
    return (((((long) owner << KIND_BITS | kind.ordinal()) << WORD_BITS | other) << ARTICLE_BITS
                | article)
            << PLACE_BITS)
        | place;
  }

  static int place(long code) {
    return (int) code & (1 << PLACE_BITS) - 1;
  }

  static int article(long code) {
    return (int) (code >> PLACE_BITS) & (1 << ARTICLE_BITS) - 1;
  }

  static int other(long code) {
    return (int) (code >> PLACE_BITS + ARTICLE_BITS) & (1 << WORD_BITS) - 1;
  }

  static int kind(long code) {
    return (int) (code >> PLACE_BITS + ARTICLE_BITS + WORD_BITS) & (1 << KIND_BITS) - 1;
  }

  static int owner(long code) {
    return (int) (code >> PLACE_BITS + ARTICLE_BITS + WORD_BITS + KIND_BITS);
  }

  /** The same for all articles and places: what one line of a shard is about. */
  static long line(long code) {
    return code >> PLACE_BITS + ARTICLE_BITS;
  }

  /** The same for all places in one article. */
  static long withoutPlace(long code) {
    return code >> PLACE_BITS;
  }
}
