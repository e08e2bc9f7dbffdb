package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.SiteException;

/**
 * Says what went wrong beyond the editor's files: disks, rights, and our own mistakes; and why a
 * command that builds nothing could not do its work.
 */
final class Failures implements CommandLine.IExecutionExceptionHandler {

  private final Texts texts;

  Failures(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof SiteException site) {
      Messages messages = Messages.in(texts.language());
      site.problems().forEach(problem -> err.println(messages.format(problem)));
      return Console.exitCode(site);
    }
    if (e instanceof UncheckedIOException || e instanceof IOException) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      err.println(texts.text("disk-failed", cause.toString()));
    } else if (e.getCause() instanceof OutOfMemoryError) {
      return outOfMemory(err);
    } else {
      err.println(texts.text("internal-error"));
      e.printStackTrace(err);
    }
    err.println(texts.text("nothing-lost"));
    return Portal.PROBLEMS;
  }

  /** A site that is too large for the memory that Java may use. */
  int outOfMemory(PrintWriter err) {
    long most = Runtime.getRuntime().maxMemory() >> 20;
    err.println(texts.text("out-of-memory", String.valueOf(most)));
    err.println(texts.text("nothing-lost"));
    return Portal.PROBLEMS;
  }
}
