package vn.cachlamhay.host;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real server on a free port of this machine, with a configuration and a folder of its own. */
abstract class WebServer implements AutoCloseable {

  private final int port;
  private final Process process;
  private final Path log;

  /**
   * Starts the server and waits until it listens.
   *
   * @param program as {@link #require}
   * @param folder for its own files
   */
  WebServer(String program, Path folder, int port, List<String> arguments) throws IOException {
    require(program);
    this.port = port;
    this.log = folder.resolve("output.log");
    var command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    awaitPort();
  }

  /** Skips what needs a file of the system, or fails where PORTAL_REQUIRE_SERVERS is 1. */
  static void require(String file) {
    if (!Files.exists(Path.of(file))) {
      String missing = file + " is not there: tests with real servers did not run";
      if ("1".equals(System.getenv("PORTAL_REQUIRE_SERVERS"))) {
        fail(missing);
      }
      System.out.println("SKIPPED: " + missing);
      Assumptions.abort(missing);
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void awaitPort() throws IOException {
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(log), e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
