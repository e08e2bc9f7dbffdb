package vn.cachlamhay.page;

import vn.cachlamhay.model.Article;

/** Articles as lists show them, for the steps beside the pages. Stateless. */
public final class Cards {

  private Cards() {}

  /** The card of an article. */
  public static Card of(Article article) {
    return ArticleViews.makeCard(article);
  }

  /** The lead, or the beginning of the text where there is none. */
  public static String summary(Article article) {
    return ArticleViews.summary(article);
  }
}
