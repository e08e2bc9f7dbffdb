package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Practices side by side, on a host and from a disk. */
final class CompareIT extends InBrowser {

  private static final String PAGE = "so-sanh/index.html";
  private static final String BAC_SON = "2018/phat-trien-dang-vien-o-bac-son";
  private static final String DINH_LAP = "2019/dinh-lap-chon-diem-de-cung-co";
  private static final String BAC_NINH = "2024/thanh-pho-bac-ninh-ra-soat-nguon";
  private static final String BAC_BINH = "2018/bac-binh-mo-rong-nguon-o-khu-dan-cu";
  private static final String LANG_CHEU = "2011/lang-cheu-ban-nao-cung-co-dang-vien";
  private static final String THREE = BAC_SON + "," + DINH_LAP + "," + BAC_NINH;

  private String root(BrowserIT.Where where) {
    return where == BrowserIT.Where.DISK ? Articles.disk(SiteFixture.plain()) : server.address();
  }

  @ParameterizedTest
  @EnumSource
  void theAddressSaysWhatIsCompared(BrowserIT.Where where) {
    try (Tab tab = chromium.open(root(where))) {
      Page page = compare(tab, THREE);
      Locator heads = page.locator(".compare-table thead th > a");
      assertThat(heads)
          .hasText(
              new Pattern[] {
                Pattern.compile("^Bắc Sơn:"),
                Pattern.compile("^Đình Lập:"),
                Pattern.compile("^Thành phố Bắc Ninh:")
              });
      assertThat(page.locator(".compare-place").first())
          .hasText("Huyện Bắc Sơn, Lạng Sơn (nay chia thành 6 xã của Lạng Sơn)");
      Locator first = row(page, "Đảng viên mới").locator("td");
      assertThat(first.nth(0)).containsText("182 (88,78%)");
      assertThat(first.nth(1)).containsText("13");
      assertThat(first.nth(2)).containsText("209");
      Locator others = row(page, "Kết quả khác").locator("td");
      assertThat(others.nth(1)).containsText("12/19");
      assertThat(others.nth(2)).containsText("652");
      assertThat(others.nth(2)).containsText("438 (67%)");
      for (String part :
          new String[] {"Bối cảnh", "Cách làm", "Kết quả", "Bài học", "Điều kiện áp dụng"}) {
        assertThat(row(page, part).locator("td")).hasCount(3);
      }
      tab.follow(page.locator(".compare-table .prose a").first());
      assertThat(tab.kind()).isEqualTo("article");
      page.goBack();
      tab.follow(heads.nth(1));
      assertThat(tab.uri()).isEqualTo("bai-viet/" + DINH_LAP + ".html");
    }
  }

  @Test
  void readersChooseOrderAndTakeAwayAndGoBack() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PAGE);
      assertThat(page.locator(".compare-table")).hasCount(0);
      page.locator("[data-compare='" + BAC_SON + "']").click();
      done(page, BAC_SON);
      assertThat(page.locator("#_bang-so-sanh .hint")).containsText("ít nhất một bài nữa");
      page.locator("[data-compare='" + DINH_LAP + "']").click();
      done(page, BAC_SON + "," + DINH_LAP);
      assertThat(tab.uri()).isEqualTo(PAGE + "?bai=" + BAC_SON + "," + DINH_LAP);
      page.getByLabel(Pattern.compile("^Chuyển sang trái: Đình Lập")).click();
      done(page, DINH_LAP + "," + BAC_SON);
      page.getByLabel(Pattern.compile("^Bỏ khỏi so sánh: Đình Lập")).first().click();
      done(page, BAC_SON);
      page.goBack();
      done(page, DINH_LAP + "," + BAC_SON);
      page.locator(".compare-tools button").first().click();
      done(page, "");
      assertThat(page.locator(".compare-table")).hasCount(0);
    }
  }

  /** Buttons that are pressed make the table anew; the keyboard is not thrown back to the top. */
  @Test
  void theKeyboardStaysAndWhatWasDoneIsSaid() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PAGE);
      page.locator("[data-compare='" + BAC_SON + "']").click();
      done(page, BAC_SON);
      assertThat(page.locator("#_bao"))
          .hasText(Pattern.compile("^Đã thêm: Bắc Sơn.* Đang so sánh 1 bài\\.$"));
      page.locator("[data-compare='" + DINH_LAP + "']").press("Enter");
      done(page, BAC_SON + "," + DINH_LAP);
      assertThat(page.locator("[data-compare='" + DINH_LAP + "']")).isFocused();
      page.getByLabel(Pattern.compile("^Chuyển sang trái: Đình Lập")).press("Enter");
      done(page, DINH_LAP + "," + BAC_SON);
      assertThat(page.locator("#_bao"))
          .hasText(Pattern.compile("^Đã chuyển sang trái: Đình Lập.* 2 bài\\.$"));
      Locator away =
          page.locator(".compare-table").getByLabel(Pattern.compile("^Bỏ khỏi so sánh: Đình Lập"));
      assertThat(away).isFocused();
      away.press("Enter");
      done(page, BAC_SON);
      Locator last =
          page.locator(".compare-table").getByLabel(Pattern.compile("^Bỏ khỏi so sánh: Bắc Sơn"));
      assertThat(last).isFocused();
      last.press("Enter");
      done(page, "");
      assertThat(page.locator("#_bao")).hasText(Pattern.compile("^Đã bỏ: Bắc Sơn.*"));
      assertThat(page.locator("#_chon")).isFocused();
    }
  }

  @Test
  void anArticleJoinsWhatWasChosenAndFourAreEnough() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = null;
      for (String each : new String[] {BAC_SON, DINH_LAP, BAC_NINH, BAC_BINH}) {
        page = tab.go("bai-viet/" + each + ".html");
        page.locator("a.compare-link").first().click();
        assertThat(page.locator("#_bang-so-sanh"))
            .hasAttribute("data-done", Pattern.compile(each + "$"));
      }
      done(page, THREE + "," + BAC_BINH);
      assertThat(page.locator("[data-compare='" + LANG_CHEU + "']")).isDisabled();
      // neither the bare page nor what somebody sent takes the place of what was chosen
      tab.go(PAGE);
      done(page, "");
      compare(tab, LANG_CHEU);
      done(page, LANG_CHEU);
      page = tab.go("bai-viet/" + LANG_CHEU + ".html");
      page.locator("a.compare-link").first().click();
      done(page, DINH_LAP + "," + BAC_NINH + "," + BAC_BINH + "," + LANG_CHEU);
    }
  }

  @Test
  void theListOfPracticesLeadsToTheComparisonToo() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("cach-lam-hay/index.html?tinh=lang-son");
      Locator row = page.locator("#_dong li", text("Đình Lập"));
      row.locator(".compare-link").click();
      done(page, DINH_LAP);
      page.goBack();
      page.locator("#_dong li", text("Bắc Sơn")).locator(".compare-link").click();
      done(page, DINH_LAP + "," + BAC_SON);
    }
  }

  @Test
  void whatIsNotThereIsSaidAndTheRestIsShown() {
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page =
          compare(tab, BAC_SON + ",2018/khong-co,../../x,2018//x,./2019/x,%3Cb%3E," + BAC_SON);
      assertThat(page.locator(".compare-table thead th")).hasCount(1);
      assertThat(page.locator("#_bang-so-sanh .notice")).containsText("1 bài");
    }
  }

  @Test
  void withoutScriptTopicsHaveComparisons() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go(PAGE);
      assertThat(page.locator(".needs-script")).isVisible();
      assertThat(page.locator("[data-compare]").first()).isHidden();
      tab.follow(page.locator("main .chips a", text("Sinh hoạt chi bộ")));
      assertThat(page.locator(".compare-table thead th")).hasCount(2);
      assertThat(row(page, "Bài học").locator("td").nth(1)).isVisible();
      tab.follow(page.locator(".compare-table .prose a").first());
      assertThat(tab.kind()).isEqualTo("article");
      tab.go("so-do-trang.html");
      tab.follow(page.locator("main a", text("So sánh cách làm hay")));
      assertThat(tab.uri()).isEqualTo(PAGE);
      tab.go("chu-de/sinh-hoat-chi-bo/index.html");
      tab.follow(page.locator("main a", text("So sánh các cách làm hay về chủ đề này")));
      assertThat(tab.uri()).isEqualTo("so-sanh/sinh-hoat-chi-bo/index.html");
    }
  }

  /** What the script makes is what the template makes. */
  @Test
  void templateAndScriptMakeTheSameTable() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("so-sanh/sinh-hoat-chi-bo/index.html");
      String made = page.locator(".compare-table tbody").innerText();
      compare(tab, DINH_LAP + "," + LANG_CHEU);
      assertThat(words(page.locator(".compare-table tbody").innerText())).isEqualTo(words(made));
    }
  }

  @Test
  void onTelephonesCellsStandBelowEachOtherUnderTheNameOfTheirPlace() {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(360, 780);
      Page page = compare(tab, THREE);
      assertThat(page.locator(".compare-name").first()).isVisible();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
          .isLessThanOrEqualTo(0);
    }
  }

  @Test
  void thePaperHasEveryColumn() throws IOException {
    try (Tab tab = chromium.open(server.address())) {
      Page page = compare(tab, THREE);
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        var box = document.getPage(0).getMediaBox();
        assertThat(box.getWidth()).isGreaterThan(box.getHeight());
        assertThat(document.getNumberOfPages()).isLessThan(10);
      }
    }
  }

  private static Page compare(Tab tab, String names) {
    Page page = tab.go(PAGE + "?bai=" + names);
    page.waitForSelector("#_bang-so-sanh[data-done]");
    return page;
  }

  private static void done(Page page, String names) {
    assertThat(page.locator("#_bang-so-sanh")).hasAttribute("data-done", names);
  }

  private static Locator row(Page page, String heading) {
    return page.locator(
        ".compare-table tbody tr",
        new Page.LocatorOptions()
            .setHas(
                page.locator(
                    "th",
                    new Page.LocatorOptions().setHasText(Pattern.compile("^" + heading + "$")))));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
