package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Publishing by WebDAV to a server of some kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebDavPublishContract extends FolderContract {

  private final DavServer.Kind kind;
  private DavServer server;

  WebDavPublishContract(DavServer.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    server = DavServer.start(kind, folder);
  }

  @AfterAll
  void stop() {
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
    return server.config(Map.of());
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
    String url = "http://localhost:" + proxy.port() + "/sua";
    return Optional.of(new CutLine(proxy, server.config(Map.of("url", url))));
  }
}
