package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search over a list of several parts, whichever of them come, and when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchIT {

  private static final String PARTS = "**/tim-kiem/muc-luc/";

  private Chromium chromium;
  private PathServer server;

  @BeforeAll
  void start() {
    assertThat(SiteFixture.large().files(".js"))
        .contains("tim-kiem/muc-luc.js", "tim-kiem/muc-luc/moi.js", "tim-kiem/muc-luc/100-1.js")
        .contains("tim-kiem/muc-luc/100-3.js");
    chromium = Chromium.launch();
    server = new PathServer(SiteFixture.large().out());
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /** The articles of the large site have numbers in the order of their dates. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsArticlesOfEveryPart(boolean fromDisk) {
    String disk = SiteFixture.large().out().toUri().toString().replaceFirst("^file:/+", "file:///");
    try (Tab tab = chromium.open(fromDisk ? disk : server.address())) {
      Page page = tab.go("tim-kiem/index.html");
      for (String number : List.of("99", "150", "297")) {
        page.locator("#q").fill(number);
        assertThat(results(page).first()).hasText(Pattern.compile(" " + number + "$"));
      }
    }
  }

  @Test
  void showsTheNewestFirstAcrossParts() {
    try (Tab tab = chromium.open(server.address())) {
      // words that stand in no title, which would come first
      Page page = tab.go("tim-kiem/index.html?q=tao+nguon+ket+nap");
      assertThat(results(page)).hasCount(30);
      while (page.locator("#xem-them").isVisible()) {
        page.locator("#xem-them").click();
      }
      var days = new ArrayList<String>();
      for (Locator facts : page.locator("#ket-qua li .meta").all()) {
        String[] day = facts.innerText().substring(0, 10).split("/");
        days.add(day[2] + day[1] + day[0]);
      }
      assertThat(days).hasSizeGreaterThan(40).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(page.locator("#ket-qua-so"))
          .hasText(Pattern.compile("^Tìm thấy \\d+ bài .*”\\.$"));
      // the oldest and the newest part are among them
      assertThat(days.get(0)).startsWith("202");
      assertThat(days.get(days.size() - 1)).startsWith("2015");
    }
  }

  @Test
  void saysThatItWaitsUntilAllPartsAreThere() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.page();
      var held = new CopyOnWriteArrayList<Route>();
      page.route(PARTS + "100-2.js", held::add);
      tab.go("tim-kiem/index.html");
      page.locator("#q").fill("dân vận");
      assertThat(page.locator("#ket-qua-so")).hasText("Đang tải mục lục tìm kiếm…");
      assertThat(results(page)).hasCount(0);
      page.waitForCondition(() -> !held.isEmpty());
      held.forEach(Route::resume);
      assertThat(results(page)).hasCount(30);
      assertThat(page.locator("#ket-qua-so")).containsText("Tìm thấy");
    }
  }

  @Test
  void findsInTheOtherPartsWhereOneIsMissingAndSaysSo() {
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page = tab.page();
      page.route(PARTS + "100-1.js", SearchIT::missing);
      tab.go("tim-kiem/index.html?q=dan+van");
      assertThat(results(page)).hasCount(30);
      assertThat(page.locator("#ket-qua-so")).containsText("Một phần mục lục chưa tải được");
      page.locator("#q").fill("297");
      assertThat(results(page).first()).hasText(Pattern.compile(" 297$"));
    }
  }

  /** The browser may have kept the part of the newest from before it became a full one. */
  @Test
  void showsNoArticleTwiceWhereAPartIsFromBefore() {
    String full = SiteFixture.large().text("tim-kiem/muc-luc/100-3.js");
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.page();
      page.route(
          PARTS + "moi.js",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/javascript; charset=utf-8")
                      .setBody(full.replace("100-3", "moi"))));
      tab.go("tim-kiem/index.html");
      page.locator("#q").fill("250");
      assertThat(results(page)).hasCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/tim-kiem/muc-luc.js", PARTS + "*.js"})
  void saysWhereNothingOfTheListComes(String address) {
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page = tab.page();
      page.route(address, SearchIT::missing);
      tab.go("tim-kiem/index.html?q=dan+van");
      assertThat(page.locator("#ket-qua-so"))
          .hasText("Chưa tải được mục lục tìm kiếm. Mời bạn tải lại trang.");
      assertThat(results(page)).hasCount(0);
    }
  }

  @Test
  void loadsNoPartBeforeSomebodySearches() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.page();
      var asked = new CopyOnWriteArrayList<String>();
      long parts =
          SiteFixture.large().files(".js").stream().filter(u -> u.contains("/muc-luc/")).count();
      page.onRequest(request -> asked.add(request.url()));
      tab.go("tim-kiem/index.html");
      page.waitForLoadState();
      assertThat(asked).noneMatch(url -> url.contains("/muc-luc/"));
      page.locator("#q").focus();
      page.waitForCondition(
          () -> asked.stream().filter(url -> url.contains("/muc-luc/")).count() == parts);
    }
  }

  private static void missing(Route route) {
    route.fulfill(new Route.FulfillOptions().setStatus(404));
  }

  private static Locator results(Page page) {
    return page.locator("#ket-qua li a");
  }
}
