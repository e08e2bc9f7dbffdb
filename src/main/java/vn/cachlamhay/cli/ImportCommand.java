package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.cachlamhay.build.SiteImport;
import vn.cachlamhay.importer.ImportOptions;
import vn.cachlamhay.importer.Importer;
import vn.cachlamhay.importer.Outcome;

/** {@code portal import}: makes drafts of what was written elsewhere. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE|FOLDER|URL", arity = "0..*", descriptionKey = "sources")
  private List<String> sources = List.of();

  @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "import-type")
  private Optional<String> type = Optional.empty();

  @Option(names = "--again", descriptionKey = "again")
  private boolean again;

  @Option(names = "--report", descriptionKey = "report")
  private boolean report;

  @Option(names = "--private-addresses", descriptionKey = "private-addresses")
  private boolean privateAddresses;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Texts texts = options.texts();
    if (sources.isEmpty()) {
      err.println(texts.text("no-sources"));
      err.println(texts.text("see-help", spec.qualifiedName()));
      return Portal.USAGE;
    }
    var site = new SiteImport(options.site());
    var lines = new ImportLines(out, err, texts, site::relative, report);
    List<Outcome> outcomes;
    try (var stop = new Stop();
        Importer importer = site.importer(new ImportOptions(type, again, privateAddresses))) {
      outcomes = importer.run(sources, stop::asked, lines);
    } finally {
      lines.clear();
    }
    lines.summary(outcomes);
    boolean failed =
        outcomes.stream().anyMatch(outcome -> outcome.status() == Outcome.Status.FAILED);
    return failed ? Portal.PROBLEMS : Portal.FINE;
  }

  /** Lets Ctrl-C wait until the draft that is being written is whole. */
  private static final class Stop implements AutoCloseable {

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop);

    Stop() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean asked() {
      return asked.get();
    }

    private void stop() {
      asked.set(true);
      try {
        ended.await();
      } catch (InterruptedException e) {
        // nobody waits for the hook any more
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      ended.countDown();
      if (!asked.get()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }
}
