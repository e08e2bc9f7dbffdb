package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cachlamhay.site.SearchPage.count;
import static vn.cachlamhay.site.SearchPage.results;
import static vn.cachlamhay.site.SearchPage.search;
import static vn.cachlamhay.site.SearchPage.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page as readers use it, on a site of several hundred articles. */
final class SearchIT extends InBrowser {

  @Override
  Path out() {
    return SiteFixture.large().out();
  }

  /** The articles of the large site have numbers in the order of their dates. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsWhileOneTypes(boolean fromDisk) {
    String disk = SiteFixture.large().out().toUri().toString().replaceFirst("^file:/+", "file:///");
    try (Tab tab = chromium.open(fromDisk ? disk : server.address())) {
      Page page = tab.go(SearchPage.URI);
      for (String number : List.of("99", "150", "297")) {
        type(page, number);
        assertThat(results(page).first()).hasText(Pattern.compile(" " + number + "$"));
      }
      type(page, "phat trien dang vien");
      assertThat(results(page)).hasCount(10);
      assertThat(count(page)).hasText(Pattern.compile("^Tìm thấy [\\d.]+ bài cho “phat .*”\\.$"));
      page.locator("#q").fill("");
      assertThat(results(page)).hasCount(0);
      assertThat(page.locator("#theo-chu-de")).isVisible();
    }
  }

  @Test
  void marksWordsWithTheirDiacriticsAndTellsWhereAndWhen() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=bac+son+giao+chi+tieu+tu+dau+nam");
      Locator first = page.locator("#ket-qua li").first();
      assertThat(first.locator("a mark"))
          .hasText(new String[] {"Bắc Sơn", "giao chỉ tiêu từ đầu năm"});
      assertThat(first.locator(".meta"))
          .hasText(
              Pattern.compile(
                  "^Cách làm hay · .*Bắc Sơn.* · \\d\\d/\\d\\d/2018 · Phát triển đảng viên"));
      Locator excerpt = first.locator("p").last();
      assertThat(excerpt.locator("mark").first()).isVisible();
      assertThat(excerpt.innerText().length()).isBetween(60, 260);
    }
  }

  @Test
  void saysWhichQueryTheResultsAnswer() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=chi+bo");
      assertThat(page.locator("#ket-qua")).hasAttribute("data-done", "chi bo");
      assertThat(page).hasTitle(Pattern.compile("^chi bo – Tìm kiếm – "));
      Object left =
          page.evaluate(
              """
              () => {
                const field = document.getElementById('q');
                field.value = 'nông thôn';
                field.dispatchEvent(new Event('input', {bubbles: true}));
                return document.getElementById('ket-qua').hasAttribute('data-done');
              }
              """);
      assertThat(left).isEqualTo(false);
      assertThat(page.locator("#ket-qua")).hasAttribute("data-done", "nông thôn");
    }
  }

  /** The answer is read out when the reader pauses, not at each key. */
  @Test
  void readsTheCountOutAfterAPause() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(SearchPage.URI);
      page.evaluate(
          """
          () => {
            window.said = [];
            const spoken = document.getElementById('ket-qua-bao');
            new MutationObserver(() => window.said.push(spoken.textContent))
              .observe(spoken, {childList: true, characterData: true, subtree: true});
          }
          """);
      page.locator("#q")
          .pressSequentially("chi bo", new Locator.PressSequentiallyOptions().setDelay(60));
      page.waitForCondition(() -> said(page).stream().anyMatch(text -> text.contains("chi bo")));
      assertThat(said(page)).filteredOn(text -> text.startsWith("Tìm thấy")).hasSize(1);
    }
  }

  @Test
  void showsMoreOnDemandAndTheNewestFirst() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=dang+vien");
      page.locator("[data-sort=ngay]").click();
      assertThat(tab.uri()).isEqualTo(SearchPage.URI + "?q=dang+vien&xep=ngay");
      for (int shown = 10; shown <= 30; shown += 10) {
        assertThat(results(page)).hasCount(shown);
        page.locator("#xem-them").click();
        // the reader goes on where the new ones begin
        assertThat(results(page).nth(shown)).isFocused();
      }
      var days = new ArrayList<String>();
      for (Locator facts : page.locator("#ket-qua li .meta").all()) {
        days.add(facts.innerText().replaceAll("(?s).*(\\d\\d)/(\\d\\d)/(\\d{4}).*", "$3$2$1"));
      }
      assertThat(days).hasSize(40).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void filtersStandInTheAddressAndGoWithTheWayBack() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=dang+vien");
      String before = count(page).innerText();
      Locator year = page.locator("#bo-loc input[name=nam]").first();
      year.check();
      assertThat(count(page)).not().hasText(before);
      assertThat(year).isFocused();
      String value = year.inputValue();
      assertThat(tab.uri()).isEqualTo(SearchPage.URI + "?q=dang+vien&nam=" + value);
      String counted = year.locator("xpath=..").locator(".count").innerText();
      assertThat(count(page)).containsText("Tìm thấy " + counted + " bài");
      page.waitForSelector("#ket-qua[data-done]");
      assertThat(page.locator("#ket-qua .meta", new Page.LocatorOptions().setHasText("/" + value)))
          .hasCount(results(page).count());
      page.locator("#bo-loc input[name=loai]").first().check();
      page.goBack();
      assertThat(count(page)).containsText("Tìm thấy " + counted + " bài");
      page.goBack();
      assertThat(count(page)).hasText(before);
      assertThat(page.locator("#bo-loc input:checked")).hasCount(0);
      page.goForward();
      assertThat(page.locator("#bo-loc input:checked")).hasCount(1);
      page.locator("#bo-het-loc").click();
      assertThat(count(page)).hasText(before);
      assertThat(page.locator("#bo-loc summary").first()).isFocused();
    }
  }

  @Test
  void anAddressWithAllOfItShowsTheSame() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=dang+vien");
      page.locator("#bo-loc input[name=tinh]").first().check();
      page.locator("#bo-loc input[name='chu-de']").first().check();
      page.locator("[data-sort=ngay]").click();
      page.waitForSelector("#ket-qua[data-done]");
      String told = count(page).innerText();
      List<String> titles = results(page).allInnerTexts();
      try (Tab other = chromium.open(server.address())) {
        Page again = other.go(tab.uri());
        assertThat(count(again)).hasText(told);
        again.waitForSelector("#ket-qua[data-done]");
        assertThat(results(again).allInnerTexts()).isEqualTo(titles);
        assertThat(again.locator("[data-sort=ngay]")).hasAttribute("aria-pressed", "true");
      }
    }
  }

  @Test
  void goesBackToTheSearchBefore() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(SearchPage.URI);
      for (String query : List.of("chi bộ", "nông thôn")) {
        type(page, query);
        page.locator("#q").press("Enter");
      }
      String now = results(page).first().innerText();
      page.goBack();
      assertThat(page.locator("#q")).hasValue("chi bộ");
      assertThat(count(page)).containsText("“chi bộ”");
      page.goForward();
      assertThat(results(page).first()).hasText(now);
      tab.follow(results(page).first());
      page.goBack();
      assertThat(results(page).first()).hasText(now);
    }
  }

  @Test
  void arrowsLeadFromTheFieldOverSuggestionsToResultsAndBack() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(SearchPage.URI);
      Locator field = page.locator("#q");
      Locator options = page.locator("#goi-y [role=option]");
      type(page, "Lang Son");
      Locator place =
          page.locator("#goi-y li").filter(new Locator.FilterOptions().setHasText("Địa phương"));
      assertThat(place.first()).containsText("Lạng Sơn");
      assertThat(field).hasAttribute("aria-expanded", "true");
      field.press("ArrowDown");
      assertThat(options.first()).hasAttribute("aria-selected", "true");
      assertThat(field).hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
      assertThat(field).isFocused();
      int count = options.count();
      for (int i = 0; i < count; i++) {
        field.press("ArrowDown");
      }
      assertThat(results(page).first()).isFocused();
      results(page).first().press("ArrowDown");
      results(page).nth(1).press("ArrowUp");
      results(page).first().press("ArrowUp");
      assertThat(field).isFocused();
      field.press("Escape");
      assertThat(page.locator("#goi-y")).isHidden();
      assertThat(field).hasValue("Lang Son");
      field.press("ArrowDown");
      assertThat(results(page).first()).isFocused();
      type(page, "Lạng Sơ");
      assertThat(place.first()).containsText("Lạng Sơn");
      field.press("ArrowDown");
      field.press("Enter");
      page.waitForURL(url -> url.contains("dia-phuong/"));
      assertThat(page.locator("h1")).containsText("Lạng Sơn");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=window.hacked=1>",
        "\"><script>window.hacked=1</script>",
        "javascript:window.hacked=1",
        "đảng <b>viên</b>",
      })
  void neverRunsWhatIsTyped(String query) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(SearchPage.URI);
      type(page, query);
      page.locator("#q").press("Enter");
      page.waitForSelector("#ket-qua[data-done]");
      page.reload();
      page.waitForSelector("#ket-qua[data-done]");
      assertThat(page.evaluate("window.hacked")).isNull();
      assertThat(count(page)).containsText(query.substring(0, 4));
      assertThat(page.locator("#_tim-thay img, #_tim-thay script")).hasCount(0);
    }
  }

  @Test
  void tellsWhatItUnderstoodAndFindsWhatWasTypedOnDemand() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=phát+triển+đảg+viên");
      Locator said = page.locator("#da-sua");
      assertThat(said)
          .hasText("Kết quả cho phát triển đảng viên; tìm đúng nguyên văn phát triển đảg viên");
      assertThat(count(page)).containsText("“phát triển đảng viên”");
      page.locator("#da-sua a").click();
      page.waitForURL(url -> url.contains("nguyen-van=1"));
      assertThat(said).hasText("Đang tìm đúng nguyên văn; tìm cả từ gần giống phát triển đảg viên");
      assertThat(count(page)).containsText("“phát triển đảg viên”");
      assertThat(page.locator("#q")).hasValue("phát triển đảg viên");
      page.locator("#da-sua a").click();
      assertThat(count(page)).containsText("“phát triển đảng viên”");
      type(page, "phát triển");
      assertThat(said).isHidden();
    }
  }

  @Test
  void whatLacksAWordComesOnDemand() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=giao+chỉ+tiêu+từ+đầu+năm+Bắc+Sơn");
      int full = results(page).count();
      assertThat(full).isBetween(1, 9);
      Locator more = page.locator("#xem-them");
      assertThat(more).hasText(Pattern.compile("^Xem thêm [\\d.]+ bài chỉ có một phần các từ$"));
      String told = count(page).innerText();
      more.click();
      assertThat(results(page)).hasCount(full + 10);
      assertThat(count(page)).hasText(told);
      search(tab, "?q=Bắc+Sơn+xyzxyz");
      assertThat(count(page))
          .hasText(
              Pattern.compile(
                  "^Không có bài nào đủ các từ “Bắc Sơn xyzxyz”; [\\d.]+ bài có một phần\\.$"));
      assertThat(results(page)).hasCount(10);
    }
  }

  @Test
  void helpsWhereNothingIsFound() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = search(tab, "?q=xyzxyz");
      assertThat(count(page)).hasText("Không có bài nào cho “xyzxyz”.");
      assertThat(page.locator("#khong-thay")).isVisible();
      assertThat(page.locator("#theo-chu-de")).isVisible();
      assertThat(page.locator("#bo-loc")).isHidden();
      assertThat(page.locator("#tu-gan")).isHidden();
      search(tab, "?q=\"xyzxyz+Langg+Sownn\"");
      page.locator("#tu-gan a", new Page.LocatorOptions().setHasText("Lạng Sơn")).first().click();
      assertThat(results(page)).hasCount(10);
    }
  }

  @Test
  void aSlashLeadsToTheFieldOnEveryPageButNotWhileOneTypes() {
    try (Tab tab = chromium.open(server.address())) {
      for (String uri : List.of("index.html", LargeSite.LONG_ARTICLE, "404.html", SearchPage.URI)) {
        Page page = tab.go(uri);
        page.keyboard().press("/");
        Locator field = page.locator("input[name=q]").first();
        assertThat(field).isFocused();
        page.keyboard().type("19/5");
        assertThat(field).hasValue("19/5");
      }
    }
  }

  @Test
  void withoutScriptThereAreListsAndASearchEngine() {
    BakedSite site = SiteFixture.hosted();
    try (PathServer hosted = new PathServer(site.out());
        Tab tab = chromium.openWithoutScript(hosted.address())) {
      Page page = tab.go("index.html");
      page.locator("header input[name=q]").fill("dang vien");
      tab.follow(page.locator("header form.search button"));
      assertThat(tab.uri()).isEqualTo(SearchPage.URI + "?q=dang+vien");
      for (String list : List.of("#theo-chu-de", "#theo-dia-phuong", "#theo-nam")) {
        assertThat(page.locator(list)).isVisible();
      }
      assertThat(page.locator("noscript a"))
          .hasAttribute("href", "https://www.google.com/search?q=site%3Acachlamhay.example.vn");
      assertThat(page.locator("#_tim-thay")).isHidden();
    }
    assertThat(SiteFixture.plain().page(SearchPage.URI).select("noscript").html())
        .doesNotContain("google");
  }

  @Test
  void browsersCanAddTheSearchWhereTheHostIsKnown() {
    String link = "link[rel=search]";
    BakedSite hosted = SiteFixture.hosted();
    String uri = hosted.page("index.html").select(link).attr("href");
    assertThat(hosted.text(uri)).contains(SiteFixture.HOST + "/tim-kiem/?q={searchTerms}");
    assertThat(SiteFixture.plain().page("index.html").select(link)).isEmpty();
    assertThat(SiteFixture.plain().has("tim-kiem/opensearch.xml")).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static List<String> said(Page page) {
    return (List<String>) page.evaluate("window.said");
  }
}
