package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * OpenSSH's server, with a configuration of its own, on this machine's loopback only. Lets the user
 * that runs the tests in by {@link #key}; others as the configuration says.
 */
final class SshServer implements AutoCloseable {

  private static final String PROGRAM = "/usr/sbin/sshd";

  private static final List<String> DEFAULTS =
      List.of(
          "StrictModes no",
          "UsePAM no",
          "PermitRootLogin yes",
          "PasswordAuthentication no",
          "KbdInteractiveAuthentication no",
          "MaxStartups 100");

  private final Path folder;
  private final List<String> configuration;
  private final int port;
  private Process process;

  private SshServer(Path folder, List<String> configuration, int port) {
    this.folder = folder;
    this.configuration = configuration;
    this.port = port;
  }

  /**
   * Starts one. Without it on the machine the test is skipped or fails.
   *
   * @param folder empty or missing, for its keys and its log
   * @param configuration more lines of sshd_config, which win over ours
   */
  static SshServer start(Path folder, String... configuration) throws IOException {
    Servers.requirePrograms(PROGRAM, "/usr/bin/ssh-keygen");
    Files.createDirectories(folder);
    if ("root".equals(System.getProperty("user.name"))) {
      // where the package's own service has never been started
      Files.createDirectories(Path.of("/run/sshd"));
    }
    var server = new SshServer(folder, List.of(configuration), Servers.freePort());
    server.newHostKey();
    keygen(server.key(), "ed25519");
    Files.copy(server.publicKey(), folder.resolve("authorized_keys"));
    server.start();
    return server;
  }

  /** Makes a pair of keys without passphrase: {@code file} and {@code file.pub}. */
  static Path keygen(Path file, String type, String... more) throws IOException {
    var command =
        new ArrayList<>(
            List.of("ssh-keygen", "-q", "-t", type, "-f", file.toString(), "-C", "test"));
    command.addAll(more.length == 0 ? List.of("-N", "") : List.of(more));
    Servers.run(command);
    return file;
  }

  /** The keys that let somebody in. */
  Path authorizedKeys() {
    return folder.resolve("authorized_keys");
  }

  /** Lets in who has the private half of this key too. */
  void authorize(Path publicKey) throws IOException {
    Files.writeString(
        folder.resolve("authorized_keys"),
        Files.readString(publicKey),
        java.nio.file.StandardOpenOption.APPEND);
  }

  int port() {
    return port;
  }

  /** Who is let in by {@link #key}. */
  String user() {
    return System.getProperty("user.name");
  }

  /** The private key that opens it. */
  Path key() {
    return folder.resolve("client_key");
  }

  private Path publicKey() {
    return folder.resolve("client_key.pub");
  }

  /** What it is known by: type and key, as in known_hosts. */
  String hostKey() throws IOException {
    String[] parts = Files.readString(folder.resolve("host_key.pub")).split(" ");
    return parts[0] + " " + parts[1];
  }

  /** The line of known_hosts by which it is known. */
  String knownHost() throws IOException {
    return "[127.0.0.1]:" + port + " " + hostKey() + "\n";
  }

  /** The fingerprint of its key, as it is shown to people. */
  String fingerprint() throws IOException {
    String line =
        Servers.run(List.of("ssh-keygen", "-lf", folder.resolve("host_key.pub").toString()));
    return line.split(" ")[1];
  }

  /** What it has noted down. */
  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** Gives it another key, in force when it starts next. */
  void newHostKey() throws IOException {
    Files.deleteIfExists(folder.resolve("host_key"));
    Files.deleteIfExists(folder.resolve("host_key.pub"));
    keygen(folder.resolve("host_key"), "ed25519");
  }

  /** Cuts every connection as it is; new ones are taken. */
  void cut() {
    // all but the first, which listens
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Stops it, with all connections. */
  void stop() throws IOException {
    List<ProcessHandle> sessions = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    sessions.forEach(ProcessHandle::destroyForcibly);
    sessions.forEach(session -> session.onExit().join());
  }

  /** Starts it on the same port. */
  void start() throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "ListenAddress 127.0.0.1:" + port,
                "HostKey " + folder.resolve("host_key"),
                "PidFile none",
                "UseDNS no"));
    // what comes first counts, and all that follows a Match belongs to it
    configuration.stream().takeWhile(line -> !line.startsWith("Match ")).forEach(lines::add);
    lines.addAll(DEFAULTS);
    if (configuration.stream().noneMatch(line -> line.startsWith("Subsystem "))) {
      lines.add("Subsystem sftp internal-sftp");
    }
    lines.add("AuthorizedKeysFile " + folder.resolve("authorized_keys"));
    configuration.stream().dropWhile(line -> !line.startsWith("Match ")).forEach(lines::add);
    Path file = Files.write(folder.resolve("sshd_config"), lines);
    process =
        new ProcessBuilder(PROGRAM, "-D", "-e", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    awaitPort();
  }

  private void awaitPort() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    while (process.isAlive()) {
      try (var socket = new Socket()) {
        socket.connect(address, 1000);
        return;
      } catch (IOException e) {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    }
    throw new IOException("sshd does not start: " + log());
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
