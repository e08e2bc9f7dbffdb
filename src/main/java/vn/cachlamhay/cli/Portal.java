package vn.cachlamhay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of the command line. */
@Command(name = "portal", mixinStandardHelpOptions = true, versionProvider = Portal.Version.class)
public final class Portal implements Runnable {

  /** Everything is right. */
  static final int FINE = 0;

  /** Something is wrong with the content, the configuration or the templates. */
  static final int PROBLEMS = 1;

  /** The command was not given as it must be. */
  static final int USAGE = 2;

  /** In the order in which the help tells of them. */
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("bake", BakeCommand.class),
          Map.entry("check", CheckCommand.class),
          Map.entry("serve", ServeCommand.class),
          Map.entry("new", NewCommand.class),
          Map.entry(SearchCommand.NAME, SearchCommand.class),
          Map.entry("publish", PublishCommand.class),
          Map.entry("stats", StatsCommand.class),
          Map.entry("import", ImportCommand.class));

  @Spec private CommandSpec spec;

  /** Runs a command and leaves with its exit code. */
  public static void main(String[] args) {
    // pictures are drawn into files, never onto a screen, which may be there and refuse
    System.setProperty("java.awt.headless", "true");
    // whatever the machine's code page is; portal.cmd sets the console to UTF-8
    System.exit(run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
  }

  /** A writer of its own: one around a PrintStream would use the machine's code page again. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    Texts texts = Texts.in(language(args));
    var line = new CommandLine(new Portal());
    commands(args).forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    var failures = new Failures(texts);
    line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new UsageErrors(texts))
        .setExecutionExceptionHandler(failures);
    // -nữ is a word to leave out
    Optional.ofNullable(line.getSubcommands().get(SearchCommand.NAME))
        .ifPresent(search -> search.setUnmatchedOptionsArePositionalParams(true));
    line.setResourceBundle(texts.bundle());
    line.getCommandSpec().usageMessage().synopsisSubcommandLabel(texts.text("command-label"));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      return failures.outOfMemory(err);
    }
  }

  /**
   * The command that is asked for, where one is; all others cost a tenth of a second to no purpose.
   */
  private static List<Map.Entry<String, Class<?>>> commands(String[] args) {
    List<Map.Entry<String, Class<?>>> asked =
        COMMANDS.stream()
            .filter(command -> args.length > 0 && command.getKey().equals(args[0]))
            .toList();
    return asked.isEmpty() ? COMMANDS : asked;
  }

  /** The language must be known before the first word is said, even about wrong options. */
  private static String language(String[] args) {
    List<String> words = List.of(args);
    int option = words.indexOf("--lang");
    boolean english =
        words.contains("--lang=en")
            || (option >= 0 && option + 1 < words.size() && words.get(option + 1).equals("en"));
    return english ? "en" : "vi";
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The version as the jar's manifest has it. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Portal.class.getPackage().getImplementationVersion();
      return new String[] {
        "Cách làm hay " + (version == null ? "dev" : version),
        "Java " + Runtime.version(),
        "JBake 2.7.0, FreeMarker " + freemarker.template.Configuration.getVersion()
      };
    }
  }
}
