package vn.cachlamhay.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.Step;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.preview.PreviewListener;

/** What a preview says in the window in which it was started. For one thread at a time. */
final class ServeLines implements PreviewListener {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int NAMED = 3;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Texts texts;
  private final Messages messages;

  ServeLines(PrintWriter out, PrintWriter err, Texts texts) {
    this.out = out;
    this.err = err;
    this.texts = texts;
    this.messages = Messages.in(texts.language());
  }

  /** For the first bake, which may take a while. */
  Progress steps() {
    return new Progress() {
      @Override
      public void started(Step step) {
        // told when it is done
      }

      @Override
      public void finished(Step step, Duration duration) {
        String name = texts.text("step." + step.name().toLowerCase(Locale.ROOT));
        out.printf(Locale.ROOT, "%d  %-26s %s%n", step.ordinal() + 1, name, seconds(duration));
      }
    };
  }

  void ready(String address) {
    out.println();
    out.println(texts.text("serving", address));
    out.println(texts.text("editor-at", address + "bien-tap/"));
    out.println(texts.text("how-to-end"));
    out.println();
    out.flush();
  }

  void ended() {
    out.println();
    out.println(texts.text("ended"));
    out.flush();
  }

  @Override
  public void shown(List<String> files, Set<String> uris, Duration duration) {
    say(texts.text("shown", names(files), milliseconds(duration)));
  }

  @Override
  public void baked(Bake bake) {
    if (bake.otherProblems()) {
      bake.problems().forEach(problem -> err.println(messages.format(problem)));
    }
    long errors = bake.problems().stream().filter(Problem::isError).count();
    if (errors > 0) {
      say(texts.text(bake.stopped() ? "bake-stopped" : "bake-errors", errors));
    } else {
      String what = bake.files().isEmpty() ? "" : names(bake.files()) + ": ";
      say(texts.text("bake-fine", what, bake.changed(), milliseconds(bake.duration())));
    }
  }

  @Override
  public void failed(Throwable failure) {
    err.println(texts.text("internal-error"));
    failure.printStackTrace(err);
  }

  private void say(String text) {
    out.println(TIME.format(LocalTime.now()) + "  " + text);
    out.flush();
  }

  private String names(List<String> files) {
    String first = String.join(", ", files.stream().limit(NAMED).toList());
    return files.size() > NAMED ? texts.text("and-more", first, files.size() - NAMED) : first;
  }

  private static String milliseconds(Duration duration) {
    return duration.toMillis() + " ms";
  }

  private String seconds(Duration duration) {
    Locale locale = Locale.forLanguageTag(texts.language());
    return String.format(locale, "%.2f s", duration.toMillis() / 1000.0);
  }
}
