package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No page needs to be moved sideways, however narrow the screen and however long the words. */
final class LayoutIT {

  private static final List<Integer> WIDTHS = List.of(320, 360, 768, 1280);

  /** How far the page goes beyond the screen, and what holds its text outside of it. */
  private static final String BEYOND =
      """
      () => {
        const root = document.documentElement;
        const found = [];
        if (root.scrollWidth > root.clientWidth) found.push('scrolls: ' + root.scrollWidth);
        for (const name of ['overflow-x']) {
          for (const top of [root, document.body]) {
            if (getComputedStyle(top).getPropertyValue(name) !== 'visible') {
              found.push(top.tagName + ' hides what goes beyond it');
            }
          }
        }
        const mayScroll = node => {
          for (let n = node; n && n !== document.body; n = n.parentElement) {
            if (['auto', 'scroll'].includes(getComputedStyle(n).overflowX)) return true;
            if (n.classList.contains('sr') || n.classList.contains('skip')) return true;
          }
          return false;
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode;
          if (!text.data.trim()) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          const box = range.getBoundingClientRect();
          if (box.width && (box.right > root.clientWidth + 1 || box.left < -1)
              && !mayScroll(text.parentElement)) {
            found.push('outside: ' + text.data.trim().slice(0, 40));
          }
        }
        return found;
      }
      """;

  @Test
  void noKindOfPageScrollsSideways() {
    BakedSite site = SiteFixture.large();
    try (Chromium chromium = Chromium.launch();
        PathServer server = new PathServer(site.out());
        Tab tab = chromium.open(server.address())) {
      var wrong = new TreeSet<String>();
      int looks = 0;
      for (Map.Entry<String, String> sample : PageSamples.of(site).entrySet()) {
        tab.go(sample.getValue());
        for (String look : List.of("js", "js c150 to", "js c200 to rong", "js c90 hep")) {
          tab.page().evaluate("look => document.documentElement.className = look", look);
          for (int width : WIDTHS) {
            looks++;
            tab.page().setViewportSize(width, 800);
            for (Object beyond : beyond(tab.page())) {
              wrong.add(
                  "%s (%s) at %d, %s: %s"
                      .formatted(sample.getKey(), sample.getValue(), width, look, beyond));
            }
          }
        }
      }
      System.out.printf("Layout: %d looks at kinds of pages, %d wrong%n", looks, wrong.size());
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void noPageOfTheSiteScrollsSidewaysOnTheNarrowestScreen() {
    BakedSite site = SiteFixture.plain();
    try (Chromium chromium = Chromium.launch();
        PathServer server = new PathServer(site.out());
        Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(320, 800);
      var wrong = new TreeSet<String>();
      List<String> pages = site.pagesToRead();
      for (String uri : pages) {
        for (Object beyond : beyond(tab.go(uri))) {
          wrong.add(uri + ": " + beyond);
        }
      }
      System.out.printf("Layout: %d pages at 320, %d wrong%n", pages.size(), wrong.size());
      assertThat(wrong).isEmpty();
    }
  }

  /** On wide screens the head of a list stands beside it; all that is listed is in one column. */
  @Test
  void allPartsOfAListStandInOneColumn() {
    BakedSite site = SiteFixture.large();
    try (Chromium chromium = Chromium.launch();
        PathServer server = new PathServer(site.out());
        Tab tab = chromium.open(server.address())) {
      int topics = 0;
      for (String uri : site.pages().keySet()) {
        if (uri.matches("chu-de/[^/]+/index.html")) {
          tab.go(uri);
          tab.page().setViewportSize(1280, 800);
          var starts =
              (List<?>)
                  tab.page()
                      .evaluate(
                          "() => Array.from(document.querySelectorAll('.listing > :not(.page-head)'),"
                              + " each => Math.round(each.getBoundingClientRect().left))");
          assertThat(starts.stream().distinct()).as(uri).hasSizeLessThan(2);
          topics++;
        }
      }
      assertThat(topics).isGreaterThan(5);
    }
  }

  @Test
  void whatGoesBeyondIsSeen() {
    BakedSite site = SiteFixture.plain();
    try (Chromium chromium = Chromium.launch();
        PathServer server = new PathServer(site.out());
        Tab tab = chromium.open(server.address())) {
      Page page = tab.go("lien-he.html");
      page.evaluate("document.querySelector('h1').style.whiteSpace = 'nowrap'");
      page.evaluate("document.querySelector('h1').textContent = 'dài '.repeat(200)");
      assertThat(beyond(page)).hasSize(2);
    }
  }

  private static List<?> beyond(Page page) {
    return new ArrayList<>((List<?>) page.evaluate(BEYOND));
  }
}
