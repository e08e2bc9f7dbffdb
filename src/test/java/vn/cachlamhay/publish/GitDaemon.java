package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Git's own server, on this machine's loopback only. Lets everybody write. */
final class GitDaemon implements AutoCloseable {

  private static final String PROGRAM = "/usr/lib/git-core/git-daemon";

  private final Process process;
  private final int port;

  private GitDaemon(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one for all repositories in a folder. */
  static GitDaemon start(Path folder, String... more) throws IOException {
    Servers.requirePrograms(PROGRAM, "/usr/bin/git");
    int port = Servers.freePort();
    var command =
        new java.util.ArrayList<>(
            java.util.List.of(
                PROGRAM,
                "--export-all",
                "--reuseaddr",
                "--listen=127.0.0.1",
                "--port=" + port,
                "--base-path=" + folder));
    command.addAll(java.util.List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("daemon.log").toFile())
            .start();
    var server = new GitDaemon(process, port);
    server.await();
    return server;
  }

  private void await() throws IOException {
    while (process.isAlive()) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new IOException("git daemon does not start");
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
