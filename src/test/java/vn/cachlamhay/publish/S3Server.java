package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A store that speaks S3, in a JVM of its own: S3Proxy, which checks signatures and keeps its
 * objects in a folder. Not for several threads.
 */
final class S3Server implements AutoCloseable {

  static final String USER = "tinh-uy";
  static final String SECRET = "mat-khau/dung+1";

  private static final Path LIBRARIES = Path.of("target/s3proxy");

  private final Process process;
  private final int port;
  private final String scheme;
  private final Path data;
  private final Path log;

  private S3Server(Process process, int port, String scheme, Path data, Path log) {
    this.process = process;
    this.port = port;
    this.scheme = scheme;
    this.data = data;
    this.log = log;
  }

  /**
   * Starts one. Without its libraries, which Maven puts there before integration tests, the test is
   * skipped, or fails where PORTAL_REQUIRE_SERVERS is 1, as it is in continuous integration.
   *
   * @param folder for its settings
   * @param data where each folder is a bucket
   * @param more settings
   */
  static S3Server start(Path folder, Path data, Map<String, String> more) throws IOException {
    Servers.require(
        Files.isDirectory(LIBRARIES), LIBRARIES + " is not there (mvn pre-integration-test)");
    int port = Servers.freePort();
    boolean secure = more.containsKey("s3proxy.keystore-path");
    String scheme = secure ? "https" : "http";
    var lines = new ArrayList<String>();
    lines.add(
        (secure ? "s3proxy.secure-endpoint=" : "s3proxy.endpoint=")
            + scheme
            + "://127.0.0.1:"
            + port);
    lines.add("s3proxy.authorization=aws-v4");
    lines.add("s3proxy.identity=" + USER);
    lines.add("s3proxy.credential=" + SECRET);
    lines.add("jclouds.provider=filesystem-nio2");
    lines.add("jclouds.filesystem.basedir=" + data.toAbsolutePath());
    // the later line counts
    more.forEach((key, value) -> lines.add(key + "=" + value));
    Path settings = Files.write(Files.createTempFile(folder, "s3-", ".conf"), lines);
    Path quiet = folder.resolve("logback.xml");
    Files.writeString(
        quiet,
        """
        <configuration>
          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
          </appender>
          <root level="warn"><appender-ref ref="out"/></root>
        </configuration>
        """);
    Path log = Files.createTempFile(folder, "s3-", ".log");
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=" + quiet,
                "-cp",
                LIBRARIES + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // for the names of its files
    java.environment().put("LC_ALL", "C.UTF-8");
    Process process = java.start();
    var server = new S3Server(process, port, scheme, data, log);
    server.awaitStart();
    return server;
  }

  private void awaitStart() throws IOException {
    while (process.isAlive()) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return;
      } catch (java.net.ConnectException e) {
        try {
          process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException(interrupted);
        }
      }
    }
    throw new IOException("S3 server ended: " + Files.readString(log));
  }

  int port() {
    return port;
  }

  /** Its address. */
  String url() {
    return scheme + "://127.0.0.1:" + port;
  }

  /** Makes a bucket, which strangers may read where that is asked for. */
  Path makeBucket(String name) throws IOException {
    return Files.createDirectories(data.resolve(name));
  }

  /** What it has told. */
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
