package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.StaleCacheException;
import vn.cachlamhay.cache.Written;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.jbake.WarmUp;
import vn.cachlamhay.model.SiteKeys;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * Builds a site, a portal ({@link PortalBuild}) or a plain JBake project ({@link ProjectBuild}),
 * unless nothing has changed since the last time ({@link SameAgain}). For one build and one thread;
 * because JBake keeps static state, one build at a time in a process.
 */
public final class SiteBuilder {

  private final BuildOptions options;
  private final Progress progress;
  private final List<Problem> notices = new ArrayList<>();

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
    WarmUp.begin();
    Site site = load();
    try (BuildCache cache = cache(site)) {
      try {
        return guarded(site, cache, () -> bakeUnlessSame(site, cache));
      } finally {
        cache.save();
      }
    }
  }

  /**
   * How the site that the last bake left stands to its files; nothing is written.
   *
   * @throws SiteException where the configuration is wrong
   */
  public OutputState state() {
    Site site = load();
    try (BuildCache cache = cache(site)) {
      return new SameAgain(run(site, cache, Optional.empty()), cache::files).state();
    }
  }

  /**
   * What the configuration says under keys that begin alike.
   *
   * @throws SiteException where it cannot be read
   */
  public SiteKeys keys(String beginning) {
    return SiteLoader.keys(options.site(), beginning);
  }

  /** The folder of the finished site. */
  public Path output() {
    return load().config().output();
  }

  /** The cache of a site; where none can be kept, that is told. */
  BuildCache cache(Site site) {
    return cache(site, site.config().site().resolve(BuildCache.FOLDER));
  }

  /** The same in a folder of its own. */
  BuildCache cache(Site site, Path folder) {
    return BuildCache.open(
        folder,
        site.config().output(),
        why ->
            notices.add(
                Problem.of(
                    ProblemCode.KHONG_LUU_BO_NHO, SourcePos.ofFile(BuildCache.FOLDER), why)));
  }

  /**
   * The same where somebody watches: with a cache that stays open, and changed pages in the folder
   * before all is known to be right. Where something is wrong they stay there, and the site is that
   * of {@link #bake()} in part only.
   *
   * @param first addresses of the pages that somebody waits for
   * @param watcher told what has changed in the folder
   */
  Baked bakeWatched(Site site, BuildCache cache, Set<String> first, Consumer<Set<String>> watcher) {
    return guarded(site, cache, () -> make(run(site, cache, Optional.of(watcher)), first));
  }

  private BuildReport bakeUnlessSame(Site site, BuildCache cache) {
    Supplier<Memory<Written>> written = Parallel.begin(cache::files);
    BuildRun run = run(site, cache, Optional.empty());
    var sameAgain = new SameAgain(run, written);
    return sameAgain
        .report()
        .orElseGet(
            () -> {
              Supplier<Boolean> ofFilesOnly = Parallel.begin(site::dependsOnItsFilesOnly);
              Baked baked = make(run, Set.of());
              sameAgain.remember(baked.report(), baked.lasting() && ofFilesOnly.get());
              return baked.report();
            });
  }

  private static <T> T guarded(Site site, BuildCache cache, Supplier<T> baking) {
    var sources = Environment.stamps(site);
    try {
      return baking.get();
    } catch (StaleCacheException e) {
      // somebody changed the files of the cache: as if it were not there
      cache.clear();
      return baking.get();
    } finally {
      if (!sources.equals(Environment.stamps(site))) {
        // a page may be made of a template that has been changed back since
        cache.clear();
      }
    }
  }

  /**
   * A finished bake.
   *
   * @param lasting whether it would come out the same at any time of the day
   * @param preview renders articles that are edited after it; made when it is asked for
   * @param catalog empty for a plain JBake project
   */
  record Baked(
      BuildReport report, boolean lasting, Supplier<Preview> preview, Optional<Catalog> catalog) {}

  private static Baked make(BuildRun run, Set<String> first) {
    if (run.site().config().isPortal()) {
      return new PortalBuild(run).bake(first);
    }
    return new ProjectBuild(run).bake(first);
  }

  /**
   * Builds the site in memory, looks at every link of every page, and writes nothing.
   *
   * @throws SiteException as {@link #bake}
   */
  public BuildReport check() {
    Site site = load();
    try (BuildCache cache = BuildCache.temporary()) {
      var run = run(site, cache, Optional.empty());
      return site.config().isPortal()
          ? new PortalBuild(run).check()
          : new ProjectBuild(run).check();
    }
  }

  private BuildRun run(Site site, BuildCache cache, Optional<Consumer<Set<String>>> watcher) {
    Supplier<Environment> environment = Parallel.begin(() -> Environment.of(site));
    Supplier<ReferenceData> reference = () -> ReferenceData.load(site.config());
    if (site.config().isPortal()) {
      // needed only where something has changed, but then first
      reference = Parallel.begin(reference);
    }
    Inputs inputs = Inputs.of(site.config());
    var run =
        new BuildRun(site, options, cache, environment.get(), reference, inputs, progress, watcher);
    run.problems().addAll(notices);
    return run;
  }

  Site load() {
    return SiteLoader.load(
        options.site(), options.output(), VietnameseText.LOCALE, VietnameseDates.ZONE);
  }
}
