package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;

/**
 * What the search index is made from. Immutable.
 *
 * @param segments oldest first
 * @param suggestions what may be meant by the first letters that are typed, the weightiest first
 * @param today decides which provinces are former ones
 */
public record SearchPlan(
    List<SearchSegment> segments, List<Suggestion> suggestions, LocalDate today) {

  public SearchPlan {
    segments = List.copyOf(segments);
    suggestions = List.copyOf(suggestions);
  }

  /** Addresses of files, and of folders with nothing but files of the index. */
  static List<String> uris() {
    return List.of(
        Uris.SEARCH_SCRIPT,
        Uris.SEARCH_DATA,
        Uris.SEARCH_SYLLABLES,
        Uris.SEARCH_SUGGESTIONS,
        Uris.SEARCH_SHARDS,
        Uris.SEARCH_FACETS,
        Uris.SEARCH_DOCUMENTS);
  }

  static SearchPlan of(Shelves shelves, Directory directory, Gazetteer gazetteer, LocalDate today) {
    var documents = new ArrayList<SearchDocument>();
    Map<Locality, List<Locality>> places = new HashMap<>();
    List<Article> newestFirst = shelves.listed();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Article article = newestFirst.get(i);
      Set<Locality> found = new LinkedHashSet<>();
      for (Locality unit : article.localities()) {
        found.addAll(places.computeIfAbsent(unit, gazetteer::placesOf));
      }
      documents.add(
          new SearchDocument(
              documents.size(), article, List.copyOf(found), ArticleViews.typeLabel(article)));
    }
    return new SearchPlan(SearchSegment.of(documents), Suggestion.of(directory), today);
  }
}
