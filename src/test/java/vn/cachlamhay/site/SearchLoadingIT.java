package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cachlamhay.site.SearchPage.count;
import static vn.cachlamhay.site.SearchPage.results;
import static vn.cachlamhay.site.SearchPage.search;
import static vn.cachlamhay.site.SearchPage.type;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search where its files are missing, broken or others than a minute ago. */
final class SearchLoadingIT extends InBrowser {

  private static final List<String> QUERIES =
      List.of("phát triển đảng viên", "Lạng Sơn", "nong thon");

  @Override
  Path out() {
    return SiteFixture.large().out();
  }

  /** What an old tab shows is of the new site, whether it had looked for the same before or not. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOldTabFindsWhatIsNew(boolean fromDisk) throws IOException {
    Path folder = SiteFixture.freshFolder("search-published");
    publish(SiteFixture.large(), folder);
    String disk = folder.toUri().toString().replaceFirst("^file:/+", "file:///");
    try (PathServer host = new PathServer(folder);
        Tab tab = chromium.open(fromDisk ? disk : host.address()).expectMissing()) {
      Page page = search(tab, "?q=chi+bo");
      Page second = tab.context().newPage();
      second.navigate(page.url());
      String old = count(page).innerText();
      assertThat(count(second)).hasText(old);
      publish(SiteFixture.plain(), folder);
      List<List<String>> fresh = new ArrayList<>();
      try (Tab other = chromium.open(fromDisk ? disk : host.address())) {
        Page now = other.go(SearchPage.URI);
        QUERIES.forEach(query -> fresh.add(answer(now, query)));
      }
      for (Page before : List.of(page, second)) {
        List<List<String>> answers = new ArrayList<>();
        QUERIES.forEach(query -> answers.add(answer(before, query)));
        assertThat(answers).isEqualTo(fresh);
        type(before, "chi bo");
        assertThat(count(before)).not().hasText(old);
      }
    }
  }

  /** Even where nothing is missing: what is found again and again may be old. */
  @Test
  void afterAWhileATabLooksWhetherThereIsSomethingNew() throws IOException {
    Path folder = SiteFixture.freshFolder("search-published");
    publish(SiteFixture.plain(), folder);
    try (PathServer host = new PathServer(folder);
        Tab tab = chromium.open(host.address())) {
      Instant now = Instant.now();
      tab.page().clock().setFixedTime(now.toEpochMilli());
      Page page = search(tab, "?q=chi+bo");
      String old = count(page).innerText();
      publish(SiteFixture.large(), folder);
      tab.page().clock().setFixedTime(now.plus(11, ChronoUnit.MINUTES).toEpochMilli());
      type(page, "chi b");
      type(page, "chi bo");
      assertThat(count(page)).not().hasText(old);
      String fresh = count(page).innerText();
      page.reload();
      assertThat(count(page)).hasText(fresh);
    }
  }

  @Test
  void twoTabsSearchAtOnce() {
    try (Tab tab = chromium.open(server.address())) {
      Page first = tab.go(SearchPage.URI);
      Page second = tab.context().newPage();
      second.navigate(first.url());
      first.locator("#q").fill("nông thôn mới");
      second.locator("#q").fill("chi bộ");
      assertThat(first.locator("#ket-qua")).hasAttribute("data-done", "nông thôn mới");
      assertThat(second.locator("#ket-qua")).hasAttribute("data-done", "chi bộ");
      assertThat(count(first)).containsText("“nông thôn mới”");
      assertThat(count(second)).containsText("“chi bộ”");
    }
  }

  /** Refused at once, as from a disk, or later, as by a policy or by a host. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "window.Worker = class { constructor() { throw new Error('refused'); } }",
        "window.Worker = class { constructor() { setTimeout(() => this.onerror(new Event(''))); } }",
      })
  void searchesWithoutAWorker(String refusal) {
    List<List<String>> answers = new ArrayList<>();
    for (String script : List.of("", refusal)) {
      try (Tab tab = chromium.open(server.address())) {
        tab.page().addInitScript(script);
        Page page = tab.go(SearchPage.URI);
        List<String> all = new ArrayList<>();
        QUERIES.forEach(query -> all.addAll(answer(page, query)));
        answers.add(all);
      }
    }
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"muc-luc.js", "muc-luc/**", "am-tiet.js", "bai/**"})
  void saysWhatIsMissingAndTriesAgain(String missing) {
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page = tab.page();
      String files = "**/tim-kiem/" + missing + "*";
      page.route(files, route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
      tab.go(SearchPage.URI + "?q=dang+vien");
      assertThat(page.locator("#that-bai")).isVisible();
      assertThat(results(page)).hasCount(0);
      page.unroute(files);
      page.locator("#that-bai button").click();
      assertThat(results(page)).hasCount(10);
      assertThat(page.locator("#that-bai")).isHidden();
      assertThat(page.locator("#ket-qua")).hasAttribute("data-done", "dang vien");
    }
  }

  /** Each file of the index once: the next request for it must ask the host again. */
  @Test
  void whatFailedOnceIsLoadedAgain() {
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page = tab.page();
      Set<String> asked = ConcurrentHashMap.newKeySet();
      page.route(
          Pattern.compile("/tim-kiem/(?!tim-kiem\\.js).*\\.js"),
          route -> {
            String uri = route.request().url().replaceAll("\\?.*", "");
            if (asked.add(uri)) {
              route.fulfill(new Route.FulfillOptions().setStatus(404));
            } else {
              route.resume();
            }
          });
      tab.go(SearchPage.URI + "?q=dang+vien");
      // the first one may have been asked for before, beside the index
      assertThat(page.locator("#ket-qua li")).hasCount(10);
      assertThat(page.locator("#ket-qua .quiet").last()).isVisible();
      page.locator("#that-bai button").click();
      assertThat(results(page)).hasCount(10);
      page.locator("#bo-loc input[name=nam]").first().check();
      assertThat(page.locator("#ket-qua")).hasAttribute("data-done", "dang vien");
    }
  }

  @ParameterizedTest
  @CsvSource({"muc-luc/**, `=x`", "bai/**, {}", "loc/**, {}"})
  void brokenFilesEndWithAMessage(String broken, String text) {
    try (Tab tab = chromium.open(server.address()).expectErrors()) {
      Page page = tab.page();
      UnaryOperator<String> change =
          body -> body.replaceFirst("(?s)`.*`|\\{.*\\}", text.replace("$", "\\$"));
      page.route(
          "**/tim-kiem/" + broken,
          route -> {
            String body = change.apply(route.fetch().text());
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/javascript").setBody(body));
          });
      tab.go(SearchPage.URI + "?q=dang+vien&nam=2018");
      assertThat(page.locator("#that-bai")).isVisible();
      assertThat(count(page)).hasText("Chưa tìm được.");
    }
  }

  /** All at once, as good hosts do. */
  private static void publish(BakedSite site, Path folder) throws IOException {
    Path next = SiteFixture.freshFolder("search-next");
    SiteFixture.copy(site.out(), next);
    Path last = folder.resolveSibling("search-last");
    SiteFixture.delete(last);
    Files.move(folder, last);
    Files.move(next, folder);
  }

  /** The number of results and the titles of the first. */
  private static List<String> answer(Page page, String query) {
    type(page, query);
    List<String> answer = new ArrayList<>(results(page).allInnerTexts());
    answer.add(count(page).innerText());
    return answer;
  }
}
