package vn.cachlamhay.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.cachlamhay.api.ApiFiles;
import vn.cachlamhay.api.FigureFiles;
import vn.cachlamhay.api.PortalFile;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Premises;
import vn.cachlamhay.cache.Remembered;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.feed.AtomFeed;
import vn.cachlamhay.feed.CompareScript;
import vn.cachlamhay.feed.FreshScript;
import vn.cachlamhay.feed.JsonFeed;
import vn.cachlamhay.feed.OpenSearch;
import vn.cachlamhay.feed.RedirectPage;
import vn.cachlamhay.feed.SiteMap;
import vn.cachlamhay.jbake.PageSink;
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
 * @param premises of this bake
 */
record OtherFiles(
    SiteConfig config, Memory<Made> memory, ArticleDigests digests, Premises premises) {

  /**
   * Makes the index of the search, save what results show.
   *
   * @param formerly what an article was in the last bake, by its source
   */
  void index(Plan plan, Function<String, Optional<Remembered>> formerly, PageSink sink) {
    new SearchShards(search(plan), memory, digests, premises, formerly, sink).make();
  }

  /**
   * Makes all others; a file of the site's own, such as its robots.txt, goes before ours.
   *
   * @param planned those that are made from the plan alone
   * @param pages hashes of {@link OfflineFiles#PAGES}
   * @param hosts what hosts read
   */
  void make(
      Library library,
      Parallel.Parted<OtherFile> planned,
      Map<String, String> pages,
      List<OtherFile> hosts,
      PageSink sink) {
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
    // these are made from other files too, of which the premises know nothing
    Stream.of(offline.texts(), hosts)
        .flatMap(List::stream)
        .filter(file -> !own.containsKey(file.uri()))
        .forEach(file -> work.add(() -> make(file, sink)));
    int first = work.size() + planned.first();
    planned.elements().stream()
        .filter(file -> !own.containsKey(file.uri()))
        .forEach(
            file ->
                work.add(
                    () -> {
                      if (!isKept(file.uri(), premises::hold, sink)) {
                        make(file, sink);
                      }
                    }));
    Parallel.forEach(new Parallel.Parted<>(work, first), Runnable::run);
  }

  private void make(OtherFile file, PageSink sink) {
    make(
        file.uri(),
        file.inputs().get(),
        () -> file.text().get().getBytes(StandardCharsets.UTF_8),
        sink);
  }

  private void make(String uri, Object madeFrom, Supplier<byte[]> bytes, PageSink sink) {
    Made.Inputs inputs = digests.inputs(List.of(uri, madeFrom));
    if (!isKept(uri, made -> made.own().equals(inputs.digest()), sink)) {
      memory.put(uri, new Made(inputs, sink.put(uri, bytes.get())));
    }
  }

  private boolean isKept(String uri, Predicate<Made> same, PageSink sink) {
    return memory.get(uri).filter(same).filter(made -> sink.keep(uri, made.hash())).isPresent();
  }

  /** Those that are made from the plan alone; first those that may be others now. */
  Parallel.Parted<OtherFile> planned(Plan plan) {
    return Parallel.parted(
        files(plan), file -> memory.get(file.uri()).filter(premises::hold).isPresent());
  }

  /** Those of many articles first, which take longest. */
  private List<OtherFile> files(Plan plan) {
    var files = new ArrayList<OtherFile>();
    files.add(new PortalFile(config).file(plan.data()));
    files.addAll(new ApiFiles(config).files(plan.data()));
    files.addAll(new SiteMap(config).files(plan.siteMap()));
    files.add(new OtherFile(Uris.ROBOTS, "", () -> SiteMap.robots(config)));
    files.add(FreshScript.file(plan.fresh()));
    files.addAll(search(plan).files());
    files.addAll(PracticeFiles.of(plan.practices()));
    files.addAll(new FigureFiles(config).files(plan.indicators()));
    var atom = new AtomFeed(config);
    plan.feeds().forEach(feed -> files.add(new OtherFile(feed.uri(), feed, () -> atom.xml(feed))));
    var json = new JsonFeed(config);
    plan.feeds().stream().filter(FeedPlan::withJson).forEach(feed -> files.add(json.file(feed)));
    plan.compared().forEach(column -> files.add(CompareScript.file(column)));
    plan.redirects()
        .forEach(
            redirect ->
                files.add(
                    new OtherFile(redirect.from(), redirect, () -> RedirectPage.html(redirect))));
    if (!config.host().isEmpty() && config.pageTemplates().containsKey("search")) {
      files.add(new OpenSearch(config).file());
    }
    return files;
  }

  private static SearchIndex search(Plan plan) {
    return new SearchIndex(plan.search(), Syllables.load());
  }
}
