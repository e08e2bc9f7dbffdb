package vn.cachlamhay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.Lookup;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.picture.PictureHeader;
import vn.cachlamhay.picture.PictureLimits;

/**
 * Which pictures articles show, which they hand out as files, and which of them cannot be shown.
 * Thread-safe.
 */
final class ShownPictures {

  private static final int MEGA = 1_000_000;

  private final SiteConfig config;
  private final Articles articles;
  private final LinkTargets targets;

  ShownPictures(SiteConfig config, Articles articles, LinkTargets targets) {
    this.config = config;
    this.articles = articles;
    this.targets = targets;
  }

  /** Addresses of the pictures that have several sizes and that some articles show. */
  Set<String> shownBy(List<Article> all) {
    var shown = new HashSet<String>();
    all.forEach(article -> shown.addAll(shownBy(article)));
    return shown;
  }

  /** Addresses of the files that some articles hand out: they stay as large as they are. */
  Set<String> handedOutBy(List<Article> all) {
    var handedOut = new HashSet<String>();
    for (Article article : all) {
      article.attachments().forEach(file -> handedOut.add(file.uri()));
      articles.links(article.source()).stream()
          .filter(link -> !link.image())
          .flatMap(link -> uri(article, link.target()).stream())
          .forEach(handedOut::add);
    }
    return handedOut;
  }

  /**
   * Tells which pictures are too large or broken.
   *
   * @return sources of the articles that show them
   */
  Set<String> brokenAmong(Library library, Problems problems) {
    var broken = new HashSet<String>();
    for (Article article : library.articles()) {
      List<Problem> found =
          problemsOf(
              article,
              library.files(),
              articles.pictures(article.source()),
              () -> articles.links(article.source()));
      if (!found.isEmpty()) {
        problems.addAll(found);
        broken.add(article.source());
      }
    }
    return broken;
  }

  /**
   * Which of the pictures of one article are too large or broken.
   *
   * @param files among which they are
   * @param pictures that it asked for
   * @param links of its text, for their places
   */
  List<Problem> problemsOf(
      Article article, StaticFiles files, List<Lookup> pictures, Supplier<List<LinkRef>> links) {
    var found = new ArrayList<Problem>();
    for (String uri : among(pictures, article)) {
      StaticFile file = files.byUri().get(uri);
      if (file != null) {
        problem(file, () -> position(article, uri, links.get())).ifPresent(found::add);
      }
    }
    return found;
  }

  private List<String> shownBy(Article article) {
    return among(articles.pictures(article.source()), article);
  }

  private List<String> among(List<Lookup> lookups, Article article) {
    var uris = new ArrayList<String>();
    for (Lookup lookup : lookups) {
      Optional<String> uri =
          lookup.kind() == Lookup.Kind.COVER
              ? Optional.of(lookup.asked())
              : uri(article, lookup.asked());
      uri.filter(PictureSizes::areSeveral).filter(it -> !uris.contains(it)).ifPresent(uris::add);
    }
    return uris;
  }

  private Optional<String> uri(Article article, String written) {
    return targets.resolve(article, written) instanceof LinkTargets.Target.Internal internal
        ? Optional.of(internal.uri())
        : Optional.empty();
  }

  private SourcePos position(Article article, String uri, List<LinkRef> links) {
    return links.stream()
        .filter(link -> link.image() && uri(article, link.target()).filter(uri::equals).isPresent())
        .map(LinkRef::pos)
        .findFirst()
        .orElse(SourcePos.ofFile(article.source()));
  }

  private Optional<Problem> problem(StaticFile file, Supplier<SourcePos> pos) {
    Optional<PictureHeader> header = header(file);
    if (header.isEmpty()) {
      return Optional.of(
          Problem.of(ProblemCode.ANH_HONG, pos.get(), config.relative(file.source())));
    }
    long pixels = (long) header.get().width() * header.get().height();
    if (pixels <= PictureLimits.MOST_PIXELS && file.size() <= PictureLimits.MOST_BYTES) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            ProblemCode.ANH_QUA_LON,
            pos.get(),
            config.relative(file.source()),
            header.get().shownWidth() + " × " + header.get().shownHeight(),
            Long.toString(Math.round(file.size() / 1024.0 / 1024.0))));
  }

  private static Optional<PictureHeader> header(StaticFile file) {
    try {
      return Files.isRegularFile(file.source())
          ? PictureHeader.read(file.source())
          : Optional.empty();
    } catch (IOException e) {
      // told as a picture that cannot be shown
      return Optional.empty();
    }
  }
}
