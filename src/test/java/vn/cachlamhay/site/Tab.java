package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A window on one site that remembers what the browser complained about. */
public final class Tab implements AutoCloseable {

  /** What Playwright says where a page wants the worker that it may not have. */
  private static final String NO_WORKER = "Service Worker registration blocked by Playwright";

  private static final int PATIENCE = 30_000;

  private final BrowserContext context;
  private final String root;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private boolean missingIsFine;
  private boolean errorsAreFine;

  Tab(BrowserContext context, String root) {
    this.context = context;
    this.root = root;
    // machines that test are busy; what comes at last is as right as what comes at once
    context.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    context.onRequest(
        request -> {
          if (!request.url().startsWith(root) && !request.url().startsWith("data:")) {
            complaints.add("asked elsewhere: " + request.url());
          }
        });
    context.onRequestFailed(
        request -> {
          if (!missingIsFine) {
            complaints.add("not loaded: " + request.url());
          }
        });
    context.onResponse(
        response -> {
          if (response.status() >= 400 && !missingIsFine) {
            complaints.add(response.status() + ": " + response.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          boolean missing = missingIsFine && message.text().matches("(?s).*(404|FILE_NOT_FOUND).*");
          boolean expected = errorsAreFine && message.type().equals("error");
          boolean ours = !message.text().equals(NO_WORKER);
          if (List.of("error", "warning").contains(message.type())
              && !missing
              && !expected
              && ours) {
            complaints.add("console: " + message.text());
          }
        });
    context.onWebError(
        error -> {
          if (!errorsAreFine) {
            complaints.add("script: " + error.error());
          }
        });
    this.page = context.newPage();
  }

  /** Of a window without worker: it would answer for the host, and tests could not see that. */
  static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
        .setViewportSize(1280, 900)
        .setLocale("vi-VN")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Goes to an address below the site's root. */
  public Page go(String uri) {
    page.navigate(root + uri);
    return page;
  }

  /** Follows a link, or sends a form, and waits until the next page is there with its looks. */
  Page follow(Locator link) {
    String before = page.url();
    link.click();
    page.waitForURL(url -> !url.equals(before));
    return page;
  }

  /** From now on, a missing address is what the test is about. */
  public Tab expectMissing() {
    missingIsFine = true;
    return this;
  }

  /** From now on, scripts that break are what the test is about. */
  Tab expectErrors() {
    errorsAreFine = true;
    return this;
  }

  /** Where the browser is, below the site's root. */
  String uri() {
    assertThat(page.url()).startsWith(root);
    return page.url().substring(root.length());
  }

  String kind() {
    return (String) page.evaluate("document.body.className.replace(/.*page-(\\w+).*/, '$1')");
  }

  String heading() {
    return page.locator("h1").innerText();
  }

  /** Fails where anything was said on the console, not loaded, or asked of another host. */
  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
