package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each step by WebDAV, on a server of some kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebDavConnectionContract extends ConnectionContract {

  private final DavServer.Kind kind;
  private DavServer server;

  WebDavConnectionContract(DavServer.Kind kind) {
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

  @Override
  Target target() throws IOException {
    return WebDavTarget.of(server.config(Map.of()), server.owner());
  }

  @Override
  Path web() {
    return server.web();
  }
}
