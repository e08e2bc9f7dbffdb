package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters of all best practices, with and without script, from a host and from a disk. */
final class PracticesIT extends InBrowser {

  private static final String URI = "cach-lam-hay/index.html";
  private static final String DONE = "#_loc[data-state=done]";

  @Test
  void withoutScriptTheNewestAndReadyListsAreThere() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go(URI);
      assertThat(page.locator("#_dong > li")).hasCount(5);
      assertThat(page.locator("#_dong > li").nth(2))
          .containsText(
              "Huyện Bắc Sơn, Lạng Sơn (nay chia thành 6 xã của Lạng Sơn)"
                  + "Miền núiPhát triển đảng viên12/09/2018");
      assertThat(page.locator("#_bo-loc")).isHidden();
      assertThat(page.locator("#_xep")).isHidden();
      tab.follow(page.locator(".ready a", text("Miền núi")));
      assertThat(tab.uri()).isEqualTo("cach-lam-hay/noi/mien-nui/index.html");
      assertThat(page.locator(".card-title a")).hasCount(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?tinh=lang-son                         | 2",
        "?tinh=binh-thuan                       | 1",
        "?tinh=lam-dong                         | 1",
        "?tinh=lang-son&tinh=son-la             | 3",
        "?noi=mien-nui&nam=2018                 | 1",
        "?chu-de=xay-dung-dang                  | 5",
        "?ket-qua=tren-100&ket-qua=duoi-100     | 2",
        "?noi=do-thi&tinh=lang-son              | 0",
        "?noi=khong-co                          | 0",
        "?xep=cu                                | 5",
      })
  void theAddressFilters(String parameters, int articles) {
    for (String root : List.of(server.address(), disk())) {
      try (Tab tab = chromium.open(root)) {
        Page page = open(tab, parameters);
        assertThat(page.locator("#_dong > li")).hasCount(articles);
        assertThat(page.locator("#_so"))
            .hasText(
                articles == 0
                    ? Pattern.compile("^Không có cách làm hay nào.*")
                    : Pattern.compile("^" + articles + " cách làm hay.*"));
        assertThat(page.locator("#_bao")).hasText(page.locator("#_so").innerText());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',         Thành phố Bắc Ninh",
    "cu,         Làng Chếu",
    "dia-phuong, Thành phố Bắc Ninh",
    "ty-le,      Đình Lập",
    "la,         Thành phố Bắc Ninh"
  })
  void theAddressSorts(String order, String first) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = open(tab, "?xep=" + order);
      assertThat(page.locator("#_dong > li").first()).containsText(first);
    }
  }

  @Test
  void choicesGoToTheAddressAndBackAgain() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = open(tab, "");
      Locator rows = page.locator("#_dong > li");
      box(page, "noi", "mien-nui").check();
      assertThat(rows).hasCount(3);
      assertThat(page).hasURL(Pattern.compile("\\?noi=mien-nui$"));
      box(page, "nam", "2018").check();
      assertThat(rows).hasCount(1);
      page.locator("#_xep").selectOption("cu");
      assertThat(page).hasURL(Pattern.compile("\\?noi=mien-nui&nam=2018&xep=cu$"));
      page.goBack();
      assertThat(page.locator("#_xep")).hasValue("");
      page.goBack();
      assertThat(rows).hasCount(3);
      assertThat(box(page, "nam", "2018")).not().isChecked();
      tab.follow(page.locator("#_dong a").first());
      assertThat(tab.kind()).isEqualTo("article");
      page.goBack();
      assertThat(rows).hasCount(3);
      page.locator("#_xoa").click();
      assertThat(rows).hasCount(5);
      assertThat(page.locator("#_so")).isFocused();
      assertThat(page).hasURL(Pattern.compile("index\\.html$"));
    }
  }

  /** What stands beside a choice is how many articles it leaves. */
  @Test
  void countsAreKept() {
    try (PathServer large = new PathServer(SiteFixture.large().out());
        Tab tab = chromium.open(large.address())) {
      Page page = open(tab, "?xep=cu");
      assertThat(box(page, "noi", "do-thi")).isAttached();
      List<?> choices =
          (List<?>)
              page.evaluate(
                  "[...document.querySelectorAll('#_bo-loc label')].map(l => [l.firstChild.name,"
                      + " l.firstChild.value, l.lastChild.textContent])");
      assertThat(choices).hasSizeGreaterThan(20);
      for (Object choice : choices) {
        var each = (List<?>) choice;
        open(tab, "?" + each.get(0) + "=" + each.get(1));
        assertThat(page.locator("#_so")).hasText(each.get(2) + " cách làm hay theo bộ lọc");
      }
    }
  }

  @Test
  void moreIsShownOnDemand() {
    try (PathServer large = new PathServer(SiteFixture.large().out());
        Tab tab = chromium.open(large.address())) {
      Page page = open(tab, "?xep=cu");
      assertThat(page.locator("#_dong > li")).hasCount(20);
      page.locator("#_them").click();
      assertThat(page.locator("#_dong > li").nth(20).locator("h2 a")).isFocused();
    }
  }

  @Test
  void whatIsNotLoadedIsToldAndTriedAgain() {
    try (Tab tab = chromium.open(server.address()).expectMissing().expectErrors()) {
      tab.context().route("**/loc/muc-luc.js*", route -> route.abort());
      Page page = tab.go(URI + "?noi=mien-nui");
      assertThat(page.locator("#_hong")).isVisible();
      assertThat(page.locator("#_dong > li")).hasCount(5);
      tab.context().unroute("**/loc/muc-luc.js*");
      page.locator("#_hong button").click();
      assertThat(page.locator("#_dong > li")).hasCount(3);
      assertThat(page.locator("#_hong")).isHidden();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 1280})
  void axeFindsNothingAndNothingIsCutOff(int width) {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(width, 900);
      Page page = open(tab, "?noi=mien-nui");
      page.evaluate("document.getElementById('_bo-loc').open = true");
      assertThat(box(page, "noi", "mien-nui")).isVisible();
      assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getId).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  private static Page open(Tab tab, String parameters) {
    Page page = tab.go(URI + parameters);
    page.waitForSelector(DONE);
    return page;
  }

  private static Locator box(Page page, String facet, String value) {
    return page.locator("input[name='%s'][value='%s']".formatted(facet, value));
  }

  private static String disk() {
    return SiteFixture.plain().out().toUri().toString().replaceFirst("^file:/+", "file:///");
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
