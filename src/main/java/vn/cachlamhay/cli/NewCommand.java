package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.cachlamhay.build.SiteArticles;
import vn.cachlamhay.diag.Messages;

/** {@code portal new}: makes the file of a new article. */
@Command(name = "new", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TITLE", arity = "0..*", descriptionKey = "title")
  private List<String> title = List.of();

  @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "type")
  private Optional<String> type = Optional.empty();

  @Option(names = "--locality", paramLabel = "PLACE", descriptionKey = "locality")
  private List<String> localities = List.of();

  @Option(names = "--topic", paramLabel = "TOPIC", descriptionKey = "topic")
  private List<String> topics = List.of();

  @Option(names = "--date", paramLabel = "DATE", descriptionKey = "date")
  private Optional<String> date = Optional.empty();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Texts texts = options.texts();
    // without quotation marks a title comes in words
    String whole = String.join(" ", title).strip();
    if (whole.isEmpty()) {
      err.println(texts.text("no-title"));
      err.println(texts.text("see-help", spec.qualifiedName()));
      return Portal.USAGE;
    }
    var wanted = new SiteArticles.Wanted(whole, type, localities, topics, date);
    SiteArticles.Made made = new SiteArticles(options.site()).create(wanted);
    Messages messages = Messages.in(texts.language());
    made.problems().forEach(problem -> err.println(messages.format(problem)));
    if (made.file().isEmpty()) {
      err.println(texts.text("article-not-made"));
      return Portal.PROBLEMS;
    }
    out.println(texts.text("article-made", made.file().get()));
    out.println(texts.text("article-next"));
    return Portal.FINE;
  }
}
