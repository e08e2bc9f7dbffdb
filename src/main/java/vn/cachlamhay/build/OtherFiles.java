package vn.cachlamhay.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.cachlamhay.api.ApiFiles;
import vn.cachlamhay.api.FigureFiles;
import vn.cachlamhay.api.PortalFile;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.feed.AtomFeed;
import vn.cachlamhay.feed.CompareScript;
import vn.cachlamhay.feed.FreshScript;
import vn.cachlamhay.feed.JsonFeed;
import vn.cachlamhay.feed.OpenSearch;
import vn.cachlamhay.feed.RedirectPage;
import vn.cachlamhay.feed.SiteMap;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.page.AppIcon;
import vn.cachlamhay.page.FeedPlan;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.search.PracticeFiles;
import vn.cachlamhay.search.SearchIndex;
import vn.cachlamhay.search.Syllables;

/**
 * Step 5: the files that the portal makes beside its pages, each only when something that it is
 * made from has changed. Immutable.
 *
 * @param memory what the files were made from that are there
 * @param digests of the articles
 */
record OtherFiles(SiteConfig config, Memory<Made> memory, ArticleDigests digests) {

  /** Makes the index of the search, save what results show. */
  void index(Plan plan, PageSink sink) {
    new SearchShards(search(plan), memory, digests, sink).make();
  }

  /**
   * Makes all others; a file of the site's own, such as its robots.txt, goes before ours.
   *
   * @param pages hashes of {@link OfflineFiles#PAGES}
   * @param hosts what hosts read
   */
  void make(
      Library library, Plan plan, Map<String, String> pages, List<OtherFile> hosts, PageSink sink) {
    Map<String, StaticFile> own = library.files().byUri();
    var offline = new OfflineFiles(config, own, pages);
    var work = new ArrayList<Runnable>();
    offline
        .drawn()
        .ifPresent(
            icons ->
                AppIcon.ALL.stream()
                    .filter(icon -> !own.containsKey(icon.uri()))
                    .forEach(
                        icon ->
                            work.add(
                                () ->
                                    make(
                                        icon.uri(),
                                        icons.inputs(icon),
                                        () -> icons.png(icon),
                                        sink))));
    Stream.of(offline.texts(), files(plan), hosts)
        .flatMap(List::stream)
        .filter(file -> !own.containsKey(file.uri()))
        .forEach(file -> work.add(() -> make(file, sink)));
    Parallel.forEach(work, Runnable::run);
  }

  private void make(OtherFile file, PageSink sink) {
    make(file.uri(), file.inputs(), () -> file.text().get().getBytes(StandardCharsets.UTF_8), sink);
  }

  private void make(String uri, Object madeFrom, Supplier<byte[]> bytes, PageSink sink) {
    Digest inputs = digests.digestOf(List.of(uri, madeFrom));
    boolean kept =
        memory
            .get(uri)
            .filter(made -> made.own().equals(inputs) && sink.keep(uri, made.hash()))
            .isPresent();
    if (!kept) {
      String hash = sink.put(uri, bytes.get());
      memory.put(uri, new Made(inputs, List.of(), List.of(), hash));
    }
  }

  private List<OtherFile> files(Plan plan) {
    var files = new ArrayList<OtherFile>();
    plan.redirects()
        .forEach(
            redirect ->
                files.add(
                    new OtherFile(redirect.from(), redirect, () -> RedirectPage.html(redirect))));
    var atom = new AtomFeed(config);
    plan.feeds().forEach(feed -> files.add(new OtherFile(feed.uri(), feed, () -> atom.xml(feed))));
    var json = new JsonFeed(config);
    plan.feeds().stream().filter(FeedPlan::withJson).forEach(feed -> files.add(json.file(feed)));
    files.add(new PortalFile(config).file(plan.data()));
    files.addAll(new ApiFiles(config).files(plan.data()));
    files.addAll(new FigureFiles(config).files(plan.indicators()));
    files.add(FreshScript.file(plan.fresh()));
    plan.compared().forEach(column -> files.add(CompareScript.file(column)));
    files.addAll(new SiteMap(config).files(plan.siteMap()));
    files.add(new OtherFile(Uris.ROBOTS, "", () -> SiteMap.robots(config)));
    files.addAll(search(plan).files());
    files.addAll(PracticeFiles.of(plan.practices()));
    if (!config.host().isEmpty() && config.pageTemplates().containsKey("search")) {
      files.add(new OpenSearch(config).file());
    }
    return files;
  }

  private static SearchIndex search(Plan plan) {
    return new SearchIndex(plan.search(), Syllables.load());
  }
}
