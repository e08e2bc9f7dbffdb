package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Status;

/** Renders edited articles of a portal among the articles, links and pages of its last bake. */
final class PortalPreview implements Preview {

  private final SiteConfig config;
  private final PortalBuild.Prepared last;
  private final Baker.Again again;
  private final Map<String, Article> articles = new HashMap<>();

  /**
   * @param last what was baked
   * @param again renders pages as that bake did
   */
  PortalPreview(SiteConfig config, PortalBuild.Prepared last, Baker.Again again) {
    this.config = config;
    this.last = last;
    this.again = again;
    last.library().articles().forEach(article -> articles.put(article.source(), article));
  }

  @Override
  public Optional<Page> of(Path file) {
    Article before = articles.get(config.relative(file));
    if (before == null) {
      return Optional.empty();
    }
    return last.articles()
        .again(file, last.surroundings())
        .filter(this::linksAreRight)
        .map(version -> atTheSamePlace(version.article(), before))
        .filter(article -> isLike(article, before))
        .map(article -> again.render(last.plan().articlePages().of(article)));
  }

  /** A draft that is looked at before its time has an address of its own. */
  private static Article atTheSamePlace(Article article, Article before) {
    return before.status() == Status.DRAFT ? article.asDraft(before.uri()) : article;
  }

  private static boolean isLike(Article article, Article before) {
    return article.uri().equals(before.uri())
        && article.type().equals(before.type())
        && article.status() == before.status();
  }

  private boolean linksAreRight(Articles.Version version) {
    return last.links().check(version.article(), version.links(), new Problems());
  }
}
