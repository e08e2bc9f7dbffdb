package vn.cachlamhay.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.cachlamhay.build.SiteSearch;

/** {@code portal search}: looks for articles in the site that was baked. */
@Command(name = SearchCommand.NAME)
final class SearchCommand implements Callable<Integer> {

  static final String NAME = "search";

  @Mixin private SiteOptions options;
  @Spec private CommandSpec spec;

  // not -h too: then -hà would not be a word to leave out
  @Option(names = "--help", usageHelp = true, descriptionKey = "help")
  private boolean help;

  @Option(names = "--verbatim", descriptionKey = "verbatim")
  private boolean verbatim;

  @Parameters(paramLabel = "QUERY", arity = "0..*", descriptionKey = "query")
  private List<String> words = List.of();

  private int limit = 10;

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
  void setLimit(int limit) {
    if (limit < 1) {
      var option = spec.findOption("--limit");
      throw new ParameterException(spec.commandLine(), "--limit", option, String.valueOf(limit));
    }
    this.limit = limit;
  }

  @Override
  public Integer call() {
    refuseUnknownOptions();
    if (words.equals(List.of("-h"))) {
      spec.commandLine().usage(spec.commandLine().getOut());
      return Portal.FINE;
    }
    Texts texts = options.texts();
    String query = String.join(" ", words);
    if (query.isBlank()) {
      spec.commandLine().getErr().println(texts.text("no-query"));
      spec.commandLine().getErr().println(texts.text("see-help", spec.qualifiedName()));
      return Portal.USAGE;
    }
    SiteSearch search = new SiteSearch(options.site(), options.output());
    SiteSearch.Answer answer = search.find(query, verbatim, limit);
    new Results(spec.commandLine().getOut(), texts, Console.isTerminal()).print(answer, verbatim);
    return Portal.FINE;
  }

  /** A word with one minus is one to leave out; with two it is an option that there is not. */
  private void refuseUnknownOptions() {
    List<String> unknown = words.stream().filter(word -> word.startsWith("--")).toList();
    if (!unknown.isEmpty()) {
      throw new UnmatchedArgumentException(spec.commandLine(), unknown);
    }
  }
}
