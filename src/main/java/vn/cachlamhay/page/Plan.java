package vn.cachlamhay.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that will be made. Immutable.
 *
 * @param pages in the order of their addresses
 * @param redirects from former addresses to pages
 * @param otherFiles addresses of what is made beside pages, feeds and redirects
 * @param refused sources of articles that want an address which is not theirs; a plan that is
 *     carried out has none
 */
public record Plan(
    List<PlannedPage> pages,
    List<FeedPlan> feeds,
    List<Redirect> redirects,
    Set<String> otherFiles,
    Set<String> refused) {

  /** A former address and the page that stands for it now. */
  public record Redirect(String from, String to) {}

  public Plan {
    pages = List.copyOf(pages);
    feeds = List.copyOf(feeds);
    redirects = List.copyOf(redirects);
    otherFiles = Set.copyOf(otherFiles);
    refused = Set.copyOf(refused);
  }

  /** Every address that the plan makes a page, feed or redirect of. */
  public Set<String> uris() {
    Set<String> uris = pages.stream().map(PlannedPage::uri).collect(Collectors.toSet());
    feeds.forEach(feed -> uris.add(feed.uri()));
    redirects.forEach(redirect -> uris.add(redirect.from()));
    uris.addAll(otherFiles);
    return uris;
  }
}
