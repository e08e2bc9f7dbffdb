package vn.cachlamhay.site;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the picture of the home page; no test, run on purpose: {@code docs/man-hinh}. */
@EnabledIfSystemProperty(named = "home.picture", matches = ".+")
final class HomePictureIT extends InBrowser {

  @Test
  void take() throws IOException {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(1200, 860);
      Page page = tab.go("index.html");
      page.waitForTimeout(700);
      FewColours.write(page.screenshot(), Path.of(System.getProperty("home.picture")));
    }
  }
}
