package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Article;

/**
 * A feed that will exist.
 *
 * @param uri below the site root
 * @param pageUri the page that it follows
 * @param articles newest first, not more than the feed shows
 */
public record FeedPlan(String uri, String title, String pageUri, List<Article> articles) {

  /** Where the JSON Feed lies that says the same. */
  public String jsonUri() {
    return Uris.beside(uri, Uris.FEED_JSON);
  }
}
