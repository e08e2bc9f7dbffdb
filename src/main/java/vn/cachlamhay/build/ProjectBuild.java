package vn.cachlamhay.build;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.RememberedDocument;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.JBakeProject;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Preview;

/**
 * Builds a plain JBake project, which has fewer steps than a portal: its documents are read and
 * rendered, then baked with its own templates, and written. For one build and one thread.
 */
final class ProjectBuild {

  private final BuildRun run;
  private final JBakeProject project;
  private final Supplier<Memory<RememberedDocument>> documents;
  private final Supplier<Memory<Made>> pages;

  ProjectBuild(BuildRun run) {
    this.run = run;
    this.documents = Parallel.begin(() -> run.cache().documents(run.environment().articles()));
    this.pages = Parallel.begin(() -> run.cache().pages(run.environment().pages()));
    this.project = new JBakeProject(run.site(), run.options().now());
  }

  /** As {@link SiteBuilder#bake}. */
  SiteBuilder.Baked bake(Set<String> first) {
    var preview = new AtomicReference<Preview>();
    BuildReport report =
        run.write(
            sink -> {
              JBakeProject.Documents documents = read();
              JBakeProject.Baked baked = make(documents, first, sink);
              preview.set(baked.preview());
              return new BuildRun.Counts(documents.count(), baked.files());
            });
    // documents that depend on more than their files are not remembered
    int remembered = this.documents.get().size();
    return new SiteBuilder.Baked(
        report, remembered == report.articles(), preview::get, Optional.empty());
  }

  /** As {@link SiteBuilder#check}. */
  BuildReport check() {
    JBakeProject.Documents documents = read();
    var check = new PageCheck();
    int files = make(documents, Set.of(), new Sink.Checked(check)).files();
    run.run(Step.CHECK, () -> check.report(Set.of(), run.problems()));
    return run.report(documents.count(), files, check.links(), Optional.empty());
  }

  private JBakeProject.Documents read() {
    return run.time(
        Step.READ,
        () -> project.read(documents.get(), run.cache().bodies()::store, run.problems()));
  }

  private JBakeProject.Baked make(
      JBakeProject.Documents documents, Set<String> first, PageSink sink) {
    try {
      return run.time(
          Step.BAKE, () -> project.bake(documents, run.problems(), pages.get(), first, sink));
    } catch (SiteException e) {
      throw run.withAllProblems(e);
    }
  }
}
