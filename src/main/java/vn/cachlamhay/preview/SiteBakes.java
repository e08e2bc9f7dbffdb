package vn.cachlamhay.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.LiveSite;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Bakes a site that is being worked on: whatever goes wrong is an outcome, and the next bake goes
 * on. For one thread at a time.
 */
final class SiteBakes implements AutoCloseable {

  /** What systems say of a disk without room; they have no code for it that Java hands on. */
  private static final Pattern FULL =
      Pattern.compile("(?i)no space left|not enough space|disk (is )?full|quota exceeded");

  private final Path site;
  private final Path output;
  private final Events events;
  private final Consumer<List<Path>> inputs;
  private volatile LiveSite live;

  /**
   * What a bake came to.
   *
   * @param report of a bake that went to its end
   * @param problems sorted by place
   * @param changed files of the site that are new, others, or gone
   * @param passing whether it may go better in a moment without any change
   * @param failure our own mistake
   */
  record Outcome(
      Optional<BuildReport> report,
      List<Problem> problems,
      Set<String> changed,
      Duration duration,
      boolean passing,
      Optional<Throwable> failure) {

    boolean stopped() {
      return report.isEmpty();
    }
  }

  /**
   * @param inputs told of the folders that bakes read
   */
  SiteBakes(Path site, Path output, Events events, Consumer<List<Path>> inputs) {
    this.site = site;
    this.output = output;
    this.events = events;
    this.inputs = inputs;
    this.live = open();
  }

  private LiveSite open() {
    return new LiveSite(site, Optional.of(output), true);
  }

  /** The site. */
  LiveSite live() {
    return live;
  }

  /** What a task came to, done by whatever thread. */
  static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    }
  }

  /** As {@link LiveSite#show}; where that fails, the bake that follows says why. */
  Set<String> show(Collection<Path> files) {
    try {
      Set<String> shown = live.show(files);
      events.changed(shown);
      return shown;
    } catch (UncheckedIOException e) {
      return Set.of();
    }
  }

  /** Brings the site up to date, the pages that somebody looks at first. */
  Outcome bake(Progress progress) {
    long start = System.nanoTime();
    Set<String> changed = new HashSet<>();
    Optional<Path> gone = gone();
    if (gone.isPresent()) {
      // not a site without articles: somebody is moving folders about
      Problem problem =
          Problem.of(ProblemCode.THIEU_THU_MUC, SourcePos.ofFile(relative(gone.get())));
      return stopped(List.of(problem), changed, start, true, Optional.empty());
    }
    var task =
        new FutureTask<>(
            () ->
                live.bake(
                    events.lookedAt(),
                    progress,
                    uris -> {
                      changed.addAll(uris);
                      events.changed(uris);
                    }));
    task.run();
    try {
      BuildReport report = task.get();
      return new Outcome(
          Optional.of(report), report.problems(), changed, since(start), false, Optional.empty());
    } catch (ExecutionException e) {
      return failed(e.getCause(), changed, start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped(List.of(), changed, start, true, Optional.empty());
    } finally {
      inputs.accept(live.inputs());
    }
  }

  /** The folder of the articles, where it was there before and is not now. */
  private Optional<Path> gone() {
    return live.inputs().stream().limit(1).filter(folder -> !Files.isDirectory(folder)).findFirst();
  }

  private Outcome failed(Throwable cause, Set<String> changed, long start) {
    if (cause instanceof SiteException e) {
      boolean busy =
          e.problems().stream().anyMatch(p -> p.code() == ProblemCode.DANG_CO_LAN_LAM_KHAC);
      return stopped(e.problems(), changed, start, busy, Optional.empty());
    }
    // what is in memory may be half of something
    reopen();
    Optional<IOException> disk = disk(cause);
    if (disk.isPresent()) {
      return stopped(List.of(problem(disk.get())), changed, start, true, Optional.empty());
    }
    Problem problem =
        Problem.of(ProblemCode.LOI_CHUONG_TRINH, SourcePos.ofFile("portal"), cause.toString());
    return stopped(List.of(problem), changed, start, false, Optional.of(cause));
  }

  private static Outcome stopped(
      List<Problem> problems,
      Set<String> changed,
      long start,
      boolean passing,
      Optional<Throwable> failure) {
    return new Outcome(Optional.empty(), problems, changed, since(start), passing, failure);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Optional<IOException> disk(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof IOException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** What the disk does not do. */
  Problem problem(IOException e) {
    boolean full = FULL.matcher(String.valueOf(e.getMessage())).find();
    String file =
        e instanceof FileSystemException f && f.getFile() != null
            ? relative(Path.of(f.getFile()))
            : relative(output);
    return full
        ? Problem.of(ProblemCode.DIA_DAY, SourcePos.ofFile(file))
        : Problem.of(ProblemCode.DIA_HONG, SourcePos.ofFile(file), String.valueOf(e.getMessage()));
  }

  private String relative(Path file) {
    Path below = file.startsWith(site) ? site.relativize(file) : file;
    return below.toString().replace('\\', '/');
  }

  private void reopen() {
    close();
    live = open();
  }

  @Override
  public void close() {
    try {
      live.close();
    } catch (UncheckedIOException e) {
      // of the cache alone; it costs the next bake time and nothing else
      return;
    }
  }
}
