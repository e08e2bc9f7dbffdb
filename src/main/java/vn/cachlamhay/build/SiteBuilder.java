package vn.cachlamhay.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.StaleCacheException;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.content.LibraryReader;
import vn.cachlamhay.content.SiteFiles;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.output.OutputWriter;
import vn.cachlamhay.page.LinkCheck;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Planner;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
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
    try (BuildCache cache = BuildCache.open(site.config().site(), site.config().output())) {
      try {
        return bake(site, cache, Set.of(), false);
      } finally {
        cache.save();
      }
    }
  }

  /**
   * The same with a cache that stays open.
   *
   * @param first addresses of the pages that somebody waits for
   * @param watched whether changed pages go to the folder before all is known to be right; where
   *     something is wrong they stay there, and the site is that of {@link #bake()} in part only
   */
  BuildReport bake(Site site, BuildCache cache, Set<String> first, boolean watched) {
    var sources = Environment.stamps(site);
    try {
      return bakeWith(site, cache, first, watched);
    } catch (StaleCacheException e) {
      // somebody changed the files of the cache: as if it were not there
      problems.clear();
      cache.clear();
      return bakeWith(site, cache, first, watched);
    } finally {
      if (!sources.equals(Environment.stamps(site))) {
        // a page may be made of a template that has been changed back since
        cache.clear();
      }
    }
  }

  private BuildReport bakeWith(Site site, BuildCache cache, Set<String> first, boolean watched) {
    Environment environment = Environment.of(site);
    if (!site.config().isPortal()) {
      return new ProjectBuild(site, options, progress, cache, environment).bake(first, watched);
    }
    Made made = prepare(site, cache, environment);
    try (var writer = new OutputWriter(site.config().output(), cache.files())) {
      var urgent = new HashSet<>(first);
      urgent.addAll(made.fresh());
      int pages =
          make(
              site,
              made,
              cache.pages(environment.pages()),
              urgent,
              new Sink.Folder(writer, watched));
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
    try (BuildCache cache = BuildCache.temporary()) {
      Environment environment = Environment.of(site);
      if (!site.config().isPortal()) {
        return new ProjectBuild(site, options, progress, cache, environment).check();
      }
      Made made = prepare(site, cache, environment);
      var check = new PageCheck();
      int pages =
          make(site, made, cache.pages(environment.pages()), Set.of(), new Sink.Checked(check));
      // that links lead to an article with errors has been told by its errors
      var excused = Set.copyOf(made.library().brokenSources().values());
      run(Step.CHECK, () -> check.report(excused, problems));
      return report(made, pages, check.links(), Optional.empty());
    }
  }

  /**
   * What steps 1 to 3 made.
   *
   * @param fresh addresses of articles that were not as they are in the last bake
   */
  private record Made(Library library, Plan plan, Set<String> fresh) {}

  Site load() {
    return SiteLoader.load(
        options.site(), options.output(), VietnameseText.LOCALE, VietnameseDates.ZONE);
  }

  private Made prepare(Site site, BuildCache cache, Environment environment) {
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
    var reader = new LibraryReader(site.config(), gazetteer, topics, BodyRenderer.extensions());
    SiteFiles files = reader.scan(problems);
    var articles =
        new Articles(
            site.config(),
            reader.articles(files),
            new BodyRenderer(site, VietnameseText::slug, cache.bodies()::store),
            cache.articles(environment.articles(), gazetteer::byKey, topics::byKey));
    Library read =
        time(
            Step.READ,
            () ->
                reader.assemble(
                    files,
                    files.articles().parallelStream().map(articles::read).toList(),
                    options.now(),
                    options.drafts(),
                    problems));
    var targets = new LinkTargets(read, site.config().relative(site.config().content()));
    Library library = time(Step.RENDER, () -> render(read, articles, targets));
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
          Set<String> broken =
              new LinkCheck(library, plan, targets).brokenAmong(articles::links, problems);
          broken.addAll(plan.refused());
          if (broken.isEmpty()) {
            return new Made(library, plan, articles.fresh());
          }
          Library sound = library.without(broken);
          return new Made(sound, planner.plan(sound, problems), articles.fresh());
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

  private Library render(Library read, Articles articles, LinkTargets targets) {
    var surroundings = new BodyRenderer.Surroundings(read.files(), targets);
    List<Article> rendered = render(read.articles(), articles, surroundings);
    render(read.faulty(), articles, surroundings);
    articles.forgetOthers();
    return new Library(
        rendered, read.unpublished(), read.brokenSources(), read.faulty(), read.files());
  }

  private List<Article> render(
      List<Article> list, Articles articles, BodyRenderer.Surroundings surroundings) {
    return list.parallelStream()
        .map(article -> articles.render(article, surroundings, problems))
        .toList();
  }

  private int make(
      Site site,
      Made made,
      Memory<vn.cachlamhay.cache.Made> memory,
      Set<String> first,
      PageSink sink) {
    var pages = new AtomicInteger();
    try {
      run(
          Step.BAKE,
          () -> pages.set(new Baker(site, memory).bake(made.library(), made.plan(), first, sink)));
    } catch (SiteException e) {
      // what is wrong with the articles is told together with what is wrong with the templates
      problems.addAll(e.problems());
      throw new SiteException(problems.sorted(), e);
    }
    run(
        Step.INDEX,
        () -> {
          new OtherFiles(site.config()).make(made.library(), made.plan(), sink);
          made.library().files().byUri().values().parallelStream()
              .forEach(file -> sink.copy(file.uri(), file.source()));
        });
    return pages.get();
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
