package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the map and the table of topics to an article of 2018 from a district that is no more. */
final class MapIT extends InBrowser {

  private static final String PLACES = "dia-phuong/index.html";
  private static final String MATRIX = "dia-phuong/ma-tran/index.html";
  private static final String ARTICLE = "bai-viet/2018/bac-binh-mo-rong-nguon-o-khu-dan-cu.html";
  private static final String TITLE = "Bắc Bình: mở rộng nguồn đảng viên ở khu dân cư";

  @ParameterizedTest
  @ValueSource(strings = {PLACES, "index.html"})
  void theMapLeadsToBacBinhThroughLamDong(String from) {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      tab.go(from);
      tab.follow(tile(tab.page(), "Tỉnh Lâm Đồng: 4 bài viết"));
      assertThat(tab.uri()).isEqualTo("dia-phuong/lam-dong/index.html");
      assertReachesTheArticle(tab);
    }
  }

  @Test
  void theListBelowTheMapLeadsToBacBinhThroughBinhThuan() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go(PLACES);
      tab.follow(
          page.getByRole(AriaRole.REGION, named("Tỉnh, thành phố trước đây"))
              .getByRole(AriaRole.LINK, link("Bình Thuận")));
      assertThat(tab.uri()).isEqualTo("dia-phuong/binh-thuan/index.html");
      assertReachesTheArticle(tab);
    }
  }

  /** Nothing but the tabulator and the enter key, from the top of the page. */
  @ParameterizedTest
  @CsvSource({"Tỉnh Lâm Đồng: 4 bài viết, lam-dong", "Bình Thuận, binh-thuan"})
  void theKeyboardAloneLeadsToBacBinh(String name, String key) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PLACES);
      press(tab, name);
      page.waitForURL(url -> url.endsWith("/" + key + "/index.html"));
      press(tab, TITLE);
      page.waitForURL(url -> url.endsWith(ARTICLE));
      assertThat(page.locator("h1")).hasText(TITLE);
    }
  }

  @Test
  void theKeyboardCanPassTheMapBy() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PLACES);
      press(tab, "Bỏ qua bản đồ, đến danh sách");
      page.keyboard().press("Tab");
      assertThat(page.locator(".place-groups a").first()).isFocused();
    }
  }

  @Test
  void theTileWithTheFocusIsSeen() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PLACES);
      Locator tile = tile(page, "Tỉnh Lạng Sơn: 10 bài viết");
      Object before = frame(tile);
      tile.focus();
      page.waitForCondition(() -> !frame(tile).equals(before));
      assertThat(frame(tile).toString()).endsWith(" 5px");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLACES, "index.html"})
  void theMapNamesItselfAndEveryPlace(String from) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(from);
      Locator map = page.getByRole(AriaRole.GROUP, named("Bản đồ các tỉnh, thành phố"));
      Locator tiles = map.getByRole(AriaRole.LINK);
      assertThat(tiles).hasCount(36);
      Pattern name = Pattern.compile("^(Tỉnh|Thành phố|Đặc khu) .+: (chưa có|\\d+) bài viết$");
      for (int i = 0; i < 36; i++) {
        assertThat(tiles.nth(i)).hasAccessibleName(name);
      }
      for (String islands : List.of("Hoàng Sa, thành phố Đà Nẵng", "Trường Sa, tỉnh Khánh Hòa")) {
        assertThat(map.getByRole(AriaRole.LINK, link(islands))).isVisible();
      }
    }
  }

  /** Squares to hit with a thumb, the names inside them, and letters that can be read. */
  @ParameterizedTest
  @CsvSource({"320, 36, 9", "360, 40, 10.5", "768, 40, 10.5", "1280, 40, 10.5"})
  void everyTileIsLargeEnoughAndHoldsItsName(int width, int least, double letters) {
    try (Tab tab = chromium.open(server.address())) {
      for (String uri : List.of(PLACES, "index.html")) {
        Page page = tab.go(uri);
        page.setViewportSize(width, 800);
        // bold letters are the widest
        page.evaluate(
            "document.styleSheets[0].insertRule('.map text { font-weight: 700 !important; }')");
        assertThat(
                page.evaluate(
                    """
                    ([least, letters]) => Array.from(document.querySelectorAll('.map a')).flatMap(a => {
                      const box = a.querySelector('rect').getBoundingClientRect();
                      const scale = box.width / 46;
                      const found = [];
                      if (box.width < least || box.height < least) found.push('small: ' + box.width);
                      for (const text of a.querySelectorAll('text')) {
                        const line = text.getBoundingClientRect();
                        if (line.left < box.left || line.right > box.right) {
                          found.push(text.textContent + ' is wider than its square');
                        }
                        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
                        if (size < letters) found.push('letters of ' + size);
                      }
                      return found;
                    })
                    """,
                    List.of(least, letters)))
            .as(uri)
            .isEqualTo(List.of());
      }
    }
  }

  @Test
  void theTableLeadsToWhatItCounts() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go(PLACES);
      tab.follow(page.locator("main a", new Page.LocatorOptions().setHasText("Bảng địa phương")));
      assertThat(tab.uri()).isEqualTo(MATRIX);
      tab.follow(page.locator("main a", new Page.LocatorOptions().setHasText("trước đây")));
      Locator cell = page.locator("a[href*='binh-thuan/chu-de/phat-trien-dang-vien/']");
      int count = Integer.parseInt(cell.innerText());
      tab.follow(cell);
      assertThat(page.locator(".card-title a")).hasCount(count);
      tab.follow(page.locator(".card-title a", new Page.LocatorOptions().setHasText(TITLE)));
      assertThat(tab.uri()).isEqualTo(ARTICLE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360})
  void theTableKeepsItsNamesInSightOnAPhone(int width) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(MATRIX);
      page.setViewportSize(width, 800);
      Locator table =
          page.getByRole(AriaRole.REGION, named("Số bài theo tỉnh, thành phố và chủ đề"));
      Locator name = table.getByRole(AriaRole.ROWHEADER, link("Lâm Đồng"));
      double before = name.boundingBox().x;
      table.focus();
      for (int i = 0; i < 10; i++) {
        page.keyboard().press("ArrowRight");
      }
      page.waitForCondition(() -> (int) table.evaluate("it => Math.round(it.scrollLeft)") > 100);
      assertThat(name.boundingBox().x).isEqualTo(before);
      assertThat(name.boundingBox().width).isLessThan(width / 2.0);
    }
  }

  private static void assertReachesTheArticle(Tab tab) {
    Page page = tab.page();
    tab.follow(page.locator(".card-title a", new Page.LocatorOptions().setHasText(TITLE)).first());
    assertThat(tab.uri()).isEqualTo(ARTICLE);
    assertThat(page.locator("h1")).hasText(TITLE);
  }

  /** Goes on to the link of a name, as far as it takes, and follows it. */
  private static void press(Tab tab, String name) {
    Page page = tab.page();
    for (int i = 0; i < 150; i++) {
      page.keyboard().press("Tab");
      Object focused =
          page.evaluate(
              "(document.activeElement.querySelector('title') || document.activeElement).textContent");
      if (name.equals(focused)) {
        page.keyboard().press("Enter");
        return;
      }
    }
    throw new AssertionError("no way to " + name);
  }

  private static Object frame(Locator tile) {
    return tile.locator("rect")
        .evaluate("it => getComputedStyle(it).stroke + ' ' + getComputedStyle(it).strokeWidth");
  }

  private static Locator tile(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions link(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
