package vn.cachlamhay.page;

import vn.cachlamhay.model.Article;

/** Plans single pages of articles. Thread-safe. */
public interface ArticlePages {

  /** The page of an article that has been planned, or of another version of it. */
  PlannedPage of(Article article);
}
