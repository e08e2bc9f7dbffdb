package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader does, on pages opened from a disk and from a host that shows them below a path. */
final class BrowserIT extends InBrowser {

  private static final String ARTICLE = "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html";
  private static final String TITLE = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại xã";

  /** Where the pages come from. */
  enum Where {
    DISK,
    HOST
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsReadWithoutScript(Where where) {
    try (Tab tab = chromium.openWithoutScript(root(where))) {
      Page page = tab.go("index.html");
      assertThat(page.locator("nav[aria-label='Chuyên mục'] a").first()).isVisible();
      tab.follow(page.locator(".card-title a").first());
      assertThat(tab.uri()).startsWith("bai-viet/");
      assertThat(page.locator(".prose")).isVisible();
      assertThat(page.locator(".prose").innerText()).hasSizeGreaterThan(500);
      assertThat(page.locator("[data-print]")).isHidden();
      for (String tool : List.of(".look", ".tools", "[data-share]", "[data-listen]")) {
        assertThat(page.locator(tool)).isHidden();
      }
      tab.follow(page.locator("nav[aria-label='Chuyên mục'] a", text("Tin tức")));
      assertThat(page.locator(".cards .card-title a").first()).isVisible();
      tab.follow(page.locator("form.search button"));
      assertThat(tab.uri()).startsWith("tim-kiem/index.html");
      assertThat(page.locator("noscript p")).isVisible();
      assertThat(page.locator("noscript p").innerText()).contains("đang tắt JavaScript");
      tab.follow(page.locator("main a", text("Phát triển đảng viên")).first());
      assertThat(tab.kind()).isEqualTo("topic");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anArticleLeadsToEveryListThatHoldsIt(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go("index.html");
      tab.follow(page.locator(".card-title a", text(TITLE)).first());
      assertThat(page.locator("h1")).hasText(TITLE);
      assertThat(tab.uri()).isEqualTo(ARTICLE);
      assertListed(tab, page.locator("dl.facets a", text("Bắc Sơn")), "locality");
      assertListed(tab, page.locator("dl.facets a", text("Phát triển đảng viên")), "topic");
      assertListed(tab, page.locator("dl.facets a", text("quần chúng ưu tú")), "tag");
      assertListed(tab, page.locator(".byline a"), "author");
      tab.follow(page.locator("nav[aria-label='Chuyên mục'] a", text("Lưu trữ")));
      assertThat(tab.kind()).isEqualTo("years");
      assertListed(tab, page.locator("main a", text("2018")), "year");
    }
  }

  /** The former place of an article and the one of today both have it, and it names both. */
  @ParameterizedTest
  @EnumSource
  void anArticleIsFoundInItsPlaceOfThenAndOfToday(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go("dia-phuong/lam-dong/index.html");
      tab.follow(page.locator(".history a", text("tỉnh Bình Thuận")));
      assertThat(page.locator("h1")).hasText("Tỉnh Bình Thuận");
      assertThat(page.locator(".history")).containsText("Từ 1/7/2025 thuộc tỉnh Lâm Đồng");
      tab.follow(page.locator(".place-side a", text("Huyện Bắc Bình")));
      tab.follow(page.locator(".place-main .card-title a").first());
      assertThat(page.locator(".place-line"))
          .containsText("Huyện Bắc Bình, Bình Thuận (nay thuộc Lâm Đồng)");
      tab.follow(page.locator(".place-line a", text("Lâm Đồng")));
      assertThat(tab.uri()).isEqualTo("dia-phuong/lam-dong/index.html");
      tab.follow(page.locator(".place-side a", text("Phát triển đảng viên")));
      assertThat(page.locator("h1")).hasText("Phát triển đảng viên ở Lâm Đồng");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherNameOfAPlaceLeadsToItsPage(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go("dia-phuong/sai-gon/index.html");
      page.waitForURL("**/dia-phuong/ho-chi-minh/index.html");
      assertThat(page.locator("h1")).hasText("Thành phố Hồ Chí Minh");
    }
  }

  @ParameterizedTest
  @EnumSource
  void olderAndNewerLeadThereAndBack(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go(ARTICLE);
      String older = page.locator("a.pager-older .pager-title").innerText();
      tab.follow(page.locator("a.pager-older"));
      assertThat(page.locator("h1")).hasText(older);
      tab.follow(page.locator("a.pager-newer"));
      assertThat(page.locator("h1")).hasText(TITLE);
      String newer = page.locator("a.pager-newer .pager-title").innerText();
      tab.follow(page.locator("a.pager-newer"));
      assertThat(page.locator("h1")).hasText(newer);
      tab.follow(page.locator("a.pager-older"));
      assertThat(page.locator("h1")).hasText(TITLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void searchFindsWordsWithAndWithoutMarks(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go("tim-kiem/index.html");
      Locator results = page.locator("#ket-qua li a");
      assertThat(results).hasCount(0);
      SearchPage.type(page, "phat trien dang vien");
      assertThat(page.locator("#ket-qua-so")).containsText("phat trien dang vien");
      assertThat(page.locator("#ket-qua").innerText().toLowerCase())
          .contains("phát triển đảng viên");
      int withoutMarks = results.count();
      SearchPage.type(page, "phát triển đảng viên");
      assertThat(page.locator("#ket-qua-so")).containsText("phát triển đảng viên");
      assertThat(results).hasCount(withoutMarks);
      SearchPage.type(page, "Bắc Sơn");
      assertThat(results.first()).containsText("Bắc Sơn");
      String title = results.first().innerText();
      tab.follow(results.first());
      assertThat(page.locator("h1")).hasText(title);
      assertThat(tab.kind()).isEqualTo("article");
    }
  }

  @ParameterizedTest
  @EnumSource
  void searchSaysWhereNothingIsFound(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go("tim-kiem/index.html");
      page.locator("#q").fill("<b>xyzxyz</b>");
      assertThat(page.locator("#ket-qua-so")).containsText("Không có bài nào");
      assertThat(page.locator("#ket-qua-so")).containsText("<b>xyzxyz</b>");
      assertThat(page.locator("#ket-qua li")).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFormInTheHeaderSearches(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go(ARTICLE);
      page.locator("header input[name=q]").fill("Bắc Sơn");
      page.locator("header input[name=q]").press("Enter");
      assertThat(page.locator("#ket-qua li a").first()).isVisible();
      assertThat(tab.uri()).matches("tim-kiem/index\\.html\\?q=B%E1%BA%AFc(\\+|%20)S%C6%A1n");
      assertThat(page.locator("#q")).hasValue("Bắc Sơn");
      String title = page.locator("#ket-qua li a").first().innerText();
      tab.follow(page.locator("#ket-qua li a").first());
      assertThat(page.locator("h1")).hasText(title);
      page.goBack();
      assertThat(page.locator("#ket-qua li a").first()).hasText(title);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theButtonPrintsAndPaperShowsTheArticleOnly(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.page();
      page.addInitScript("window.printed = 0; window.print = () => { window.printed += 1; };");
      tab.go(ARTICLE);
      page.locator("[data-print]").click();
      assertThat(page.evaluate("window.printed")).isEqualTo(1);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".prose")).isVisible();
      for (String gone : List.of(".site-nav", "form.search", "[data-print]", "nav.pager")) {
        assertThat(page.locator(gone)).isHidden();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKeyboardSkipsToTheText(Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = tab.go(ARTICLE);
      page.keyboard().press("Tab");
      assertThat(page.locator("a.skip")).isFocused();
      assertThat(page.locator("a.skip")).isInViewport();
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).isFocused();
    }
  }

  /** From a host, {@link LayoutIT} opens them all. */
  @Test
  void everyPageOpensQuietlyFromDisk() {
    List<String> pages = SiteFixture.plain().pagesToRead();
    try (Tab tab = chromium.open(root(Where.DISK))) {
      for (String uri : pages) {
        Page page = tab.go(uri);
        assertThat(
                page.evaluate(
                    "getComputedStyle(document.querySelector('.skip')).position === 'static'"))
            .as("without style: " + uri)
            .isEqualTo(false);
        assertThat(
                page.evaluate(
                    "Array.from(document.images).filter(i => i.loading !== 'lazy' && !i.naturalWidth)"
                        + ".map(i => i.src)"))
            .as(uri)
            .isEqualTo(List.of());
      }
    }
    System.out.printf("Browser: %d pages opened from disk%n", pages.size());
  }

  @Test
  void aListIsReadFromItsNewestToItsOldestPage() {
    BakedSite site = SiteFixture.large();
    try (PathServer large = new PathServer(site.out());
        Tab tab = chromium.open(large.address())) {
      Page page = tab.go("tin-tuc/index.html");
      var seen = new TreeSet<String>();
      int count = Integer.parseInt(page.locator(".page-head .meta").innerText().split(" ")[0]);
      int pages = 0;
      while (true) {
        pages++;
        for (Locator link : page.locator(".card-title a").all()) {
          assertThat(seen.add(link.getAttribute("href"))).isTrue();
        }
        Locator older = page.locator("a.pager-older");
        if (older.count() == 0) {
          break;
        }
        tab.follow(older);
      }
      assertThat(seen).hasSize(count);
      assertThat(pages).isGreaterThan(5);
      for (int back = 1; back < pages; back++) {
        tab.follow(page.locator("a.pager-newer"));
      }
      assertThat(tab.uri()).isEqualTo("tin-tuc/index.html");
      System.out.printf("Browser: %d articles on %d pages of a list%n", count, pages);
    }
  }

  @Test
  void aMissingAddressShowsTheWayHome() {
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page = tab.page();
      assertThat(page.navigate(server.address() + "khong-co.html").status()).isEqualTo(404);
      assertThat(page.locator("h1")).hasText("Không tìm thấy trang này");
      page.locator("main input[name=q]").fill("Bắc Sơn");
      page.locator("main input[name=q]").press("Enter");
      assertThat(page.locator("#ket-qua li a").first()).isVisible();
      page.goBack();
      tab.follow(page.locator("main a", text("Trang chủ")).last());
      assertThat(tab.kind()).isEqualTo("home");
    }
  }

  @Test
  void aMissingAddressAtAnyDepthShowsTheWayHomeWhereTheHostIsKnown() {
    BakedSite site = SiteFixture.hosted();
    try (Tab tab = chromium.open(SiteFixture.HOST + "/").expectMissing()) {
      tab.context().route(SiteFixture.HOST + "/**", route -> answer(site, route));
      Page page = tab.go("bai-viet/1999/cu/khong-co.html");
      assertThat(page.locator("h1")).hasText("Không tìm thấy trang này");
      assertThat(page.evaluate("getComputedStyle(document.querySelector('.skip')).position"))
          .isNotEqualTo("static");
      tab.follow(page.locator("main a", text("Chủ đề")));
      assertThat(tab.kind()).isEqualTo("topics");
    }
  }

  /** Letters that no font has are all drawn as the same box. */
  @Test
  void everyVietnameseLetterIsDrawn() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(ARTICLE);
      Object same =
          page.evaluate(
              """
              () => {
                const letters = [...'ằẵẫểễỗộờữựđĐẰẴẪỂỄỖỘỜỮỰ', '\\u{10FFFD}', '\\u{10FFFC}'];
                const draw = (letter, font) => {
                  const canvas = document.createElement('canvas');
                  canvas.width = canvas.height = 96;
                  const brush = canvas.getContext('2d');
                  brush.font = '64px ' + font;
                  brush.fillText(letter, 8, 72);
                  return canvas.toDataURL();
                };
                const found = [];
                for (const place of ['.prose p', 'h1', '.site-nav a']) {
                  const font = getComputedStyle(document.querySelector(place)).fontFamily;
                  const drawn = new Map([[draw(' ', font), 'nothing']]);
                  for (const letter of letters) {
                    const shape = draw(letter, font);
                    if (drawn.has(shape)) found.push(place + ': ' + letter + ' = ' + drawn.get(shape));
                    drawn.set(shape, letter);
                  }
                }
                return found;
              }
              """);
      // the two last stand for letters that no font has: they prove that a box would be seen
      assertThat((List<?>) same)
          .hasSize(3)
          .allSatisfy(pair -> assertThat((String) pair).contains("\uDBFF\uDFFC = \uDBFF\uDFFD"));
    }
  }

  private String root(Where where) {
    if (where == Where.HOST) {
      return server.address();
    }
    Path out = SiteFixture.plain().out();
    // as browsers write it, with an empty host
    return out.toUri().toString().replaceFirst("^file:/+", "file:///");
  }

  /** Follows a link to a list of the kind, finds the article there, and goes back to it. */
  private static void assertListed(Tab tab, Locator link, String kind) {
    tab.follow(link.first());
    assertThat(tab.kind()).isEqualTo(kind);
    Locator article = tab.page().locator(".card-title a", text(TITLE));
    if (article.count() == 0) {
      tab.follow(tab.page().locator(".pager-older"));
    }
    tab.follow(article.first());
    assertThat(tab.page().locator("h1")).hasText(TITLE);
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void answer(BakedSite site, Route route) {
    String path = URI.create(route.request().url()).getPath().substring(1);
    String uri = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    boolean found = site.has(uri);
    String file = found ? uri : "404.html";
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(found ? 200 : 404)
            .setContentType(PathServer.type(file))
            .setBodyBytes(bytes(site.out().resolve(file))));
  }

  private static byte[] bytes(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
