package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cachlamhay.site.WorkerSite.ARTICLE;
import static vn.cachlamhay.site.WorkerSite.OTHER;
import static vn.cachlamhay.site.WorkerSite.begin;
import static vn.cachlamhay.site.WorkerSite.kept;
import static vn.cachlamhay.site.WorkerSite.save;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that a reader saves, and the page that lists them. */
final class SavedIT extends InBrowser {

  private static final String SAVED = "da-luu/index.html";
  private static final String TITLE = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại xã";

  @Test
  void aSavedArticleIsReadWithTheHostStopped() {
    var host = new PathServer(SiteFixture.plain().out());
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, ARTICLE);
      assertThat(button(page)).hasAttribute("aria-pressed", "false");
      save(page);
      assertThat(button(page)).hasAttribute("aria-pressed", "true");
      // neither what was read last nor the host is needed
      page.evaluate(
          """
          async () => {
            for (const name of await caches.keys())
              if (/ (trang|tep)$/.test(name)) await caches.delete(name);
          }""");
      host.close();
      tab.go(SAVED);
      assertThat(rows(page)).hasCount(1);
      assertThat(rows(page).locator("> a")).hasText(TITLE);
      assertThat(rows(page).locator(".meta")).containsText("Huyện Bắc Sơn, Lạng Sơn");
      assertThat(rows(page).locator(".meta")).containsText("2018");
      assertThat(rows(page).locator(".meta")).containsText(" KB");
      assertThat(rows(page).locator(".there")).hasText("Đọc được khi không có mạng");
      assertThat(page.locator("#_tong-so")).containsText("1 bài, ");
      tab.follow(rows(page).locator("> a"));
      assertThat(page.locator("h1")).hasText(TITLE);
      assertThat(page.locator(".prose")).isVisible();
      for (Locator picture : page.locator(".article img").all()) {
        picture.scrollIntoViewIfNeeded();
        assertThat((int) picture.evaluate("e => e.decode().then(() => e.naturalWidth)"))
            .isPositive();
      }
      assertThat(page.locator(".site-nav")).hasCSS("background-color", "rgb(140, 23, 27)");
      tab.go(OTHER);
      assertThat(page.locator("h1")).hasText("Không có mạng");
      assertThat(page.locator("#_doc-da-luu a")).hasText(TITLE);
    }
  }

  /** The policy that hosts send with the pages, as {@code assets/_headers} has it. */
  @Test
  void thePolicyOfTheHostRefusesNothing() throws IOException {
    String policy =
        Files.readAllLines(Path.of(SiteFixture.plain().out().resolve("_headers").toString()))
            .stream()
            .filter(line -> line.contains("Content-Security-Policy: "))
            .map(line -> line.replaceFirst(".*?: ", ""))
            .findFirst()
            .orElseThrow();
    var host =
        new PathServer(SiteFixture.plain().out())
            .in(
                (exchange, uri) -> {
                  exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                  return false;
                });
    try (host;
        Tab tab = chromium.openWithWorker(host.address())) {
      Page page = begin(tab, ARTICLE);
      save(page);
      tab.go(SAVED);
      assertThat(rows(page).locator(".there")).hasCount(1);
      tab.go("ngoai-tuyen.html");
      assertThat(page.locator("#_doc-da-luu a")).hasCount(1);
    }
  }

  /** From a disk it is a list of links. */
  @Test
  void fromADiskItIsAListOfLinks() {
    String disk = SiteFixture.plain().out().toUri().toString().replaceFirst("^file:/+", "file:///");
    try (Tab tab = chromium.open(disk)) {
      Page page = tab.go(ARTICLE);
      button(page).click();
      assertThat(page.locator(".save-note")).hasText("Đã lưu vào danh sách. Bài đã lưu");
      tab.follow(page.locator(".save-note a"));
      assertThat(rows(page)).hasCount(1);
      assertThat(page.locator(".copy")).hasCount(0);
      assertThat(page.locator("#_can-mang")).isHidden();
      tab.follow(rows(page).locator("> a"));
      assertThat(page.locator("h1")).hasText(TITLE);
      assertThat(button(page)).hasAttribute("aria-pressed", "true");
      button(page).click();
      assertThat(page.locator(".save-note")).hasText("Đã bỏ lưu.");
      tab.go(SAVED);
      assertThat(page.locator("#_chua-luu")).isVisible();
    }
  }

  @Test
  void whatIsRemovedComesBack() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, ARTICLE);
      save(page);
      tab.go(OTHER);
      save(page);
      tab.go(SAVED);
      assertThat(rows(page)).hasCount(2);
      assertThat(page.locator("[data-saved-count]")).hasText("Bài đã lưu (2)");
      String newest = rows(page).first().locator("> a").innerText();
      assertThat(newest).isNotEqualTo(TITLE);
      rows(page).first().locator("button").click();
      assertThat(rows(page)).hasCount(1);
      assertThat(page.locator("#_hoan-tac")).containsText("Đã bỏ lưu: " + newest);
      assertThat(page.locator("#_hoan-tac button")).isFocused();
      page.keyboard().press("Enter");
      assertThat(rows(page)).hasCount(2);
      assertThat(page.locator("#_hoan-tac")).isHidden();
      assertThat(rows(page).first().locator("> a")).isFocused();
      page.locator("#_bo-het").click();
      assertThat(rows(page)).hasCount(0);
      assertThat(page.locator("#_chua-luu")).isVisible();
      assertThat(page.locator("#_hoan-tac")).containsText("Đã bỏ lưu 2 bài.");
      page.locator("#_hoan-tac button").click();
      assertThat(rows(page)).hasCount(2);
      assertThat(rows(page).locator(".there")).hasCount(2);
      page.locator("#_bo-het").click();
      page.reload();
      assertThat(page.locator("#_chua-luu")).isVisible();
      assertThat(page.locator("#_hoan-tac")).isHidden();
      // and what they took of the storage is free again
      page.waitForCondition(() -> kept(page, " luu").isEmpty());
    }
  }

  @Test
  void twoTabsKnowOfEachOther() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page first = begin(tab, ARTICLE);
      Page second = tab.context().newPage();
      second.navigate(first.url());
      Page list = tab.context().newPage();
      list.navigate(server.address() + SAVED);
      assertThat(list.locator("#_chua-luu")).isVisible();
      save(first);
      assertThat(button(second)).hasAttribute("aria-pressed", "true");
      assertThat(rows(list)).hasCount(1);
      second.navigate(server.address() + OTHER);
      save(second);
      assertThat(rows(list)).hasCount(2);
      rows(list).filter(new Locator.FilterOptions().setHasText(TITLE)).locator("button").click();
      assertThat(button(first)).hasAttribute("aria-pressed", "false");
      assertThat(button(second)).hasAttribute("aria-pressed", "true");
      assertThat(second.locator("[data-saved-count]")).hasText("Bài đã lưu (1)");
    }
  }

  /** The storage of the list, and that of the copies. */
  @Test
  void saysThatTheBrowserRefusesItsStorage() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.page();
      page.addInitScript(
          "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }});");
      tab.go(ARTICLE);
      button(page).click();
      assertThat(page.locator(".save-note")).containsText("Trình duyệt không cho lưu");
      assertThat(button(page)).hasAttribute("aria-pressed", "false");
      tab.go(SAVED);
      assertThat(page.locator("#_khong-cho-luu")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'));",
        "delete window.caches; delete Window.prototype.caches;",
        "Object.defineProperty(window, 'isSecureContext', {value: false});",
      })
  void withoutCopiesItIsAListOfLinks(String refusal) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.page();
      page.addInitScript(refusal);
      tab.go(ARTICLE);
      button(page).click();
      assertThat(page.locator(".save-note")).containsText("khi đọc cần có mạng");
      tab.go(SAVED);
      assertThat(rows(page).locator("> a")).hasText(TITLE);
      assertThat(rows(page).locator(".copy")).hasText("Khi đọc cần có mạng");
    }
  }

  @Test
  void saysThatTheStorageIsFull() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, ARTICLE);
      var session = tab.context().newCDPSession(page);
      var quota = new JsonObject();
      quota.addProperty("origin", server.address().replaceFirst("/a/b/$", ""));
      quota.addProperty("quotaSize", 1);
      session.send("Storage.overrideQuotaForOrigin", quota);
      button(page).click();
      assertThat(page.locator(".save-note")).containsText("bộ nhớ của trình duyệt đã đầy");
      // what was read last makes room, and pages are shown as ever
      tab.go(OTHER);
      assertThat(page.locator(".prose")).isVisible();
      page.waitForCondition(() -> kept(page, "trang").isEmpty());
      quota.remove("quotaSize");
      session.send("Storage.overrideQuotaForOrigin", quota);
      tab.go(SAVED);
      // the copy is made up for
      assertThat(rows(page).locator(".there")).hasCount(1);
    }
  }

  /** As they may be after years, or after other scripts. */
  @ParameterizedTest
  @ValueSource(strings = {"{", "null", "7", "[null, 3, {}, {\"u\": 5, \"t\": \"x\"}]"})
  void aBrokenListIsAnEmptyOne(String text) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(ARTICLE);
      page.evaluate("text => localStorage.setItem('clh /a/b/ luu', text)", text);
      tab.go(SAVED);
      assertThat(page.locator("#_chua-luu")).isVisible();
      tab.go(ARTICLE);
      button(page).click();
      assertThat(button(page)).hasAttribute("aria-pressed", "true");
    }
  }

  @Test
  void nothingOfAnArticleIsReadAsMarkup() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(ARTICLE);
      page.evaluate("document.querySelector('h1').textContent = '<img src=x onerror=alert(1)>'");
      button(page).click();
      tab.go(SAVED);
      assertThat(rows(page).locator("> a")).hasText("<img src=x onerror=alert(1)>");
      assertThat(page.locator("main img")).hasCount(0);
    }
  }

  /** In full; how they are when empty is looked at with all other pages. */
  @Test
  void axeFindsNothingOnTheListsOfArticles() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, ARTICLE);
      save(page);
      AccessibilityIT.assertAccessible(page);
      tab.go(OTHER);
      save(page);
      tab.go("index.html");
      tab.go(SAVED);
      rows(page).first().locator("button").click();
      assertThat(page.locator("#_hoan-tac")).isVisible();
      AccessibilityIT.assertAccessible(page);
      tab.go("ngoai-tuyen.html#chu-de/index.html");
      assertThat(page.locator("#_doc-da-luu a")).hasCount(1);
      assertThat(page.locator("#_doc-gan-day a").first()).isVisible();
      AccessibilityIT.assertAccessible(page);
    }
  }

  @Test
  void withoutScriptThePageSaysWhatIsMissing() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go(ARTICLE);
      assertThat(button(page)).isHidden();
      tab.go(SAVED);
      assertThat(page.locator("noscript p")).isVisible();
    }
  }

  private static Locator button(Page page) {
    return page.locator("[data-save]");
  }

  private static Locator rows(Page page) {
    return page.locator("#_bai-da-luu .results > li");
  }
}
