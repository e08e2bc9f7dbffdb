package vn.cachlamhay.site;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests that share one browser, and a host that shows one site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {

  Chromium chromium;
  PathServer server;

  /** The baked site: the repository's own, unless a test needs another. */
  Path out() throws IOException {
    return SiteFixture.plain().out();
  }

  @BeforeAll
  void start() throws IOException {
    chromium = Chromium.launch();
    server = new PathServer(out());
  }

  /** Closes what there is: without a browser the start ends half way. */
  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }
}
