package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The newest and the most read: on the home page, and below articles, whose pages do not know them.
 */
final class FreshIT extends InBrowser {

  private static final String ARTICLE = LargeSite.READ.get(1);
  private static final int SHOWN = 5;

  @Override
  Path out() {
    return site().out();
  }

  @Test
  void theHomePageRanksTheMostRead() {
    try (Tab tab = chromium.openWithoutScript(server.address())) {
      Page page = tab.go("index.html");
      Locator read = page.locator("section[aria-labelledby=doc-nhieu]");
      assertThat(read.locator("h2")).hasText("Đọc nhiều");
      assertThat(read.locator("ol > li .card-title").allInnerTexts()).isEqualTo(read());
      tab.follow(read.locator("a").first());
      assertThat(tab.uri()).isEqualTo(LargeSite.READ.get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anArticleIsFollowedByTheNewestAndTheMostRead(boolean fromDisk) {
    try (Tab tab = chromium.open(root(fromDisk))) {
      Page page = tab.go(ARTICLE);
      show(page);
      List<String> read = read();
      read.remove(title(ARTICLE));
      assertThat(titles(page, "Mới nhất")).isEqualTo(newest().subList(0, SHOWN));
      assertThat(titles(page, "Đọc nhiều")).isEqualTo(read.subList(0, SHOWN));
      assertThat(page.locator(".fresh .meta").allInnerTexts())
          .contains("Xã Làng Chếu, huyện Bắc Yên, Sơn La · 01/01/2011");
      for (String heading : List.of("Mới nhất", "Đọc nhiều")) {
        tab.go(ARTICLE);
        show(page);
        String title = titles(page, heading).get(1);
        tab.follow(links(page, heading).nth(1));
        assertThat(page.locator("h1")).hasText(title);
      }
    }
  }

  /** The page itself, and what it names beside the article already. */
  @Test
  void nothingIsNamedTwice() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(newestUri());
      show(page);
      List<String> named =
          new ArrayList<>(page.locator(".article-side .card-title").allInnerTexts());
      named.add(page.locator("h1").innerText());
      assertThat(titles(page, "Mới nhất")).hasSize(SHOWN).doesNotContainAnyElementsOf(named);
    }
  }

  /** Who does not read to the end does not pay for what stands there. */
  @Test
  void theListsAreLoadedWhenTheyAreNearlyInSight() {
    try (Tab tab = chromium.open(server.address())) {
      List<String> asked = new CopyOnWriteArrayList<>();
      Page page = tab.page();
      page.onRequest(request -> asked.add(request.url()));
      tab.go(ARTICLE);
      page.waitForLoadState();
      assertThat(asked).noneMatch(url -> url.endsWith("/tin-moi.js"));
      show(page);
      assertThat(asked).filteredOn(url -> url.endsWith("/tin-moi.js")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutScriptALinkLeadsToTheHomePage(boolean fromDisk) {
    try (Tab tab = chromium.openWithoutScript(root(fromDisk))) {
      Page page = tab.go(ARTICLE);
      assertThat(page.locator(".fresh h2")).hasText("Mới nhất");
      assertThat(page.locator(".fresh li")).hasCount(0);
      tab.follow(page.locator(".fresh a"));
      assertThat(tab.uri()).isEqualTo("index.html");
    }
  }

  @Test
  void withoutItsFileTheLinkStays() {
    try (Tab tab = chromium.open(server.address()).expectMissing().expectErrors()) {
      Page page = tab.page();
      page.route("**/tin-moi.js", Route::abort);
      tab.go(ARTICLE);
      page.waitForRequest("**/tin-moi.js", () -> page.locator(".fresh").scrollIntoViewIfNeeded());
      assertThat(page.locator(".fresh h2")).hasText("Mới nhất");
      assertThat(page.locator(".fresh a")).hasText("Tin mới ở trang chủ");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1280})
  void theListsAreAccessibleAndFitEveryScreen(int width) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.page();
      page.setViewportSize(width, 800);
      tab.go(ARTICLE);
      show(page);
      assertThat(
              new AxeBuilder(page).include(".fresh").setLegacyMode(true).analyze().getViolations())
          .isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      boolean beside =
          page.locator(".fresh section").nth(0).boundingBox().y
              == page.locator(".fresh section").nth(1).boundingBox().y;
      assertThat(beside).as("side by side where there is room").isEqualTo(width >= 768);
    }
  }

  private static BakedSite site() {
    return SiteFixture.large();
  }

  private String root(boolean fromDisk) {
    String disk = site().out().toUri().toString().replaceFirst("^file:/+", "file:///");
    return fromDisk ? disk : server.address();
  }

  private static void show(Page page) {
    page.locator(".fresh").scrollIntoViewIfNeeded();
    assertThat(page.locator(".fresh .ranked")).isVisible();
  }

  private static Locator links(Page page, String heading) {
    return page.locator(".fresh section")
        .filter(new Locator.FilterOptions().setHasText(heading))
        .locator(".card-title a");
  }

  private static List<String> titles(Page page, String heading) {
    return links(page, heading).allInnerTexts();
  }

  private static List<String> read() {
    return new ArrayList<>(LargeSite.READ.stream().map(FreshIT::title).toList());
  }

  private static String title(String uri) {
    return site().page(uri).selectFirst("h1").text();
  }

  /** The feed has them in the same order. */
  private static List<String> newest() {
    return Jsoup.parse(site().text("feed.xml"), Parser.xmlParser())
        .select("entry > title")
        .eachText();
  }

  private static String newestUri() {
    String first = site().text("tin-moi.js").replaceFirst("(?s).*?\"u\":\"([^\"]*)\".*", "$1");
    assertThat(title(first)).isEqualTo(newest().get(0));
    return first;
  }
}
