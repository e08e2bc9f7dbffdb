package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Article;

/**
 * A feed that will exist: as Atom, and that of the site and those of topics as JSON Feed too.
 * Places have none: an article is from several, and every feed is a file that each new article
 * changes.
 *
 * @param uri below the site root
 * @param pageUri the page that it follows
 * @param articles newest first, not more than the feed shows
 * @param withJson whether a JSON Feed lies beside it
 */
public record FeedPlan(
    String uri, String title, String pageUri, List<Article> articles, boolean withJson) {

  /** Where the JSON Feed lies that says the same. */
  public String jsonUri() {
    return Uris.beside(uri, Uris.FEED_JSON);
  }

  /** Addresses of its files. */
  List<String> uris() {
    return withJson ? List.of(uri, jsonUri()) : List.of(uri);
  }
}
