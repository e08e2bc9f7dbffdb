package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pairs of a query count in the articles, and how rare they are. A pair between two others
 * that are both more frequent only joins two words, as "nạp đảng" does in "kết nạp đảng viên"; it
 * is rare because words meet by chance, and counts as the rarer of these two. For one ranking.
 */
final class PairValues {

  private static final int NEVER = Integer.MAX_VALUE;

  private final List<Pair> pairs = new ArrayList<>();

  private record Pair(int rarity, int[] values) {}

  /** Takes the value of a pair in an article. */
  interface Sink {
    /**
     * A value.
     *
     * @param rarity of the pair, as it counts
     */
    void value(int article, int rarity, int value);
  }

  /** Adds the next pair of the query. */
  void add(int rarity, int[] values) {
    pairs.add(new Pair(rarity == 0 ? NEVER : rarity, values.clone()));
  }

  /** A word of the query makes no pair with the one before. */
  void addNone() {
    pairs.add(new Pair(NEVER, new int[0]));
  }

  /** Goes through all pairs, and the articles that have them. */
  void forEach(Sink sink) {
    for (int i = 0; i < pairs.size(); i++) {
      int rarity = Math.min(rarity(i), Math.max(rarity(i - 1), rarity(i + 1)));
      int[] values = pairs.get(i).values;
      for (int article = 0; article < values.length; article++) {
        if (values[article] > 0) {
          sink.value(article, rarity, values[article]);
        }
      }
    }
  }

  private int rarity(int number) {
    return number < 0 || number == pairs.size() ? NEVER : pairs.get(number).rarity;
  }
}
