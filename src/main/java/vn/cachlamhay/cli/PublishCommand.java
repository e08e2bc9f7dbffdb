package vn.cachlamhay.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.SiteKeys;
import vn.cachlamhay.publish.FinishedSite;
import vn.cachlamhay.publish.Patience;
import vn.cachlamhay.publish.Publisher;
import vn.cachlamhay.publish.Target;
import vn.cachlamhay.publish.TargetConfig;
import vn.cachlamhay.publish.TargetException;
import vn.cachlamhay.publish.Targets;

/** {@code portal publish}: puts the finished site on a host. */
@Command(name = "publish", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  @Mixin private SiteOptions options;
  @Mixin private Allowances allowances;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TARGET", arity = "0..1", descriptionKey = "target")
  private Optional<String> name = Optional.empty();

  @Option(names = "--bake", descriptionKey = "publish-bake")
  private boolean bake;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean sure;

  @Option(names = "--verify", descriptionKey = "verify")
  private boolean verify;

  @Option(names = "--rollback", descriptionKey = "rollback")
  private boolean rollBack;

  @Option(names = "--prune-foreign", descriptionKey = "prune-foreign")
  private boolean pruneForeign;

  @Option(names = "--unlock", descriptionKey = "unlock")
  private boolean unlock;

  @Option(names = "--accept-host-key", descriptionKey = "accept-host-key")
  private boolean acceptHostKey;

  @Override
  public Integer call() throws IOException {
    Texts texts = options.texts();
    PrintWriter err = spec.commandLine().getErr();
    Messages messages = Messages.in(texts.language());
    var console = new Console(spec.commandLine(), texts, false);
    var builder =
        new SiteBuilder(
            BuildOptions.now(options.site(), options.output(), false), console.progress());
    SiteKeys keys = builder.keys(Targets.PREFIX);
    var problems = new ArrayList<Problem>();
    Map<String, TargetConfig> targets =
        Targets.in(options.site().toAbsolutePath().normalize(), keys, problems);
    if (!problems.isEmpty()) {
      problems.stream().sorted().forEach(problem -> err.println(messages.format(problem)));
      return Portal.PROBLEMS;
    }
    try {
      TargetConfig config = Targets.choose(targets, name, keys);
      if (bake && !rollBack) {
        console.show(builder::bake);
      }
      return publish(config, builder);
    } catch (TargetException e) {
      err.println(messages.format(e.problem()));
      return e.problem().code() == ProblemCode.DICH_KHONG_CO ? Portal.USAGE : Portal.PROBLEMS;
    }
  }

  private int publish(TargetConfig config, SiteBuilder builder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Texts texts = options.texts();
    FinishedSite site = FinishedSite.of(builder.output());
    if (!rollBack) {
      List<Problem> doubts = allowances.doubts(builder.state(), name(site.folder()));
      if (!doubts.isEmpty()) {
        Messages messages = Messages.in(texts.language());
        doubts.forEach(problem -> err.println(messages.format(problem)));
        return Portal.PROBLEMS;
      }
    }
    var lines = new PublishLines(out, err, texts);
    var people = new ConsoleCredentials(texts, acceptHostKey);
    try (Closeable lock = site.lock();
        Target target = Targets.open(config, people)) {
      lines.target(target.address());
      target.notices().forEach(lines::notice);
      var publisher = new Publisher(config, target, Patience.USUAL, lines);
      var asked = new Publisher.Options(dryRun, sure, pruneForeign, unlock);
      Publisher.Outcome outcome =
          rollBack
              ? publisher.rollBack(site.folder(), asked)
              : publisher.publish(site, asked, plan -> allowances.inspect(site, plan));
      lines.outcome(outcome, dryRun, rollBack);
      return verify && !dryRun ? verified(publisher, config, lines) : Portal.FINE;
    } catch (TargetException e) {
      lines.clear();
      throw e;
    } catch (IOException e) {
      lines.clear();
      throw config.refused(
          ProblemCode.DICH_MAT_KET_NOI,
          e,
          config.value("url").orElse(config.name()),
          String.valueOf(Patience.USUAL.tries()),
          ConsoleCredentials.inWords(e));
    }
  }

  private static int verified(Publisher publisher, TargetConfig config, PublishLines lines)
      throws IOException {
    List<String> wrong = publisher.verify();
    lines.verified(wrong.size());
    if (wrong.isEmpty()) {
      return Portal.FINE;
    }
    throw config.refused(
        ProblemCode.DANG_SAI_TREN_MAY_CHU, null, String.valueOf(wrong.size()), wrong.get(0));
  }

  private static SourcePos name(Path folder) {
    return SourcePos.ofFile(folder.toString().replace('\\', '/'));
  }
}
