package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** What tests against the servers of the machine have in common. */
final class Servers {

  private Servers() {}

  /**
   * Goes on only where a condition holds. Otherwise the test is skipped, or fails where
   * PORTAL_REQUIRE_SERVERS is 1, as it is in continuous integration.
   */
  static void require(boolean condition, String missing) {
    if (condition) {
      return;
    }
    if ("1".equals(System.getenv("PORTAL_REQUIRE_SERVERS"))) {
      fail(missing);
    }
    System.out.println("SKIPPED: " + missing);
    Assumptions.abort(missing);
  }

  /** Goes on only where all of these programs are. */
  static void requirePrograms(String... programs) {
    for (String program : programs) {
      require(Files.isExecutable(Path.of(program)), program + " is not there");
    }
  }

  /** Goes on only where the test may do what only root may. */
  static void requireRoot() {
    require("root".equals(System.getProperty("user.name")), "this needs root");
  }

  /** A port that was free a moment ago. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program to its end; what it said. */
  static String run(List<String> command) throws IOException {
    return run(command, "");
  }

  /** Runs a program that is told something; what it said. */
  static String run(List<String> command, String told) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(told.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ": " + said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return said;
  }
}
