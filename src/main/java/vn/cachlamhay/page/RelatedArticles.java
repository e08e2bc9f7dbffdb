package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Term;

/**
 * Chooses related articles: those that share places, topics or tags, and among them the nearest in
 * time on each shared shelf. Only near neighbours come into question, one that is newer and some
 * that are older, so a new article changes what is related to a few others, not to all. Immutable
 * and thread-safe.
 */
final class RelatedArticles {

  private static final int NEWER = 1;
  private static final int OLDER = 4;
  private static final int PLACE = 5;
  private static final int TOPIC = 3;
  private static final int ABOVE = 1;
  private static final int TAG = 2;

  private final UnaryOperator<Term> canonical;
  private final List<Article> listed;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<Object, int[]> shelves = new HashMap<>();

  /**
   * @param listed newest first
   * @param canonical the one tag for all spellings of a tag
   */
  RelatedArticles(List<Article> listed, UnaryOperator<Term> canonical) {
    this.listed = listed;
    this.canonical = canonical;
    var lists = new HashMap<Object, ArrayList<Integer>>();
    for (int rank = 0; rank < listed.size(); rank++) {
      Article article = listed.get(rank);
      ranks.put(article.source(), rank);
      for (Object key : weights(article).keySet()) {
        lists.computeIfAbsent(key, k -> new ArrayList<>()).add(rank);
      }
    }
    lists.forEach(
        (key, list) -> shelves.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The best few, best first, without those that the page shows already. */
  List<Article> to(Article article, int most, List<Article> shown) {
    Integer rank = ranks.get(article.source());
    if (rank == null) {
      return List.of();
    }
    var scores = new HashMap<Integer, Integer>();
    weights(article)
        .forEach(
            (key, weight) -> {
              // an edited article may belong where it has not been put yet
              int[] shelf = shelves.getOrDefault(key, new int[0]);
              int found = Arrays.binarySearch(shelf, rank);
              int at = found < 0 ? -found - 1 : found;
              int last = Math.min(shelf.length - 1, at + OLDER);
              // the oldest of a shelf look further the other way
              int first = Math.max(0, Math.min(at - NEWER, last - NEWER - OLDER));
              for (int i = first; i <= last; i++) {
                if (shelf[i] != rank) {
                  scores.merge(shelf[i], weight, Integer::sum);
                }
              }
            });
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> Math.abs(entry.getKey() - rank))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> listed.get(entry.getKey()))
        .filter(other -> !Shelves.has(shown, other))
        .limit(most)
        .toList();
  }

  private Map<Object, Integer> weights(Article article) {
    var weights = new HashMap<Object, Integer>();
    for (Locality place : article.localities()) {
      place.selfAndAncestors().forEach(above -> weights.putIfAbsent(above, ABOVE));
      weights.put(place, PLACE);
    }
    article.topics().forEach(topic -> weights.put(topic, TOPIC));
    article.tags().forEach(tag -> weights.put(canonical.apply(tag), TAG));
    return weights;
  }
}
