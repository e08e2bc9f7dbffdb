package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.cachlamhay.editor.SiteEditor;
import vn.cachlamhay.preview.SitePreview;

/** {@code portal serve}: shows the site while it is being written. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int SHORTEST_PASSWORD = 8;

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "preview-out")
  private Path out;

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  private int port = 8080;

  @Option(names = "--host", paramLabel = "HOST", descriptionKey = "host")
  private String host = "127.0.0.1";

  @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
  private Path passwordFile;

  @Option(names = "--no-open", descriptionKey = "no-open")
  private boolean stayClosed;

  @Override
  public Integer call() throws IOException {
    Texts texts = options.texts();
    PrintWriter err = spec.commandLine().getErr();
    Optional<String> password = Optional.empty();
    if (passwordFile != null) {
      password = password();
      if (password.isEmpty()) {
        err.println(texts.text("password-short", passwordFile, SHORTEST_PASSWORD));
        return Portal.USAGE;
      }
    }
    var wanted = new SitePreview.Options(options.site(), output(), host, port, password);
    if (port < 0 || port > 65535) {
      err.println(texts.text("wrong-value", String.valueOf(port)));
      return Portal.USAGE;
    }
    try {
      if (wanted.isOpen() && password.isEmpty()) {
        err.println(texts.text("password-needed", host));
        return Portal.USAGE;
      }
      return serve(wanted, texts);
    } catch (BindException | java.net.UnknownHostException e) {
      err.println(texts.text("cannot-listen", host, String.valueOf(port)));
      return Portal.USAGE;
    }
  }

  private Optional<Path> output() {
    return Optional.ofNullable(out);
  }

  /** The first line of the file; empty where it is too short to keep anybody out. */
  private Optional<String> password() throws IOException {
    try (var lines = Files.lines(passwordFile)) {
      return lines.findFirst().filter(line -> line.length() >= SHORTEST_PASSWORD);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int serve(SitePreview.Options wanted, Texts texts) throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    var lines = new ServeLines(terminal, spec.commandLine().getErr(), texts);
    var preview = new SitePreview(wanted, SiteEditor::of, lines);
    var ended = new CountDownLatch(1);
    // Ctrl+C, and the window that is closed
    var end =
        new Thread(
            () -> {
              preview.close();
              lines.ended();
              ended.countDown();
            },
            "preview-end");
    Runtime.getRuntime().addShutdownHook(end);
    if (preview.port() != port && port != 0) {
      terminal.println(
          texts.text("port-taken", String.valueOf(port), String.valueOf(preview.port())));
    }
    preview.start(lines.steps());
    lines.ready(preview.address());
    if (!stayClosed) {
      Browsers.open(preview.address(), terminal, texts);
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      preview.close();
      Thread.currentThread().interrupt();
    }
    return Portal.FINE;
  }
}
