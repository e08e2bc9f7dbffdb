package vn.cachlamhay.search;

/**
 * That a word or a pair stands in an article, as one number, so that sorting numbers puts those of
 * an owner, a kind of line, another word and an article side by side, the best place last.
 * Stateless.
 */
final class PostingCode {

  private static final int NEXT_BITS = 2;
  private static final int PLACE_BITS = 2;
  private static final int MARK_BITS = PLACE_BITS + NEXT_BITS;
  private static final int ARTICLE_BITS = 18;
  private static final int WORD_BITS = 20;
  private static final int KIND_BITS = 2;

  /** Articles that a segment can hold. */
  static final int MOST_ARTICLES = 1 << ARTICLE_BITS;

  private PostingCode() {}

  /**
   * The number.
   *
   * @param next what comes after a pair: {@link Next}; 0 after a word
   */
  static long of(int owner, Line.Kind kind, int other, int article, int place, int next) {
    return (((((long) owner << KIND_BITS | kind.ordinal()) << WORD_BITS | other) << ARTICLE_BITS
                | article)
            << MARK_BITS)
        | place << NEXT_BITS
        | next;
  }

  static int next(long code) {
    return (int) code & (1 << NEXT_BITS) - 1;
  }

  static int place(long code) {
    return (int) (code >>> NEXT_BITS) & (1 << PLACE_BITS) - 1;
  }

  static int article(long code) {
    return (int) (code >>> MARK_BITS) & (1 << ARTICLE_BITS) - 1;
  }

  static int other(long code) {
    return (int) (code >>> MARK_BITS + ARTICLE_BITS) & (1 << WORD_BITS) - 1;
  }

  static int kind(long code) {
    return (int) (code >>> MARK_BITS + ARTICLE_BITS + WORD_BITS) & (1 << KIND_BITS) - 1;
  }

  static int owner(long code) {
    return (int) (code >>> MARK_BITS + ARTICLE_BITS + WORD_BITS + KIND_BITS);
  }

  /** The same for all articles and places: what one line of a shard is about. */
  static long line(long code) {
    return code >>> MARK_BITS + ARTICLE_BITS;
  }

  /** The same for all places in one article, and all that comes after. */
  static long withoutMarks(long code) {
    return code >>> MARK_BITS;
  }

  /** The same with other marks. */
  static long with(long code, int place, int next) {
    return code >>> MARK_BITS << MARK_BITS | place << NEXT_BITS | next;
  }
}
