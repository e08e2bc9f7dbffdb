package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.build.TestSite;

/**
 * {@code serve} as a program of its own, and the browser that it opens: here one that notes why.
 */
@DisabledOnOs(OS.WINDOWS)
class ServeProcessTest {

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");
  private static final String ARTICLE = "content/bai-viet/2018/bac-son.md";

  @TempDir Path folder;

  private Path programs;
  private Path asked;
  private TestSite site;

  @BeforeEach
  void prepare() throws IOException {
    site = TestSite.copyOf("portal-small", folder.resolve("site"));
    programs = Files.createDirectory(folder.resolve("programs"));
    asked = folder.resolve("asked");
  }

  @Test
  void opensTheBrowserAtTheAddressThatItSays() throws Exception {
    installBrowser();
    try (Served served = serve()) {
      String address = served.await(ADDRESS);
      assertThat(await("browser", () -> read(asked).filter(text -> text.endsWith("\n"))))
          .isEqualTo(address + "\n");
      assertThat(get(address)).isEqualTo(200);
    }
  }

  @Test
  void leavesTheBrowserAloneWhereThatIsWanted() throws Exception {
    installBrowser();
    try (Served served = serve("--no-open")) {
      String address = served.await(ADDRESS);
      assertThat(get(address)).isEqualTo(200);
      // long after the moment when it would have been opened
      site.append(ARTICLE, "\nThêm một dòng.\n");
      served.await(Pattern.compile("bac-son\\.md"));
      assertThat(asked).doesNotExist();
    }
  }

  /** A machine without the command: the reader is told what to do, and all else works. */
  @Test
  void saysWhatToOpenWhereThereIsNoBrowser() throws Exception {
    try (Served served = serve()) {
      String address = served.await(ADDRESS);
      served.await(Pattern.compile("hãy mở trình duyệt và gõ " + Pattern.quote(address)));
      assertThat(get(address)).isEqualTo(200);
    }
  }

  /** Under the names of Linux and macOS. */
  private void installBrowser() throws IOException {
    for (String name : List.of("xdg-open", "open")) {
      Path program =
          Files.writeString(
              programs.resolve(name), "#!/bin/sh\necho \"$*\" >> '%s'\n".formatted(asked));
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private Served serve(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Portal.class.getName(),
                "serve",
                "--port",
                "0",
                "--site",
                folder.resolve("site").toString()));
    command.addAll(List.of(more));
    Path said = folder.resolve("said");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new Served(builder.start(), said);
  }

  private static int get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T await(String what, Supplier<Optional<T>> found) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      var now = found.get();
      if (now.isPresent()) {
        return now.get();
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("did not come: " + what);
  }

  /** The program while it runs, and what it has said. */
  private record Served(Process process, Path said) implements AutoCloseable {

    String await(Pattern pattern) {
      return ServeProcessTest.await(
          pattern + " in " + read(said).orElse(""),
          () -> read(said).map(pattern::matcher).filter(Matcher::find).map(Matcher::group));
    }

    /** Ends as by Ctrl+C, properly. */
    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end");
      }
    }
  }
}
