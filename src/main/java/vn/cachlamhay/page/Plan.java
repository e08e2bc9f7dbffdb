package vn.cachlamhay.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.cachlamhay.model.Article;

/**
 * All that will be made. Immutable.
 *
 * @param pages in the order of their addresses
 * @param redirects from former addresses to pages
 * @param siteMap its parts
 * @param cards pictures that stand for pages where links to them are shared
 * @param search what the search index is made from
 * @param data what programs of others can read
 * @param practices what the page of all best practices loads
 * @param fresh the newest articles and those that are read most
 * @param compared the practices that can be compared
 * @param indicators every figure of every article
 * @param articlePages plans the page of another version of an article
 * @param refused sources of articles that want an address which is not theirs; a plan that is
 *     carried out has none
 */
public record Plan(
    List<PlannedPage> pages,
    List<FeedPlan> feeds,
    List<Redirect> redirects,
    List<SiteMapSegment> siteMap,
    List<ShareCard> cards,
    SearchPlan search,
    OpenData data,
    PracticePlan practices,
    FreshArticles fresh,
    List<CompareColumn.Planned> compared,
    Indicators indicators,
    ArticlePages articlePages,
    Set<String> refused) {

  /** A former address and the page that stands for it now. */
  public record Redirect(String from, String to) {}

  public Plan {
    pages = List.copyOf(pages);
    feeds = List.copyOf(feeds);
    redirects = List.copyOf(redirects);
    siteMap = List.copyOf(siteMap);
    cards = List.copyOf(cards);
    compared = List.copyOf(compared);
    refused = Set.copyOf(refused);
  }

  /** Whether an article has a page of its own; the guide of a topic stands on another's. */
  public boolean hasPage(Article article) {
    return pages.stream()
        .anyMatch(page -> page.uri().equals(article.uri()) && page.article().isPresent());
  }

  /** Every address that the plan makes a file of, in a set of the caller's own. */
  public Set<String> uris() {
    var uris = new HashSet<String>(8 * pages.size());
    pages.forEach(page -> uris.add(page.uri()));
    feeds.forEach(feed -> uris.addAll(feed.uris()));
    redirects.forEach(redirect -> uris.add(redirect.from()));
    cards.forEach(card -> uris.add(card.uri()));
    compared.forEach(column -> uris.add(column.uri()));
    uris.addAll(indicators.uris());
    uris.addAll(data.uris());
    uris.addAll(practices.uris());
    uris.addAll(otherFiles(siteMap));
    return uris;
  }

  /** Addresses of what is made beside pages, feeds and redirects. */
  static Set<String> otherFiles(List<SiteMapSegment> siteMap) {
    var uris =
        new HashSet<>(
            Set.of(Uris.SITEMAP_XML, Uris.ROBOTS, Uris.OPEN_SEARCH, Uris.REDIRECTS, Uris.FRESH));
    siteMap.forEach(segment -> uris.add(segment.uri()));
    uris.addAll(SearchPlan.uris());
    uris.addAll(List.of(Uris.MANIFEST, Uris.WORKER));
    AppIcon.ALL.forEach(icon -> uris.add(icon.uri()));
    uris.addAll(List.of(Uris.HTACCESS, Uris.WEB_CONFIG, Uris.HEADERS, Uris.NO_JEKYLL, Uris.CNAME));
    return uris;
  }
}
