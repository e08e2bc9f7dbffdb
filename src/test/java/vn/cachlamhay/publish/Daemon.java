package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of the machine, started for a test on a port of its own and ended with it. */
final class Daemon implements AutoCloseable {

  private final Process process;

  private Daemon(Process process) {
    this.process = process;
  }

  /** Starts a server in the foreground and waits until it listens. */
  static Daemon start(Path log, int port, ProcessBuilder command)
      throws IOException, InterruptedException {
    Process process =
        command
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        fail(command.command() + " does not listen: " + Files.readString(log));
      }
      Thread.sleep(50);
    }
    return new Daemon(process);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** Runs a program to its end. */
  static void run(String... command) throws IOException {
    Servers.run(List.of(command));
  }

  /** Lets everybody in, as far as this folder is concerned. */
  static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A certificate that nobody has signed but itself, and its key, for a name. */
  static void certificate(Path pem, Path key, String name) throws IOException {
    String command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
            + " -subj /CN="
            + name
            + " -addext subjectAltName=DNS:"
            + name
            + " -keyout "
            + key
            + " -out "
            + pem;
    run(command.split(" "));
  }

  /** Cuts every connection that is open; the server goes on. */
  void cut() {
    descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** The processes that it has started. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = descendants();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
