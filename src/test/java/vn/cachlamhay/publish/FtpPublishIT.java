package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to vsftpd through TLS. What is cut is the line of commands. */
class FtpPublishIT extends FolderContract {

  @TempDir static Path folder;

  private static FtpServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = FtpServer.start(folder, FtpServer.Tls.EXPLICIT);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void empty() throws IOException {
    ConnectionContract.empty(server.web());
  }

  @Override
  TargetConfig config() {
    return server.config(Map.of("keep", "true"));
  }

  @Override
  Credentials people() {
    return server.owner();
  }

  @Override
  Path web() {
    return server.web();
  }

  @Override
  Optional<Cuttable> cuttable() throws IOException {
    CutProxy proxy = new CutProxy(server.port());
    String url = "ftps://" + server.user() + "@localhost:" + proxy.port() + "/web";
    return Optional.of(new CutLine(proxy, server.config(Map.of("url", url, "keep", "true"))));
  }
}
