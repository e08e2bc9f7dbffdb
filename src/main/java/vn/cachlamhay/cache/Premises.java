package vn.cachlamhay.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;

/**
 * What all files of a site have in common: everything that they can be made from, the texts of
 * articles aside. Where it is as in the last bake, a file can be another one only through the texts
 * of articles that are among what it was made from, and nobody has to put that together to compare
 * it. For one bake; thread-safe.
 */
public final class Premises {

  /** Under which the memory keeps the premises of the last bake; no file has this address. */
  private static final String KEY = "";

  private final Memory<Made> memory;
  private final ArticleDigests digests;
  private final Map<String, Article> articles = new HashMap<>();
  private final Digest now;
  private final boolean same;

  /**
   * The premises of a bake.
   *
   * @param memory of what files were made from
   * @param articles all that will be published
   * @param others everything else that files can be made from, the environment of the memory aside
   */
  public Premises(
      Memory<Made> memory, ArticleDigests digests, List<Article> articles, Object others) {
    this.memory = memory;
    this.digests = digests;
    articles.forEach(article -> this.articles.put(article.source(), article));
    this.now =
        Digest.of(
            List.of(
                ValueWriter.digestOf(others),
                Digest.of(articles.parallelStream().map(this::premise).toList())));
    this.same = memory.get(KEY).filter(last -> last.own().equals(now)).isPresent();
    if (!same) {
      // until this bake is over, what is remembered is partly of this one and partly of the last
      memory.remove(KEY);
    }
  }

  /**
   * Texts of pages may stand on other pages without being known as such, as guides of topics do.
   */
  private Digest premise(Article article) {
    ArticleDigests.Of of = digests.of(article);
    return article.isListed() ? of.withoutText() : of.whole();
  }

  /** Whether what a file was made from, its template's questions aside, is certainly the same. */
  public boolean hold(Made made) {
    if (!same || made.articles().isEmpty()) {
      return false;
    }
    for (Made.Whole article : made.articles().get()) {
      if (!isAsItWas(article)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAsItWas(Made.Whole before) {
    Article article = articles.get(before.source());
    return article != null && digests.of(article).whole().equals(before.digest());
  }

  /** The bake is over: everything that is remembered is of these premises. */
  public void keep() {
    memory.put(KEY, new Made(now, ""));
  }
}
