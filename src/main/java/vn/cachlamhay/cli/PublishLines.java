package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.publish.PublishListener;
import vn.cachlamhay.publish.Publisher;

/**
 * What publishing says: on a terminal how far it is, at which rate and for how long still;
 * elsewhere a line now and then. Thread-safe.
 */
final class PublishLines implements PublishListener {

  private static final int NAMED = 20;
  private static final long BLINK_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Texts texts;
  private final Messages messages;
  private final NumberFormat one;
  private final boolean terminal = Console.isTerminal();

  private Work work = Work.LOOK;
  // people take their time to answer, which is no part of it
  private long sending = System.nanoTime();
  private long workStart;
  private long shown;
  private int files;
  private int filesDone;
  private long bytes;
  private long bytesDone;

  PublishLines(PrintWriter out, PrintWriter err, Texts texts) {
    this.out = out;
    this.err = err;
    this.texts = texts;
    this.messages = Messages.in(texts.language());
    this.one = NumberFormat.getNumberInstance(Locale.forLanguageTag(texts.language()));
    one.setMinimumFractionDigits(1);
    one.setMaximumFractionDigits(1);
  }

  void target(String address) {
    out.println(texts.text("publish-to", address));
    out.flush();
  }

  @Override
  public synchronized void begins(Work next, int count, long size) {
    clear();
    work = next;
    files = count;
    bytes = size;
    filesDone = 0;
    bytesDone = 0;
    workStart = System.nanoTime();
    shown = workStart;
    if (next == Work.SEND) {
      sending = workStart;
    }
    if (next == Work.LOOK || count > 0) {
      show();
    }
  }

  @Override
  public synchronized void done(String path, long size) {
    filesDone++;
    bytesDone += size;
    long now = System.nanoTime();
    if (now - shown > (terminal ? BLINK_NANOS : LINE_NANOS)) {
      shown = now;
      show();
    }
  }

  @Override
  public synchronized void tryingAgain(int attempt, IOException why) {
    if (attempt > 0) {
      clear();
      err.println(texts.text("trying-again", attempt, ConsoleCredentials.inWords(why)));
    }
  }

  @Override
  public synchronized void notice(Problem problem) {
    clear();
    err.println(messages.format(problem));
  }

  private void show() {
    String line = texts.text("publish-" + work.name().toLowerCase(Locale.ROOT), filesDone, files);
    double seconds = (System.nanoTime() - workStart) / 1e9;
    if (bytes > 0 && bytesDone > 0 && seconds > 1) {
      double rate = bytesDone / seconds;
      long left = Math.round((bytes - bytesDone) / rate);
      line += texts.text("publish-rate", size(bytesDone), size(bytes), size((long) rate), left);
    }
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
    } else {
      out.println(line);
    }
    out.flush();
  }

  synchronized void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  /** What was done, or would be. */
  synchronized void outcome(Publisher.Outcome outcome, boolean planned, boolean back) {
    clear();
    Publisher.Summary plan = outcome.plan();
    if (plan.isEmpty() && !outcome.resumed()) {
      out.println(texts.text("publish-same"));
      return;
    }
    if (planned) {
      list("+", plan.added());
      list("~", plan.changed());
      list("-", plan.removed());
      list("-", plan.foreign());
    }
    if (outcome.resumed()) {
      out.println(texts.text("publish-resumed"));
    }
    String key = planned ? "publish-plan" : back ? "publish-back" : "publish-done";
    out.println(
        texts.text(
            key,
            plan.added().size(),
            plan.changed().size(),
            plan.removed().size() + plan.foreign().size(),
            size(outcome.bytes()),
            one.format(Duration.ofNanos(System.nanoTime() - sending).toMillis() / 1000.0)));
  }

  private void list(String sign, List<String> paths) {
    paths.stream().limit(NAMED).forEach(path -> out.println("  " + sign + " " + path));
    if (paths.size() > NAMED) {
      out.println("  " + texts.text("publish-more", paths.size() - NAMED));
    }
  }

  synchronized void verified(int wrong) {
    clear();
    if (wrong == 0) {
      out.println(texts.text("publish-verified", filesDone));
    }
  }

  private String size(long count) {
    return count < 1_000_000
        ? one.format(count / 1000.0) + " KB"
        : one.format(count / 1_000_000.0) + " MB";
  }
}
