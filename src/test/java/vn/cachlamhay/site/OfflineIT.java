package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cachlamhay.site.WorkerSite.ARTICLE;
import static vn.cachlamhay.site.WorkerSite.OTHER;
import static vn.cachlamhay.site.WorkerSite.begin;
import static vn.cachlamhay.site.WorkerSite.caches;
import static vn.cachlamhay.site.WorkerSite.kept;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the worker answers where the host does not, and that it never hides what is new. */
final class OfflineIT extends InBrowser {

  private static final String HEADING = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại xã";

  @Test
  void pagesReadLastAreThereWithoutTheHost() {
    var host = new PathServer(SiteFixture.plain().out());
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      begin(tab, "index.html");
      tab.go(ARTICLE);
      Page page = tab.go(OTHER);
      String other = tab.heading();
      waitFor(page, "trang", key(OTHER));
      waitFor(page, "tep", "bai-viet/2018/anh/bac-son-bon-buoc.svg");
      host.close();
      tab.go(ARTICLE + "?utm_source=zalo#_noi-dung");
      assertThat(page.locator("h1")).hasText(HEADING);
      assertThat(page.locator(".prose")).isVisible();
      assertThat(naturalWidth(page, ".prose img")).isPositive();
      assertThat(page.locator("[data-print]")).isVisible();
      assertThat(style(page, ".site-nav", "backgroundColor")).isEqualTo("rgb(140, 23, 27)");
      tab.go("");
      assertThat(tab.kind()).isEqualTo("home");
      tab.go("tin-tuc/index.html?trang=2");
      assertThat(page.locator("h1")).hasText("Không có mạng");
      assertThat(tab.uri()).startsWith("ngoai-tuyen.html#tin-tuc");
      assertThat(page.locator("#_doc-gan-day a"))
          .hasText(new String[] {other, HEADING, "Trang chủ"});
      assertThat(page.locator("#_doc-da-luu")).isHidden();
      assertThat(page.locator("#_thu-lai a"))
          .hasAttribute("href", host.address() + "tin-tuc/index.html?trang=2");
      tab.follow(page.locator("#_doc-gan-day a").first());
      assertThat(page.locator("h1")).hasText(other);
    }
  }

  /** The page that could not be shown opens by itself. */
  @Test
  void theOfflinePageLeadsOnWhenTheNetworkIsBack() {
    try (Tab tab = chromium.openWithWorker(server.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, "index.html");
      server.in(WorkerSite::isGone);
      tab.context().setOffline(true);
      tab.go("index.html");
      assertThat(page.locator("main > .notice")).containsText("Đang không có mạng");
      tab.go("chu-de/index.html");
      assertThat(page.locator("h1")).hasText("Không có mạng");
      assertThat(page.locator("#_dang-co-mang")).isHidden();
      assertThat(page.locator("#_thu-lai")).isVisible();
      server.in((exchange, uri) -> false);
      tab.context().setOffline(false);
      page.waitForURL("**/chu-de/index.html");
      assertThat(tab.kind()).isEqualTo("topics");
    } finally {
      server.in((exchange, uri) -> false);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.invalid/", "javascript:document.title='x'", "https://evil.invalid", "%"})
  void theOfflinePageLeadsNowhereElse(String wanted) {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = tab.go("ngoai-tuyen.html#" + wanted.replace(":", "%3A"));
      assertThat(page.locator("#_ngoai-tuyen")).isVisible();
      assertThat(page.locator("#_thu-lai")).isHidden();
      assertThat(page.locator("#_dang-co-mang")).isVisible();
    }
  }

  /** Neither the search with its many files nor what is an error or goes elsewhere. */
  @Test
  void keepsLittle() {
    try (Tab tab = chromium.openWithWorker(server.address()).expectMissing()) {
      Page page = begin(tab, "gioi-thieu.html");
      SearchPage.search(tab, "?q=chi+bo");
      tab.go("khong-co.html");
      tab.go("dia-phuong/sai-gon/index.html");
      page.waitForURL("**/dia-phuong/ho-chi-minh/index.html");
      tab.go("feed.xml");
      waitFor(page, "trang", "dia-phuong/ho-chi-minh/");
      assertThat(kept(page, ""))
          .noneMatch(uri -> uri.startsWith("tim-kiem/"))
          .noneMatch(uri -> uri.contains("feed") || uri.contains("khong-co"));
      assertThat(kept(page, "tep")).isEmpty();
      List<String> pages =
          SiteFixture.plain().files(".html").stream()
              .filter(uri -> uri.startsWith("chu-de/") || uri.startsWith("bai-viet/"))
              .limit(33)
              .toList();
      pages.forEach(tab::go);
      waitFor(page, "trang", key(pages.get(32)));
      assertThat(kept(page, "trang"))
          .hasSize(30)
          .containsExactlyElementsOf(pages.subList(3, 33).stream().map(OfflineIT::key).toList());
      assertThat(kept(page, "khung"))
          .containsExactlyInAnyOrder(
              "css/ban-do.css",
              "css/cach-lam-hay.css",
              "css/chu-de.css",
              "css/con-so.css",
              "css/cong-cu.css",
              "css/da-luu.css",
              "css/danh-sach.css",
              "css/in-ngang.css",
              "css/in.css",
              "css/portal.css",
              "css/so-lieu.css",
              "css/so-sanh.css",
              "css/tim-kiem.css",
              "css/to-tom-tat.css",
              "da-luu/",
              "favicon.svg",
              "js/bai-viet.js",
              "js/loc-cach-lam.js",
              "js/ma-qr.js",
              "js/ngoai-tuyen.js",
              "js/portal.js",
              "js/so-lieu.js",
              "js/so-sanh.js",
              "ngoai-tuyen");
    }
  }

  @Test
  void anEditedArticleIsSeenAfterOneReload() {
    var site = new WorkerSite("edited");
    var host = new PathServer(site.out());
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, ARTICLE);
      page.reload();
      String worker = text(site, "sw.js");
      site.edit("content/" + ARTICLE.replace(".html", ".md"), text -> text + "\nCâu mới thêm.\n");
      assertThat(text(site, "sw.js")).isEqualTo(worker);
      page.reload();
      assertThat(page.locator(".prose")).containsText("Câu mới thêm.");
      // its looks come with it
      site.edit("assets/css/portal.css", css -> css + ".prose { outline: 7px solid red; }\n");
      assertThat(text(site, "sw.js")).isNotEqualTo(worker);
      List<String> before = shells(page);
      site.edit("content/" + ARTICLE.replace(".html", ".md"), text -> text + "\nCâu nữa.\n");
      page.reload();
      assertThat(page.locator(".prose")).containsText("Câu nữa.");
      assertThat(style(page, ".prose", "outlineWidth")).isEqualTo("7px");
      // and the old ones go
      page.waitForCondition(() -> shells(page).size() == 1 && !shells(page).equals(before));
      host.close();
      page.reload();
      assertThat(page.locator(".prose")).containsText("Câu nữa.");
      assertThat(style(page, ".prose", "outlineWidth")).isEqualTo("7px");
    }
  }

  /** A site without the template of the offline page has a worker that removes itself. */
  @Test
  void aSiteThatGivesUpItsWorkerIsRidOfIt() {
    var site = new WorkerSite("given-up");
    try (PathServer host = new PathServer(site.out());
        Tab tab = chromium.openWithWorker(host.address())) {
      Page page = begin(tab, ARTICLE);
      WorkerSite.save(page);
      tab.go("index.html");
      site.edit(
          "jbake.properties", text -> text.replaceAll("(?m)^portal.template.offline=.*\n", ""));
      tab.go("tin-tuc/index.html");
      page.waitForCondition(() -> hasNoWorker(page));
      page.waitForCondition(() -> caches(page).size() == 1);
      assertThat(caches(page)).singleElement().asString().endsWith(" luu");
      site.edit("content/" + ARTICLE.replace(".html", ".md"), text -> text + "\nCâu mới thêm.\n");
      tab.go(ARTICLE);
      assertThat(page.locator(".prose")).containsText("Câu mới thêm.");
      assertThat(page.evaluate("navigator.serviceWorker.controller")).isNull();
      // and it is not asked for again
      page.reload();
      assertThat(hasNoWorker(page)).isTrue();
    }
  }

  @Test
  void aSavedArticleIsKeptAsItWasSeenLast() {
    var site = new WorkerSite("saved-edited");
    var host = new PathServer(site.out());
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, ARTICLE);
      WorkerSite.save(page);
      site.edit("content/" + ARTICLE.replace(".html", ".md"), text -> text + "\nCâu mới thêm.\n");
      tab.go(ARTICLE);
      assertThat(page.locator(".prose")).containsText("Câu mới thêm.");
      tab.go("index.html");
      waitFor(page, "trang", "");
      host.close();
      tab.go(ARTICLE);
      assertThat(page.locator(".prose")).containsText("Câu mới thêm.");
      assertThat(kept(page, "luu")).containsOnlyOnce(key(ARTICLE));
    }
  }

  @Test
  void whatTheHostWantsForgottenIsNotKept() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, "index.html");
      server.in(
          (exchange, uri) -> {
            exchange.getResponseHeaders().set("Cache-Control", "private, no-store");
            return false;
          });
      tab.go(ARTICLE);
      server.in((exchange, uri) -> false);
      tab.go(OTHER);
      waitFor(page, "trang", key(OTHER));
      assertThat(kept(page, "trang")).doesNotContain(key(ARTICLE));
    } finally {
      server.in((exchange, uri) -> false);
    }
  }

  @Test
  void aSlowOrBrokenHostIsNotWaitedForWhereAPageIsAtHand() {
    try (Tab tab = chromium.openWithWorker(server.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, "index.html");
      tab.go(ARTICLE);
      waitFor(page, "trang", key(ARTICLE));
      server.in((exchange, uri) -> uri.startsWith("bai-viet/") && WorkerSite.sleep(9000));
      long began = System.nanoTime();
      tab.go(ARTICLE);
      assertThat(page.locator("h1")).hasText(HEADING);
      assertThat((System.nanoTime() - began) / 1e9).isBetween(2.5, 7.);
      server.in((exchange, uri) -> WorkerSite.status(exchange, 503));
      tab.go(ARTICLE);
      assertThat(page.locator("h1")).hasText(HEADING);
      // what was never read is as the host says
      tab.go(OTHER);
      assertThat(page.locator("body")).hasText("503");
      server.in((exchange, uri) -> false);
      tab.go("khong-co.html");
      assertThat(tab.kind()).isEqualTo("notfound");
    } finally {
      server.in((exchange, uri) -> false);
    }
  }

  /** Of many who ask at once, nobody comes between the old copy of a page and its new one. */
  @Test
  void aCopyIsThereWhileItIsWrittenAnew() {
    try (Tab tab = chromium.openWithWorker(server.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, "index.html");
      tab.go(ARTICLE);
      waitFor(page, "trang", key(ARTICLE));
      server.in(
          (exchange, uri) ->
              uri.equals("khung.html") && WorkerSite.status(exchange, 200)
                  || "hong".equals(exchange.getRequestURI().getQuery())
                      && WorkerSite.status(exchange, 503));
      tab.go("khung.html");
      Object headings =
          page.evaluate(
              """
              async address => {
                const open = query => new Promise(done => {
                  const frame = document.createElement('iframe');
                  frame.onload = () => done(frame);
                  frame.src = address + query;
                  document.body.append(frame);
                });
                const headings = new Set();
                for (let round = 0; round < 20; round++) {
                  const frames = await Promise.all(['', '?hong', '?moi', '?hong'].map(open));
                  frames.forEach(frame => {
                    headings.add(frame.contentDocument.body.querySelector('h1')?.textContent || 'không có');
                    frame.remove();
                  });
                }
                return [...headings];
              }""",
              server.address() + ARTICLE);
      assertThat(headings).isEqualTo(List.of(HEADING));
    } finally {
      server.in((exchange, uri) -> false);
    }
  }

  /** As Cloudflare Pages and others do: x.html leads to x, and x/index.html to x/. */
  @Test
  void aHostMayLeaveOutTheEndingsOfAddresses() {
    var host =
        new PathServer(SiteFixture.plain().out())
            .in(WorkerSite.shortAddresses(SiteFixture.plain().out()));
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, "index.html");
      tab.go(ARTICLE);
      assertThat(tab.uri()).isEqualTo(ARTICLE.replace(".html", ""));
      WorkerSite.save(page);
      host.close();
      tab.go(ARTICLE);
      assertThat(page.locator("h1")).hasText(HEADING);
      tab.go("da-luu/index.html");
      tab.follow(page.locator(".results > li > a"));
      assertThat(page.locator("h1")).hasText(HEADING);
      tab.go("tin-tuc/index.html");
      assertThat(page.locator("h1")).hasText("Không có mạng");
      assertThat(page.locator("#_doc-da-luu a")).hasText(HEADING);
    }
  }

  @Test
  void onAMeteredLineTheWorkerWaits() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      tab.page()
          .addInitScript(
              "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});");
      Page page = tab.go(ARTICLE);
      page.waitForTimeout(500);
      assertThat(hasNoWorker(page)).isTrue();
      WorkerSite.save(page);
      page.waitForFunction("() => navigator.serviceWorker.controller");
    }
  }

  @Test
  void theSiteCanBeInstalled() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, ARTICLE);
      var session = tab.context().newCDPSession(page);
      JsonObject manifest = session.send("Page.getAppManifest");
      assertThat(manifest.get("url").getAsString())
          .isEqualTo(server.address() + "manifest.webmanifest");
      assertThat(manifest.getAsJsonArray("errors")).isEmpty();
      JsonObject errors = session.send("Page.getInstallabilityErrors");
      assertThat(errors.getAsJsonArray("installabilityErrors").toString())
          // which the tests are run in
          .isIn("[]", "[{\"errorId\":\"in-incognito\",\"errorArguments\":[]}]");
    }
  }

  private static List<String> shells(Page page) {
    return caches(page).stream().filter(name -> name.contains("khung")).toList();
  }

  private static boolean hasNoWorker(Page page) {
    return (boolean)
        page.evaluate("navigator.serviceWorker.getRegistrations().then(all => !all.length)");
  }

  private static String key(String uri) {
    return uri.replaceAll("(^|/)index\\.html$|\\.html$", "$1");
  }

  private static void waitFor(Page page, String cache, String uri) {
    page.waitForCondition(() -> kept(page, cache).contains(uri));
  }

  private static String style(Page page, String selector, String property) {
    return (String)
        page.locator(selector).first().evaluate("(e, p) => getComputedStyle(e)[p]", property);
  }

  private static int naturalWidth(Page page, String selector) {
    page.locator(selector).first().scrollIntoViewIfNeeded();
    page.waitForFunction("s => document.querySelector(s).complete", selector);
    return (int) page.locator(selector).first().evaluate("e => e.naturalWidth");
  }

  private static String text(WorkerSite site, String uri) {
    try {
      return Files.readString(site.out().resolve(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
