package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** Says what went wrong beyond the editor's files: disks, rights, and our own mistakes. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

  private final Texts texts;

  Failures(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof UncheckedIOException || e instanceof IOException) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      err.println(texts.text("disk-failed", cause.toString()));
    } else {
      err.println(texts.text("internal-error"));
      e.printStackTrace(err);
    }
    err.println(texts.text("nothing-lost"));
    return Portal.PROBLEMS;
  }
}
