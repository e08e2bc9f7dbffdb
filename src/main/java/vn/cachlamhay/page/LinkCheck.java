package vn.cachlamhay.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.text.Nearest;

/** Checks the links and pictures that editors wrote against everything that will exist. */
public final class LinkCheck {

  private final Library library;
  private final LinkTargets targets;
  private final Set<String> known;
  private final Map<String, Article> pages = new HashMap<>();
  private final Map<String, Article> unpublished = new HashMap<>();

  /**
   * @param plan all pages
   */
  public LinkCheck(Library library, Plan plan, LinkTargets targets) {
    this.library = library;
    this.targets = targets;
    this.known = plan.uris();
    // an article that is left out may name files that are not public for that reason
    this.known.addAll(targets.files().byUri().keySet());
    // an article with errors has been told of; those that link to it are not to blame
    this.known.addAll(library.brokenSources().values());
    library.articles().forEach(article -> pages.put(article.uri(), article));
    library.unpublished().values().forEach(article -> unpublished.put(article.uri(), article));
  }

  /** Tells what is wrong with an article's links; true where all are right. */
  public boolean check(Article article, List<LinkRef> links, Problems problems) {
    boolean right = true;
    for (LinkRef link : links) {
      if (targets.resolve(article, link.target()) instanceof LinkTargets.Target.Internal target) {
        right &= check(article, link, target, problems);
      }
    }
    return right;
  }

  private boolean check(
      Article article, LinkRef link, LinkTargets.Target.Internal target, Problems problems) {
    Article draft = unpublished.get(target.uri());
    if (draft != null) {
      problems.add(ProblemCode.LIEN_KET_BAN_NHAP, link.pos(), link.target(), draft.source());
      return false;
    }
    if (!known.contains(target.uri())) {
      if (link.image()) {
        String place = targets.contentFolder() + "/" + target.uri();
        problems.add(ProblemCode.THIEU_ANH, link.pos(), link.target(), place);
      } else {
        problems.add(
            ProblemCode.LIEN_KET_HONG, link.pos(), link.target(), nearest(article, target.uri()));
      }
      return false;
    }
    // a text that is being typed has other sections than that of the last bake
    Article page = target.uri().equals(article.uri()) ? article : pages.get(target.uri());
    if (page != null
        && !target.fragment().isEmpty()
        && !page.body().anchors().contains(target.fragment())) {
      List<String> sections = page.body().headings().stream().map(Heading::id).toList();
      String nearest = Nearest.byBeginning(target.fragment(), sections).orElse("");
      problems.add(ProblemCode.NEO_HONG, link.pos(), page.source(), target.fragment(), nearest);
      return false;
    }
    return true;
  }

  /** The nearest address that exists, as it would be written from the site root. */
  private String nearest(Article article, String uri) {
    String wanted = uri.endsWith(".md") ? uri.substring(0, uri.length() - 3) + ".html" : uri;
    var choices = new HashSet<>(known);
    choices.remove(article.uri());
    return Nearest.to(wanted, choices).map("/"::concat).orElse("");
  }

  /**
   * Checks all articles, those that are left out for other reasons too, so that an editor hears
   * everything at once.
   *
   * @param links of an article, by its source
   * @return sources of the articles whose links are not all right
   */
  public Set<String> brokenAmong(Function<String, List<LinkRef>> links, Problems problems) {
    var broken = new HashSet<String>();
    Stream.concat(library.articles().stream(), library.faulty().stream())
        .forEach(
            article -> {
              if (!check(article, links.apply(article.source()), problems)) {
                broken.add(article.source());
              }
            });
    return broken;
  }
}
