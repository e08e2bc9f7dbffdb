package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What tests do with the search page. */
final class SearchPage {

  static final String URI = "tim-kiem/index.html";

  private SearchPage() {}

  /** Opens the page with parameters, and waits until the results are there. */
  static Page search(Tab tab, String parameters) {
    Page page = tab.go(URI + parameters);
    page.waitForSelector("#ket-qua[data-done]");
    return page;
  }

  /** Types, and waits until the results for just that are there. */
  static void type(Page page, String query) {
    page.locator("#q").fill(query);
    assertThat(page.locator("#ket-qua")).hasAttribute("data-done", query);
  }

  static Locator count(Page page) {
    return page.locator("#ket-qua-so");
  }

  static Locator results(Page page) {
    return page.locator("#ket-qua li a");
  }
}
