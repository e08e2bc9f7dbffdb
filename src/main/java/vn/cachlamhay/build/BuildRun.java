package vn.cachlamhay.build;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.output.OutputWriter;

/** What all kinds of build have in common: what they work with, and the clock. For one thread. */
final class BuildRun {

  private final Site site;
  private final BuildOptions options;
  private final BuildCache cache;
  private final Environment environment;
  private final Supplier<ReferenceData> reference;
  private final Progress progress;
  private final Optional<Consumer<Set<String>>> watcher;
  private final Inputs inputs;
  private final Problems problems = new Problems();
  private final Map<Step, Duration> timings = new EnumMap<>(Step.class);

  /**
   * @param reference waits for it, as it is at the beginning
   * @param inputs the files of the site when the build begins
   * @param watcher told what has changed in the folder; for it, changed pages go there before all
   *     is known to be right
   */
  BuildRun(
      Site site,
      BuildOptions options,
      BuildCache cache,
      Environment environment,
      Supplier<ReferenceData> reference,
      Inputs inputs,
      Progress progress,
      Optional<Consumer<Set<String>>> watcher) {
    this.site = site;
    this.options = options;
    this.cache = cache;
    this.environment = environment;
    this.reference = reference;
    this.inputs = inputs;
    this.progress = progress;
    this.watcher = watcher;
  }

  Site site() {
    return site;
  }

  BuildOptions options() {
    return options;
  }

  BuildCache cache() {
    return cache;
  }

  Environment environment() {
    return environment;
  }

  /**
   * What {@code data/} says.
   *
   * @throws SiteException naming every fault of every file
   */
  ReferenceData reference() {
    return reference.get();
  }

  Inputs inputs() {
    return inputs;
  }

  /** Whether somebody looks at the folder while it is made. */
  boolean isWatched() {
    return watcher.isPresent();
  }

  Problems problems() {
    return problems;
  }

  /** Makes files, and puts them into the output folder. */
  interface Making {
    Counts into(PageSink sink);
  }

  /** How much was made. */
  record Counts(int articles, int pages) {}

  /** Writes a site. What is known of the files that are there is read while the site is made. */
  BuildReport write(Making making) {
    Consumer<Set<String>> told = watcher.orElse(uris -> {});
    try (var writer = new OutputWriter(site.config().output(), cache.files(), told)) {
      Counts made = making.into(new Sink.Folder(writer, isWatched()));
      // while an article is in error, nothing that was there before goes
      boolean remove = !problems.hasErrors();
      OutputWriter.Result result = time(Step.WRITE, () -> writer.commit(remove, this::saveMade));
      var written = new BuildReport.Written(result.files(), result.written(), result.removed());
      return report(made.articles(), made.pages(), 0, Optional.of(written));
    }
  }

  /** Where a process goes on, nothing needs to be saved after each change. */
  private void saveMade() {
    if (!isWatched()) {
      cache.saveMade();
    }
  }

  BuildReport report(int articles, int pages, int links, Optional<BuildReport.Written> written) {
    return new BuildReport(
        articles, pages, links, written, Collections.unmodifiableMap(timings), problems.sorted());
  }

  /** What is wrong with the content is told together with what is wrong with the templates. */
  SiteException withAllProblems(SiteException e) {
    problems.addAll(e.problems());
    return new SiteException(problems.sorted(), e);
  }

  void run(Step step, Runnable work) {
    time(
        step,
        () -> {
          work.run();
          return step;
        });
  }

  <T> T time(Step step, Supplier<T> work) {
    progress.started(step);
    long start = System.nanoTime();
    T result = work.get();
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    timings.put(step, duration);
    progress.finished(step, duration);
    return result;
  }
}
