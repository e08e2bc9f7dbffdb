package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Figures over places and years: sorted by readers, and each leads to the row of its article. */
final class FiguresIT extends InBrowser {

  private static final String PAGE = "so-lieu/index.html";

  @Test
  void aClickOrAKeySortsAndIsSaid() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PAGE);
      Locator head = page.locator(".figures-table thead th").first();
      head.locator("button").click();
      assertThat(head).hasAttribute("aria-sort", "ascending");
      String first = page.locator(".figures-table tbody th").first().innerText();
      head.locator("button").press("Enter");
      assertThat(head).hasAttribute("aria-sort", "descending");
      assertThat(page.locator(".figures-table tbody th").last()).hasText(first);
      assertThat(page.locator(".figures-table [aria-sort]")).hasCount(1);
    }
  }

  @Test
  void aFigureLeadsToTheRowOfItsArticleWithoutScriptToo() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go(PAGE);
      tab.follow(page.locator(".figures-table tbody th a").first());
      assertThat(tab.kind()).isEqualTo("indicator");
      tab.follow(page.locator(".figures-table tbody td a").first());
      assertThat(tab.kind()).isEqualTo("article");
      assertThat(page.locator("tr:target")).hasCount(1);
    }
  }

  @Test
  void onTelephonesOnlyTheTableIsWiderThanTheScreen() {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(360, 780);
      for (String uri : new String[] {PAGE, "so-lieu/tu-dien.html"}) {
        Page page = tab.go(uri);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
            .as(uri)
            .isLessThanOrEqualTo(0);
      }
    }
  }
}
