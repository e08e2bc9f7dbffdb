package vn.cachlamhay.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.importer.Importer;
import vn.cachlamhay.importer.Kept;
import vn.cachlamhay.importer.Outcome;
import vn.cachlamhay.importer.ReportWords;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Figure;
import vn.cachlamhay.recognition.Finding;

/**
 * What an import says: a line for each draft, all that was found where there are few, and on a
 * terminal how far it is and for how long still. For one thread.
 */
final class ImportLines implements Importer.Listener {

  /** Of so many all is told without asking. */
  private static final int FEW = 3;

  private static final int MOST_DROPPED = 12;
  private static final int LONGEST = 100;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Texts texts;
  private final Messages messages;
  private final ReportWords words;
  private final UnaryOperator<String> relative;
  private final boolean whole;
  private final boolean terminal = Console.isTerminal();
  private final long start = System.nanoTime();

  /**
   * @param relative names an article as people know it
   * @param whole whether all is told of each
   */
  ImportLines(
      PrintWriter out,
      PrintWriter err,
      Texts texts,
      UnaryOperator<String> relative,
      boolean whole) {
    this.out = out;
    this.err = err;
    this.texts = texts;
    this.messages = Messages.in(texts.language());
    this.words = ReportWords.in(texts.language());
    this.relative = relative;
    this.whole = whole;
  }

  @Override
  public void done(Outcome outcome, int done, int all) {
    clear();
    String article = outcome.article().map(relative).orElse("");
    if (outcome.status() == Outcome.Status.FAILED) {
      outcome.problems().forEach(problem -> err.println(messages.format(problem)));
    } else if (outcome.status() == Outcome.Status.KNOWN) {
      out.println(texts.text("import-known", outcome.source(), article));
    } else {
      out.println(texts.text("import-made", outcome.source(), article));
      if (whole || all <= FEW) {
        outcome.kept().ifPresent(this::report);
      }
      outcome.problems().forEach(this::notice);
    }
    out.flush();
    err.flush();
    if (terminal && done < all) {
      progress(done, all);
    }
  }

  private void progress(int done, int all) {
    double seconds = (System.nanoTime() - start) / 1e9;
    long left = Math.round(seconds / done * (all - done));
    out.print("\r" + texts.text("importing", done, all, left) + "\u001b[K");
    out.flush();
  }

  private void notice(Problem problem) {
    out.println("  ! " + messages.message(problem));
    out.println("    " + messages.hint(problem));
  }

  private void report(Kept kept) {
    List<Field> missing = kept.missing();
    for (Field field : Field.values()) {
      List<Finding> found =
          kept.fields().stream().filter(finding -> finding.field() == field).toList();
      String label = words.of(field);
      if (missing.contains(field)) {
        line(label, words.unknown(), "");
        label = "";
      }
      for (Finding finding : found) {
        boolean guess = finding.certainty() == Finding.Certainty.GUESS;
        line(label, (guess ? "? " : "") + shortened(finding.value()), why(finding));
        label = "";
      }
    }
    String label = texts.text("import-figure");
    for (Figure figure : kept.figures()) {
      line(label, words.of(figure) + " – " + shortened(figure.indicator()), "");
      label = "";
    }
    if (!kept.dropped().isEmpty()) {
      out.println("  " + texts.text("import-dropped", kept.dropped().size()));
      kept.dropped().stream()
          .limit(MOST_DROPPED)
          .forEach(dropped -> out.println("    - " + shortened(dropped)));
      if (kept.dropped().size() > MOST_DROPPED) {
        out.println("    …");
      }
    }
    if (!kept.changes().isEmpty()) {
      out.println("  " + texts.text("import-tidied", kept.changes().size()));
      if (whole) {
        kept.changes().forEach(this::change);
      }
    }
  }

  private void change(Kept.Change change) {
    out.println("    - " + words.of(change) + ": " + change.before().replace('\n', '⏎'));
    out.println("      → " + change.after());
  }

  /** How sure, where, and the words there unless they are the value itself. */
  private String why(Finding finding) {
    String how = words.of(finding.certainty()) + ", " + words.of(finding.where());
    boolean same = finding.quote().isEmpty() || finding.quote().equals(finding.value());
    return same ? how : how + ": " + shortened(finding.quote());
  }

  private void line(String label, String value, String note) {
    String aside = note.isEmpty() ? "" : "   (" + note + ")";
    out.printf(Locale.ROOT, "  %-14s %s%s%n", label, value, aside);
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  void summary(List<Outcome> outcomes) {
    long made = count(outcomes, Outcome.Status.MADE);
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    Locale locale = Locale.forLanguageTag(texts.language());
    out.println(
        texts.text(
            "import-done",
            made,
            count(outcomes, Outcome.Status.KNOWN),
            count(outcomes, Outcome.Status.FAILED),
            String.format(locale, "%.1f", seconds)));
    if (made > 0) {
      out.println(texts.text("import-next"));
    }
  }

  private static long count(List<Outcome> outcomes, Outcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}
