package vn.cachlamhay.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what would be right. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {

  private final Texts texts;

  UsageErrors(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    if (e instanceof UnmatchedArgumentException unmatched) {
      err.println(texts.text("unknown-argument", String.join(" ", unmatched.getUnmatched())));
      String likely = String.join(", ", unmatched.getSuggestions());
      if (!likely.isEmpty()) {
        err.println(texts.text("did-you-mean", likely));
      }
    } else if (e instanceof MissingParameterException) {
      err.println(texts.text("missing-value", String.join(" ", args)));
    } else if (e.getValue() == null) {
      err.println(texts.text("wrong-command"));
    } else {
      err.println(texts.text("wrong-value", String.valueOf(e.getValue())));
    }
    err.println(texts.text("see-help", e.getCommandLine().getCommandSpec().qualifiedName()));
    return Portal.USAGE;
  }
}
