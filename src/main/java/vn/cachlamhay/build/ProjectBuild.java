package vn.cachlamhay.build;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.JBakeProject;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.output.OutputWriter;

/**
 * Builds a plain JBake project, which has fewer steps than a portal: its documents are read and
 * rendered, then baked with its own templates, and written. For one build and one thread.
 */
final class ProjectBuild {

  private final Site site;
  private final JBakeProject project;
  private final Progress progress;
  private final BuildCache cache;
  private final Environment environment;
  private final Problems problems = new Problems();
  private final Map<Step, Duration> timings = new EnumMap<>(Step.class);

  ProjectBuild(
      Site site,
      BuildOptions options,
      Progress progress,
      BuildCache cache,
      Environment environment) {
    this.site = site;
    this.project = new JBakeProject(site, options.now());
    this.progress = progress;
    this.cache = cache;
    this.environment = environment;
  }

  /** As {@link SiteBuilder#bake}. */
  BuildReport bake(Set<String> first, boolean watched) {
    JBakeProject.Documents documents = read();
    try (var writer = new OutputWriter(site.config().output(), cache.files())) {
      int files = make(documents, first, new Sink.Folder(writer, watched));
      boolean remove = !problems.hasErrors();
      OutputWriter.Result result = time(Step.WRITE, () -> writer.commit(remove));
      var written = new BuildReport.Written(result.files(), result.written(), result.removed());
      return report(documents, files, 0, Optional.of(written));
    }
  }

  /** As {@link SiteBuilder#check}. */
  BuildReport check() {
    JBakeProject.Documents documents = read();
    var check = new PageCheck();
    int files = make(documents, Set.of(), new Sink.Checked(check));
    time(
        Step.CHECK,
        () -> {
          check.report(Set.of(), problems);
          return files;
        });
    return report(documents, files, check.links(), Optional.empty());
  }

  private JBakeProject.Documents read() {
    return time(
        Step.READ,
        () ->
            project.read(cache.documents(environment.articles()), cache.bodies()::store, problems));
  }

  private int make(JBakeProject.Documents documents, Set<String> first, PageSink sink) {
    try {
      return time(
          Step.BAKE,
          () -> project.bake(documents, problems, cache.pages(environment.pages()), first, sink));
    } catch (SiteException e) {
      // what is wrong with the content is told together with what is wrong with the templates
      problems.addAll(e.problems());
      throw new SiteException(problems.sorted(), e);
    }
  }

  private BuildReport report(
      JBakeProject.Documents documents,
      int files,
      int links,
      Optional<BuildReport.Written> written) {
    return new BuildReport(
        documents.count(),
        files,
        links,
        written,
        Collections.unmodifiableMap(timings),
        problems.sorted());
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
