package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Figures over places and years, as readers use them. */
final class FiguresIT extends InBrowser {

  private static final String PAGE = "so-lieu/dang-vien-moi/index.html";

  @Test
  void everyFigureLeadsToTheRowThatStatesIt() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("so-lieu/index.html");
      tab.follow(page.locator("tbody th a:text-is('Đảng viên mới')"));
      assertThat(tab.uri()).isEqualTo(PAGE);
      Locator row = page.locator("tbody tr", text("Xã Long Đống"));
      assertThat(row.locator("td").first()).hasText("15");
      row.locator("td a").click();
      assertThat(page).hasURL(Pattern.compile("/bai-viet/2018/.*#so-lieu-\\d+$"));
      assertThat(page.locator("tr:target")).containsText("Xã Long Đống");
    }
  }

  @Test
  void aHeadingSortsByClickAndByKeyboard() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(PAGE);
      Locator head = page.locator("thead th", text("Đạt"));
      head.locator("button").click();
      assertThat(head).hasAttribute("aria-sort", "ascending");
      assertThat(numbers(page)).isSorted().endsWith(182.0, 209.0);
      head.locator("button").press("Enter");
      assertThat(head).hasAttribute("aria-sort", "descending");
      assertThat(numbers(page)).startsWith(209.0, 182.0);
      Locator places = page.locator("thead th", text("Nơi"));
      places.locator("button").press("Space");
      assertThat(places).hasAttribute("aria-sort", "ascending");
      assertThat(head).not().hasAttribute("aria-sort", Pattern.compile(".*"));
      assertThat(page.locator("tbody th").first()).hasText(Pattern.compile("^Huyện Bắc Sơn"));
      assertThat(page.locator("tbody th").last()).hasText(Pattern.compile("^Xã Vũ Sơn"));
    }
  }

  @Test
  void withoutScriptTableAndChartAreThere() {
    try (Tab tab = chromium.openWithoutScript(Articles.disk(SiteFixture.plain()))) {
      Page page = tab.go(PAGE);
      assertThat(page.locator("tbody tr")).hasCount(14);
      assertThat(page.locator("thead button")).hasCount(0);
      assertThat(page.locator(".chart svg[role=img]")).isVisible();
      assertThat(page.locator(".chart svg")).containsText("giao 12");
      tab.follow(page.locator("main a", text("từ điển dữ liệu")));
      assertThat(page.locator("tbody tr")).hasCount(21);
    }
  }

  @Test
  void wideTablesScrollInsideThemselvesOnTelephones() {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(360, 780);
      for (String uri : List.of("so-lieu/index.html", PAGE, "so-lieu/tu-dien.html")) {
        Page page = tab.go(uri);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
            .as(uri)
            .isLessThanOrEqualTo(0);
      }
    }
  }

  /** The dictionary explains every field of the files, and no other. */
  @Test
  void theDictionaryHasEveryField() {
    BakedSite site = SiteFixture.plain();
    JsonObject json =
        new Gson().fromJson(site.text("so-lieu/dang-vien-moi/so-lieu.json"), JsonObject.class);
    List<String> fields =
        json.getAsJsonArray("fields").asList().stream().map(it -> it.getAsString()).toList();
    assertThat(site.page("so-lieu/tu-dien.html").select("tbody th code").eachText())
        .isEqualTo(fields);
    String csv = site.text("so-lieu/dang-vien-moi/so-lieu.csv");
    assertThat(csv.lines().findFirst()).contains("\uFEFF" + String.join(",", fields));
    assertThat(csv.lines().count()).isEqualTo(1 + json.getAsJsonArray("rows").size());
  }

  /** What search engines of data sets are told leads to files that are there. */
  @Test
  void everyIndicatorIsADataSet() {
    BakedSite site = SiteFixture.hosted();
    for (String uri :
        site.files(".html").stream().filter(it -> it.matches("so-lieu/.+/.*")).toList()) {
      List<JsonObject> sets =
          site.page(uri).select("script[type=application/ld+json]").stream()
              .map(script -> new Gson().fromJson(script.data(), JsonObject.class))
              .filter(it -> it.get("@type").getAsString().equals("Dataset"))
              .toList();
      assertThat(sets).as(uri).hasSize(1);
      sets.get(0)
          .getAsJsonArray("distribution")
          .forEach(
              each -> {
                String address = each.getAsJsonObject().get("contentUrl").getAsString();
                assertThat(address).startsWith(SiteFixture.HOST + "/so-lieu/");
                assertThat(site.out().resolve(address.substring(SiteFixture.HOST.length() + 1)))
                    .exists();
              });
    }
  }

  private static List<Double> numbers(Page page) {
    return page.locator("tbody tr td:nth-of-type(1)").all().stream()
        .map(cell -> Double.valueOf(cell.getAttribute("data-value")))
        .toList();
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
