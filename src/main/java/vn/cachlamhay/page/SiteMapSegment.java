package vn.cachlamhay.page;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Moment;

/**
 * A part of the site map. A small site has one part, the site map itself. Of a large one the site
 * map names the parts: articles in {@link Blocks}, and apart from them the first pages of lists and
 * what else stands for long. The older pages of lists, and those of topics within places, are left
 * out there: they hold nothing that the site map has not named.
 *
 * @param uri below the site root. Parts lie at the root, because a site map may speak only of what
 *     lies below its own folder.
 */
public record SiteMapSegment(String uri, List<PlannedPage> pages) {

  /** Up to so many addresses one file serves. */
  static final int SMALL = 1000;

  /** The protocol allows 50,000 addresses and 50 MB. */
  private static final int MOST = 40_000;

  public SiteMapSegment {
    pages = List.copyOf(pages);
  }

  /** Whether the part is the whole site map. */
  public boolean isWhole() {
    return uri.equals(Uris.SITEMAP_XML);
  }

  /**
   * When an article of the part last changed. When lists did, is not told, nor of the part that new
   * articles go to: the site map, which names the parts, would change with each of them.
   */
  public Optional<LocalDateTime> updated() {
    boolean told =
        !uri.equals(Uris.siteMapSegment(Blocks.REST))
            && pages.stream().allMatch(page -> page.article().isPresent());
    return told
        ? pages.stream()
            .flatMap(page -> page.updated().stream())
            .map(Moment::at)
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /**
   * Divides the pages that search engines should know of.
   *
   * @param all pages in the order of their addresses
   */
  public static List<SiteMapSegment> of(Collection<PlannedPage> all) {
    List<PlannedPage> pages = all.stream().filter(PlannedPage::inSitemap).toList();
    if (pages.size() <= SMALL) {
      return List.of(new SiteMapSegment(Uris.SITEMAP_XML, pages));
    }
    List<PlannedPage> articles =
        pages.stream()
            .filter(page -> page.article().filter(Article::isListed).isPresent())
            .sorted(Comparator.comparing(p -> p.article().orElseThrow(), Article.NEWEST_FIRST))
            .toList();
    List<PlannedPage> standing =
        pages.stream()
            .filter(page -> page.article().filter(Article::isListed).isEmpty())
            .filter(page -> page.article().isPresent() || standsForLong(page.uri()))
            .toList();
    var segments = new ArrayList<SiteMapSegment>();
    for (int from = 0; from < standing.size(); from += MOST) {
      segments.add(
          new SiteMapSegment(
              Uris.siteMapSegment("trang-" + (from / MOST + 1)),
              standing.subList(from, Math.min(from + MOST, standing.size()))));
    }
    for (Blocks.Block<PlannedPage> block : Blocks.of(articles)) {
      segments.add(new SiteMapSegment(Uris.siteMapSegment(block.name()), block.items()));
    }
    return List.copyOf(segments);
  }

  private static boolean standsForLong(String uri) {
    return !Uris.isOlderPage(uri) && !Uris.isTopicOfPlace(uri);
  }
}
