package vn.cachlamhay.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.cachlamhay.build.SiteStats;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.stats.LogFile;
import vn.cachlamhay.stats.LogReader;
import vn.cachlamhay.stats.LogReport;

/** {@code portal stats}: counts readers from the access logs of the host. */
@Command(name = "stats", mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LOG", arity = "0..*", descriptionKey = "logs")
  private List<String> logs = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Texts texts = options.texts();
    if (logs.isEmpty()) {
      err.println(texts.text("no-logs"));
      err.println(texts.text("see-help", spec.qualifiedName()));
      return Portal.USAGE;
    }
    var stats = new SiteStats(options.site());
    var progress = new ReadingLine(out, texts, Console.isTerminal());
    SiteStats.Counted counted;
    try {
      counted = stats.count(files(), progress);
    } finally {
      progress.clear();
    }
    Messages messages = Messages.in(texts.language());
    counted.report().problems().forEach(problem -> err.println(messages.format(problem)));
    print(counted, out, texts);
    return Portal.FINE;
  }

  /** A file that is named twice, as patterns may do, is one. */
  private List<LogFile> files() {
    Map<Object, LogFile> files = new LinkedHashMap<>();
    for (String log : logs) {
      if (log.equals(STANDARD_INPUT)) {
        files.put(log, new LogFile(log, 0, () -> unclosed(System.in)));
      } else {
        Path file = Path.of(log);
        files.putIfAbsent(file.toAbsolutePath().normalize(), LogFile.of(file));
      }
    }
    return new ArrayList<>(files.values());
  }

  /** Standard input is not ours to close. */
  private static InputStream unclosed(InputStream in) {
    return new java.io.FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int from, int length) throws java.io.IOException {
        return in.read(bytes, from, length);
      }

      @Override
      public void close() {
        // left open
      }
    };
  }

  private static void print(SiteStats.Counted counted, PrintWriter out, Texts texts) {
    LogReport report = counted.report();
    out.println(texts.text("lines-read", report.lines(), day(report.from()), day(report.to())));
    out.println(
        texts.text("views-counted", report.counted(), counted.articles(), report.repeated()));
    out.println(texts.text("views-left-out", report.bots(), report.other(), report.unreadable()));
    out.println();
    out.println(texts.text("most-read", day(report.to())));
    for (SiteStats.MostRead article : counted.mostRead()) {
      out.println("  " + texts.text("most-read-line", article.views(), "/" + article.uri()));
    }
    out.println();
    out.println(texts.text("views-written", counted.file()));
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** On a terminal, which log is read and how much of it. */
  private record ReadingLine(PrintWriter out, Texts texts, boolean terminal)
      implements LogReader.Progress {

    @Override
    public void read(LogFile log, long read) {
      if (terminal) {
        String part = log.size() == 0 ? read / 1_000_000 + " MB" : read * 100 / log.size() + " %";
        out.print("\r" + texts.text("reading-log", log.name()) + " " + part + "\u001b[K");
        out.flush();
      }
    }

    void clear() {
      if (terminal) {
        out.print("\r\u001b[K");
        out.flush();
      }
    }
  }
}
