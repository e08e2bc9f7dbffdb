package vn.cachlamhay.page;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;

/**
 * An article as search knows it.
 *
 * @param number of the articles that lists show, from 0 for the oldest
 * @param places all under which it stands: where it happened, what is above that and what it became
 * @param section "Cách làm hay" or "Tin tức"
 */
public record SearchDocument(int number, Article article, List<Locality> places, String section) {

  public SearchDocument {
    places = List.copyOf(places);
  }

  /** The file with what a result shows of it. */
  public String uri() {
    return Uris.searchDocument(number);
  }

  /** The same of an earlier version of the article; empty where that was about other places. */
  public Optional<SearchDocument> of(Article earlier) {
    return earlier.localities().equals(article.localities())
        ? Optional.of(new SearchDocument(number, earlier, places, section))
        : Optional.empty();
  }
}
