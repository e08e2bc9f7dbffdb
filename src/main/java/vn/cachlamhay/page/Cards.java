package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;

/** Articles as lists show them, for the steps beside the pages. Stateless. */
public final class Cards {

  private Cards() {}

  /** The cards of all articles that lists show, newest first. */
  public static List<Card> listed(Library library) {
    return library.articles().stream()
        .filter(Shelves::isShown)
        .map(ArticleViews::makeCard)
        .toList();
  }

  /** The lead, or the beginning of the text where there is none. */
  public static String summary(Article article) {
    return ArticleViews.summary(article);
  }
}
