package vn.cachlamhay.preview;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import vn.cachlamhay.diag.Problem;

/**
 * Tells browsers and the terminal what happens. What is wrong is told a moment later than all else:
 * programs that save in several writes leave half a file for an instant, of which nobody needs to
 * hear. For the thread of the loop.
 */
final class Announcer {

  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long NOTHING = TimeUnit.HOURS.toNanos(1);

  private final Path site;
  private final Events events;
  private final PreviewListener listener;
  private final ProblemTexts texts;
  private final Set<Path> changed = new TreeSet<>();
  private Optional<SiteBakes.Outcome> untold = Optional.empty();
  private long untoldUntil;
  private List<Problem> toldProblems = List.of();

  Announcer(Path site, Events events, PreviewListener listener) {
    this.site = site;
    this.events = events;
    this.listener = listener;
    this.texts = new ProblemTexts(site);
  }

  /** Files have changed on the disk. */
  void changed(Set<Path> files) {
    changed.addAll(files);
    List<String> content =
        files.stream().map(this::belowContent).flatMap(Optional::stream).toList();
    if (!content.isEmpty()) {
      events.send("changed", Map.of("paths", content));
    }
  }

  /** As the editor's paths are written. */
  private Optional<String> belowContent(Path file) {
    Path content = site.resolve("content");
    return file.startsWith(content)
        ? Optional.of(content.relativize(file).toString().replace('\\', '/'))
        : Optional.empty();
  }

  /** Pages are there, before all else is made. */
  void shown(Set<String> uris, Duration duration) {
    listener.shown(names(), uris, duration);
  }

  /** Our own mistake. */
  void failed(Throwable failure) {
    listener.failed(failure);
  }

  /** A bake has ended. */
  void baked(SiteBakes.Outcome outcome, boolean first) {
    outcome.failure().ifPresent(listener::failed);
    boolean wrong = outcome.problems().stream().anyMatch(Problem::isError);
    untold = Optional.of(outcome);
    untoldUntil = System.nanoTime() + (wrong && !first ? MOMENT : 0);
  }

  /** What is to be told now. */
  Optional<Runnable> due(long now) {
    return untold.isPresent() && untoldUntil - now <= 0
        ? Optional.of(() -> tell(untold.get()))
        : Optional.empty();
  }

  /** How long until something is to be told. */
  long waiting(long now) {
    return untold.isPresent() ? untoldUntil - now : NOTHING;
  }

  private void tell(SiteBakes.Outcome outcome) {
    untold = Optional.empty();
    boolean same = outcome.problems().equals(toldProblems);
    toldProblems = outcome.problems();
    var told = new LinkedHashMap<String, Object>();
    told.put("stopped", outcome.stopped());
    told.put("problems", texts.errors(outcome.problems()));
    events.problems(told);
    // each minute the site is looked at again, of which there is nothing to say
    if (!changed.isEmpty() || !outcome.changed().isEmpty() || !same) {
      listener.baked(
          new PreviewListener.Bake(
              names(),
              outcome.changed().size(),
              outcome.problems(),
              outcome.stopped(),
              !same,
              outcome.duration()));
    }
    changed.clear();
  }

  private List<String> names() {
    return changed.stream()
        .map(file -> file.startsWith(site) ? site.relativize(file) : file)
        .map(file -> file.toString().replace('\\', '/'))
        .toList();
  }
}
