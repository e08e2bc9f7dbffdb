package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The browser of the machine. It is not downloaded. */
public final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Starts the browser. Without one the test is skipped, or fails where PORTAL_REQUIRE_BROWSER is
   * 1, as it is in continuous integration.
   */
  public static Chromium launch() {
    if (!Files.isExecutable(PROGRAM)) {
      String missing = PROGRAM + " is not there: browser tests did not run";
      if ("1".equals(System.getenv("PORTAL_REQUIRE_BROWSER"))) {
        fail(missing);
      }
      System.out.println("SKIPPED: " + missing);
      Assumptions.abort(missing);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser);
  }

  /** A window of its own on the site that has this root. */
  public Tab open(String root) {
    return new Tab(browser.newContext(Tab.options()), root);
  }

  /** A window that nobody watches, for tests with complaints of their own. */
  public BrowserContext context() {
    return browser.newContext(Tab.options());
  }

  /** A browser that keeps what pages store in a folder, so that it can be killed and come back. */
  public BrowserContext persistent(Path profile) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(ARGUMENTS)
                .setLocale("vi-VN")
                .setViewportSize(1280, 900));
  }

  /** A window in which the site's worker may answer. */
  Tab openWithWorker(String root) {
    return new Tab(
        browser.newContext(Tab.options().setServiceWorkers(ServiceWorkerPolicy.ALLOW)), root);
  }

  /** A window in which no script runs. */
  Tab openWithoutScript(String root) {
    return new Tab(browser.newContext(Tab.options().setJavaScriptEnabled(false)), root);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
