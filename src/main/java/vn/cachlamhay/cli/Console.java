package vn.cachlamhay.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.Step;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/**
 * Shows a build: its steps as they go, its problems, and what came of it; or all of that as JSON.
 */
final class Console {

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Of notices of one kind so many are told, where an old site may have thousands. */
  private static final int ALIKE = 5;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Texts texts;
  private final Messages messages;
  private final boolean json;
  private final boolean terminal;

  Console(CommandLine line, BuildingOptions options) {
    this(line, options.texts(), options.json());
  }

  /**
   * @param json whether only the problems are told, for other programs
   */
  Console(CommandLine line, Texts texts, boolean json) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.texts = texts;
    this.messages = Messages.in(texts.language());
    this.json = json;
    this.terminal = isTerminal() && !json;
  }

  /** Runs a build, shows what it says, the first notices of each kind, and gives the exit code. */
  int show(Supplier<BuildReport> build) {
    return show(build, ALIKE);
  }

  /** The same with all notices. */
  int showAll(Supplier<BuildReport> build) {
    return show(build, Integer.MAX_VALUE);
  }

  private int show(Supplier<BuildReport> build, int alike) {
    long start = System.nanoTime();
    try {
      BuildReport report = build.get();
      if (json) {
        out.println(JSON.toJson(asJson(report.problems())));
      } else {
        print(report.problems(), alike);
        summary(report, Duration.ofNanos(System.nanoTime() - start));
      }
      return report.hasErrors() ? Portal.PROBLEMS : Portal.FINE;
    } catch (SiteException e) {
      if (json) {
        out.println(JSON.toJson(asJson(e.problems())));
      } else {
        clearLine();
        print(e.problems(), alike);
        err.println(texts.text("nothing-written"));
      }
      return exitCode(e);
    }
  }

  /** What a run that could not go on ends with. */
  static int exitCode(SiteException e) {
    return e.problems().stream().anyMatch(p -> p.code() == ProblemCode.KHONG_CO_TRANG)
        ? Portal.USAGE
        : Portal.PROBLEMS;
  }

  /** Whether somebody sits before it, rather than another program or a file. */
  static boolean isTerminal() {
    return System.console() != null;
  }

  Progress progress() {
    return json ? Progress.SILENT : new Lines();
  }

  private void print(List<Problem> problems, int alike) {
    var told = new EnumMap<ProblemCode, Integer>(ProblemCode.class);
    for (Problem problem : problems) {
      if (problem.isError() || told.merge(problem.code(), 1, Integer::sum) <= alike) {
        err.println(messages.format(problem));
      }
    }
    told.forEach(
        (code, count) -> {
          if (count > alike) {
            err.println(texts.text("more-alike", code.code(), count - alike));
          }
        });
  }

  private void summary(BuildReport report, Duration total) {
    long errors = report.problems().stream().filter(Problem::isError).count();
    out.println(texts.text("made", report.articles(), report.pages()));
    report
        .written()
        .ifPresent(
            result ->
                out.println(
                    texts.text("written", result.files(), result.written(), result.removed())));
    if (report.links() > 0) {
      out.println(texts.text("links", report.links()));
    }
    out.println(texts.text(errors == 0 ? "fine" : "errors", errors, seconds(total)));
  }

  private Map<String, Object> asJson(List<Problem> problems) {
    var list = new ArrayList<Map<String, Object>>();
    for (Problem problem : problems) {
      var entry = new LinkedHashMap<String, Object>();
      entry.put("file", problem.pos().file());
      entry.put("line", problem.pos().line());
      entry.put("column", problem.pos().column());
      entry.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
      entry.put("code", problem.code().code());
      entry.put("message", messages.message(problem));
      entry.put("hint", messages.hint(problem));
      list.add(entry);
    }
    return Map.of("problems", list);
  }

  private void clearLine() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  /** With the decimal sign of the language. */
  private String seconds(Duration duration) {
    Locale locale = Locale.forLanguageTag(texts.language());
    return String.format(locale, "%.2f s", duration.toMillis() / 1000.0);
  }

  /** A line a step; on a terminal the step that runs is shown too. */
  private final class Lines implements Progress {

    @Override
    public void started(Step step) {
      if (terminal) {
        out.print("… " + name(step));
        out.flush();
      }
    }

    @Override
    public void finished(Step step, Duration duration) {
      clearLine();
      out.printf(Locale.ROOT, "%d  %-26s %s%n", step.ordinal() + 1, name(step), seconds(duration));
    }

    private String name(Step step) {
      return texts.text("step." + step.name().toLowerCase(Locale.ROOT));
    }
  }
}
