package vn.cachlamhay.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.cache.StaleCacheException;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.jbake.SiteLoader;
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
    Site site = load();
    try (BuildCache cache = cache(site)) {
      try {
        return bake(site, cache, Set.of(), false);
      } finally {
        cache.save();
      }
    }
  }

  /** The cache of a site; where none can be kept, that is told. */
  BuildCache cache(Site site) {
    return BuildCache.open(
        site.config().site(),
        site.config().output(),
        why ->
            notices.add(
                Problem.of(
                    ProblemCode.KHONG_LUU_BO_NHO, SourcePos.ofFile(BuildCache.FOLDER), why)));
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
    var run = new BuildRun(site, options, cache, Environment.of(site), progress, watched);
    run.problems().addAll(notices);
    if (watched) {
      // whoever watches bakes when something has changed
      return make(run, first).report();
    }
    var sameAgain = new SameAgain(run);
    return sameAgain
        .report()
        .orElseGet(
            () -> {
              Baked baked = make(run, first);
              sameAgain.remember(baked.report(), baked.lasting());
              return baked.report();
            });
  }

  /**
   * A finished bake.
   *
   * @param lasting whether it would come out the same at any time of the day
   */
  record Baked(BuildReport report, boolean lasting) {}

  private static Baked make(BuildRun run, Set<String> first) {
    if (run.site().config().isPortal()) {
      return new PortalBuild(run).bake(first);
    }
    BuildReport report = new ProjectBuild(run).bake(first);
    // documents that depend on more than their files are not remembered
    int remembered = run.cache().documents(run.environment().articles()).size();
    return new Baked(report, remembered == report.articles());
  }

  /**
   * Builds the site in memory, looks at every link of every page, and writes nothing.
   *
   * @throws SiteException as {@link #bake}
   */
  public BuildReport check() {
    Site site = load();
    try (BuildCache cache = BuildCache.temporary()) {
      var run = new BuildRun(site, options, cache, Environment.of(site), progress, false);
      return site.config().isPortal()
          ? new PortalBuild(run).check()
          : new ProjectBuild(run).check();
    }
  }

  Site load() {
    return SiteLoader.load(
        options.site(), options.output(), VietnameseText.LOCALE, VietnameseDates.ZONE);
  }
}
