package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Status;

/**
 * An article and its neighbours among the published ones of its type, as JBake's documents know
 * them. Immutable.
 */
record Standing(Article article, Optional<Article> newer, Optional<Article> older)
    implements PageReads.Readable {

  /**
   * Finds the neighbours of articles.
   *
   * @param newestFirst all articles
   * @return by source, in the same order
   */
  static Map<String, Standing> of(List<Article> newestFirst) {
    Map<String, Optional<Article>> newer = new HashMap<>();
    Map<String, Article> last = new HashMap<>();
    for (Article article : newestFirst) {
      newer.put(article.source(), met(article, last));
    }
    var oldestFirst = new ArrayList<Standing>(newestFirst.size());
    last.clear();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Article article = newestFirst.get(i);
      oldestFirst.add(new Standing(article, newer.get(article.source()), met(article, last)));
    }
    var standings = new LinkedHashMap<String, Standing>();
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      standings.put(oldestFirst.get(i).article().source(), oldestFirst.get(i));
    }
    return standings;
  }

  /** The same place of another version of the article. */
  Standing with(Article version) {
    return new Standing(version, newer, older);
  }

  @Override
  public Digest digestOf(String key) {
    return ModelAttributes.BODY.equals(key)
        ? article.body().html().digest()
        : ValueWriter.digestOf(article.values().get(key));
  }

  /** The last published article of the type on the way, which the article itself may become. */
  private static Optional<Article> met(Article article, Map<String, Article> last) {
    Optional<Article> before = Optional.ofNullable(last.get(article.type()));
    if (article.status() != Status.DRAFT) {
      last.put(article.type(), article);
    }
    return before;
  }
}
