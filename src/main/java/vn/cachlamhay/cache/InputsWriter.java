package vn.cachlamhay.cache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.ArticleFacts;
import vn.cachlamhay.model.Digest;

/** Writes what a file is made from, and notes the articles in it. For one thread. */
public class InputsWriter extends ValueWriter {

  private final ArticleDigests digests;
  private final Set<Made.Whole> articles = new LinkedHashSet<>();
  private boolean knowsAll = true;

  public InputsWriter(ArticleDigests digests) {
    this.digests = digests;
  }

  @Override
  protected Object substitute(Object value) {
    if (value instanceof ArticleFacts facts) {
      return digests.of(facts.article()).facts();
    }
    if (!(value instanceof Article article)) {
      return value;
    }
    Digest whole = digests.of(article).whole();
    articles.add(new Made.Whole(article.source(), whole));
    return whole;
  }

  /** Something was written that depends on texts of articles which are not noted. */
  protected final void dependsOnMore() {
    knowsAll = false;
  }

  /** All that was written. */
  public final Made.Inputs inputs() {
    return new Made.Inputs(
        digest(), knowsAll ? Optional.of(List.copyOf(articles)) : Optional.empty());
  }
}
