package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.content.LibraryReader;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.feed.AtomFeed;
import vn.cachlamhay.feed.RedirectPage;
import vn.cachlamhay.feed.SiteMap;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.output.OutputWriter;
import vn.cachlamhay.page.LinkCheck;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Planner;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.search.SearchData;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * Builds a site: the steps of PIPELINE.md one after the other. For one build and one thread;
 * because JBake keeps static state, one build at a time in a process.
 */
public final class SiteBuilder {

  private final BuildOptions options;
  private final Progress progress;
  private final Problems problems = new Problems();
  private final Map<Step, Duration> timings = new EnumMap<>(Step.class);

  /**
   * @param progress told of each step
   */
  public SiteBuilder(BuildOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Builds the site and writes it.
   *
   * @throws SiteException where configuration, reference data or templates are wrong; nothing has
   *     been written then
   */
  public BuildReport bake() {
    Site site = load();
    if (!site.config().isPortal()) {
      return new ProjectBuild(site, options, progress).bake();
    }
    Made made = prepare(site);
    try (var writer = new OutputWriter(site.config().output())) {
      int pages = make(site, made, writer::put);
      // while an article is in error, nothing that was there before goes
      boolean remove = !problems.hasErrors();
      OutputWriter.Result result = time(Step.WRITE, () -> writer.commit(remove));
      var written = new BuildReport.Written(result.files(), result.written(), result.removed());
      return report(made, pages, 0, Optional.of(written));
    }
  }

  /**
   * Builds the site in memory, looks at every link of every page, and writes nothing.
   *
   * @throws SiteException as {@link #bake}
   */
  public BuildReport check() {
    Site site = load();
    if (!site.config().isPortal()) {
      return new ProjectBuild(site, options, progress).check();
    }
    Made made = prepare(site);
    var check = new PageCheck();
    int pages = make(site, made, check::add);
    // that links lead to an article with errors has been told by its errors
    var excused = Set.copyOf(made.library().brokenSources().values());
    run(Step.CHECK, () -> check.report(excused, problems));
    return report(made, pages, check.links(), Optional.empty());
  }

  /** What steps 1 to 3 made. */
  private record Made(Library library, Plan plan) {}

  private Site load() {
    return SiteLoader.load(
        options.site(), options.output(), VietnameseText.LOCALE, VietnameseDates.ZONE);
  }

  private Made prepare(Site site) {
    var faults = new Problems();
    Path data = site.config().data();
    Optional<Gazetteer> places =
        load(() -> Gazetteer.load(data.resolve("localities.yaml")), faults);
    Optional<Topics> themes = load(() -> Topics.load(data.resolve("topics.yaml")), faults);
    if (faults.hasErrors()) {
      throw new SiteException(faults.sorted(), null);
    }
    Gazetteer gazetteer = places.orElseThrow();
    Topics topics = themes.orElseThrow();
    Library read =
        time(
            Step.READ,
            () ->
                new LibraryReader(site.config(), gazetteer, topics, BodyRenderer.extensions())
                    .read(options.now(), options.drafts(), problems));
    var targets = new LinkTargets(read, site.config().relative(site.config().content()));
    var links = new HashMap<String, List<LinkRef>>();
    Library library = time(Step.RENDER, () -> render(site, read, targets, links));
    return time(
        Step.PLAN,
        () -> {
          var planner =
              new Planner(
                  site.config(),
                  gazetteer,
                  topics,
                  site.typeTemplates(),
                  options.now().toLocalDate());
          Plan plan = planner.plan(library, problems);
          Set<String> broken = new LinkCheck(library, plan, targets).brokenAmong(links, problems);
          broken.addAll(plan.refused());
          if (broken.isEmpty()) {
            return new Made(library, plan);
          }
          Library sound = library.without(broken);
          return new Made(sound, planner.plan(sound, problems));
        });
  }

  private static <T> Optional<T> load(Supplier<T> loading, Problems faults) {
    try {
      return Optional.of(loading.get());
    } catch (SiteException e) {
      faults.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Library render(
      Site site, Library read, LinkTargets targets, Map<String, List<LinkRef>> links) {
    var renderer = new BodyRenderer(site, read.files(), targets, VietnameseText::slug);
    List<BodyRenderer.Rendered> rendered = render(read.articles(), renderer);
    Stream.concat(rendered.stream(), render(read.faulty(), renderer).stream())
        .forEach(each -> links.put(each.article().source(), each.links()));
    return new Library(
        rendered.stream().map(BodyRenderer.Rendered::article).toList(),
        read.unpublished(),
        read.brokenSources(),
        read.faulty(),
        read.files());
  }

  private List<BodyRenderer.Rendered> render(List<Article> articles, BodyRenderer renderer) {
    return articles.parallelStream().map(article -> renderer.render(article, problems)).toList();
  }

  private int make(Site site, Made made, BiConsumer<String, byte[]> sink) {
    var pages = new AtomicInteger();
    BiConsumer<String, byte[]> counting =
        (uri, bytes) -> {
          pages.incrementAndGet();
          sink.accept(uri, bytes);
        };
    try {
      run(Step.BAKE, () -> new Baker(site).bake(made.library(), made.plan(), counting));
    } catch (SiteException e) {
      // what is wrong with the articles is told together with what is wrong with the templates
      problems.addAll(e.problems());
      throw new SiteException(problems.sorted(), e);
    }
    run(
        Step.INDEX,
        () -> {
          var ours = otherFiles(site, made.library(), made.plan());
          // a site's own robots.txt, say, goes before ours
          ours.keySet().removeAll(made.library().files().byUri().keySet());
          ours.forEach((uri, text) -> sink.accept(uri, bytes(text.get())));
        });
    made.library().files().byUri().values().parallelStream()
        .forEach(file -> sink.accept(file.uri(), read(file)));
    return pages.get();
  }

  /** The files that the portal makes beside its pages. */
  private static Map<String, Supplier<String>> otherFiles(Site site, Library library, Plan plan) {
    var files = new HashMap<String, Supplier<String>>();
    plan.redirects()
        .forEach(redirect -> files.put(redirect.from(), () -> RedirectPage.html(redirect)));
    if (site.config().isPortal()) {
      var atom = new AtomFeed(site.config());
      plan.feeds().forEach(feed -> files.put(feed.uri(), () -> atom.xml(feed)));
      files.put(Uris.SITEMAP_XML, () -> SiteMap.xml(site.config(), plan));
      files.put(Uris.ROBOTS, () -> SiteMap.robots(site.config()));
      files.put(Uris.SEARCH_DATA, () -> SearchData.script(library));
    }
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(StaticFile file) {
    try {
      return Files.readAllBytes(file.source());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BuildReport report(
      Made made, int pages, int links, Optional<BuildReport.Written> written) {
    return new BuildReport(
        made.library().articles().size(),
        pages,
        links,
        written,
        Collections.unmodifiableMap(timings),
        new ArrayList<>(problems.sorted()));
  }

  private void run(Step step, Runnable work) {
    time(
        step,
        () -> {
          work.run();
          return step;
        });
  }

  private <T> T time(Step step, Supplier<T> work) {
    progress.started(step);
    long start = System.nanoTime();
    T result = work.get();
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    timings.put(step, duration);
    progress.finished(step, duration);
    return result;
  }
}
