package vn.cachlamhay.site;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests that share one browser, and a host that shows the repository's site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {

  Chromium chromium;
  PathServer server;

  @BeforeAll
  void start() {
    chromium = Chromium.launch();
    server = new PathServer(SiteFixture.plain().out());
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
