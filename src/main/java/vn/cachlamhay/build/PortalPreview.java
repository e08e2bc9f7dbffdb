package vn.cachlamhay.build;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Status;

/** Renders edited articles of a portal among the articles, links and pages of its last bake. */
final class PortalPreview implements Preview {

  private final SiteConfig config;
  private final PortalBuild.Prepared last;
  private final Baker.Again again;
  private final LocalDateTime now;
  private final ArticleVersions versions;
  private final ShownPictures pictures;
  private final Map<String, Article> articles = new HashMap<>();

  /**
   * @param last what was baked
   * @param again renders pages as that bake did
   * @param now the time of that bake
   */
  PortalPreview(Site site, PortalBuild.Prepared last, Baker.Again again, LocalDateTime now) {
    this.config = site.config();
    this.last = last;
    this.again = again;
    this.now = now;
    this.versions = last.articles().versions();
    this.pictures = new ShownPictures(config, last.articles(), last.surroundings().targets());
    last.library().articles().forEach(article -> articles.put(article.source(), article));
  }

  @Override
  public Optional<Page> of(Path file) {
    Article before = articles.get(config.relative(file));
    if (before == null) {
      return Optional.empty();
    }
    return versions
        .again(file, last.surroundings())
        .filter(this::linksAreRight)
        .map(version -> atTheSamePlace(version.article(), before))
        .filter(article -> isLike(article, before) && last.plan().hasPage(before))
        .map(article -> again.render(last.plan().articlePages().of(article)));
  }

  @Override
  public Optional<Look> look(Path file, byte[] content) {
    ArticleVersions.Typed typed = versions.typed(file, content, last.surroundings());
    var problems = new Problems();
    problems.addAll(typed.problems());
    if (typed.article().isEmpty()) {
      return Optional.of(new Look("", Optional.empty(), Optional.empty(), problems.sorted()));
    }
    Article article = typed.article().get();
    last.links().check(article, typed.links(), problems);
    problems.addAll(
        pictures.problemsOf(article, last.surroundings().files(), typed.lookups(), typed::links));
    Optional<Page> page =
        config.types().contains(article.type())
            ? Optional.of(again.render(last.plan().articlePages().of(asSeenNow(article))))
            : Optional.empty();
    Optional<String> picture = article.image().map(Media::uri);
    return Optional.of(new Look(article.uri(), page, picture, problems.sorted()));
  }

  /** What readers cannot see yet is shown as a draft, at the address that it will have. */
  private Article asSeenNow(Article article) {
    return article.isOutAt(now) ? article : article.asDraft(article.uri());
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

  private boolean linksAreRight(ArticleVersions.Version version) {
    return last.links().check(version.article(), version.links(), new Problems());
  }
}
