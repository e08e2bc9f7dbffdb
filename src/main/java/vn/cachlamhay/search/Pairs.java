package vn.cachlamhay.search;

/** The lines about two neighbours of a query, in all forms that may stand for them. Stateless. */
final class Pairs {

  private Pairs() {}

  /** Takes a line. */
  interface Sink {
    /**
     * A pair.
     *
     * @param first exact form of the first word
     * @param second exact form of the second
     * @param quality how well both stand for what was typed: as the worse of the two
     * @param text its articles
     * @param from number of the segment's oldest article
     */
    void pair(String first, String second, int quality, String text, int from);
  }

  /** Goes through the lines that are loaded. */
  static void of(Index index, Wanted a, Wanted b, Sink sink) {
    for (String first : a.folded()) {
      for (String second : b.folded()) {
        boolean bySecond = index.syllables().isOwnedBySecond(first, second);
        Line.Kind kind = bySecond ? Line.Kind.AFTER : Line.Kind.BEFORE;
        for (Index.Owner owner : index.owners(bySecond ? second : first)) {
          for (Index.Pair pair : owner.pairs()) {
            if (pair.kind() == kind
                && pair.folded().equals(bySecond ? first : second)
                && !(pair.apart() && b.term().quoted())) {
              String one = bySecond ? pair.exact() : owner.exact();
              String two = bySecond ? owner.exact() : pair.exact();
              int quality = Math.min(a.quality(one, first), b.quality(two, second));
              if (quality > 0) {
                sink.pair(one, two, quality, pair.text(), owner.first());
              }
            }
          }
        }
      }
    }
  }
}
