package vn.cachlamhay.build;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.feed.AtomFeed;
import vn.cachlamhay.feed.RedirectPage;
import vn.cachlamhay.feed.SiteMap;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.search.SearchData;

/** Step 5: the files that the portal makes beside its pages. Immutable. */
record OtherFiles(SiteConfig config) {

  /** Makes them all; a file of the site's own, such as its robots.txt, goes before ours. */
  void make(Library library, Plan plan, PageSink sink) {
    Map<String, Supplier<String>> files = files(library, plan);
    files.keySet().removeAll(library.files().byUri().keySet());
    Parallel.forEach(
        files.entrySet(),
        file -> sink.put(file.getKey(), file.getValue().get().getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, Supplier<String>> files(Library library, Plan plan) {
    var files = new HashMap<String, Supplier<String>>();
    plan.redirects()
        .forEach(redirect -> files.put(redirect.from(), () -> RedirectPage.html(redirect)));
    if (config.isPortal()) {
      var atom = new AtomFeed(config);
      plan.feeds().forEach(feed -> files.put(feed.uri(), () -> atom.xml(feed)));
      files.putAll(new SiteMap(config).files(plan));
      files.put(Uris.ROBOTS, () -> SiteMap.robots(config));
      files.putAll(SearchData.files(library));
    }
    return files;
  }
}
