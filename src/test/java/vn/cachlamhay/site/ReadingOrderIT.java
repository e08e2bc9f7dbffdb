package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What screen readers and keyboards meet on a page, and in which order: the browser's own tree of
 * roles and names, and every stop of the key Tab.
 */
final class ReadingOrderIT extends InBrowser {

  private static final Pattern HEADING = Pattern.compile("heading .*\\[level=(\\d)]");

  /** Of a part that people jump to, or use; what follows it is its name. */
  private static final Pattern PART =
      Pattern.compile(
          "\\s*- '?(navigation|search|region|complementary|form|link|button|searchbox|textbox"
              + "|combobox|checkbox|radio|img|table)\\b(?: \"(.*?)\"(?=:|$|'| \\[))?.*");

  /** Roles that need a name of their own on a page. */
  private static final List<String> PLACES = List.of("navigation", "search", "region", "form");

  @Test
  void everyKindOfPageIsReadInOrderAndByName() {
    BakedSite site = SiteFixture.large();
    var wrong = new TreeSet<String>();
    int pages = 0;
    try (PathServer host = new PathServer(site.out());
        Tab tab = chromium.open(host.address())) {
      for (Map.Entry<String, String> sample : PageSamples.of(site).entrySet()) {
        Page page = tab.go(sample.getValue());
        page.locator("footer").waitFor();
        for (String fault : faults(page.locator("body").ariaSnapshot())) {
          wrong.add(sample.getKey() + ": " + fault);
        }
        pages++;
      }
    }
    System.out.printf("Reading order: %d kinds of pages, %d faults%n", pages, wrong.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsWrongIsSeen() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("lien-he.html");
      assertThat(faults(page.locator("body").ariaSnapshot())).isEmpty();
      page.evaluate(
          """
          () => {
            document.querySelector('.site-nav').removeAttribute('aria-label');
            document.querySelector('h2').outerHTML = '<h4>Tiêu đề</h4>';
            document.querySelector('main').before(document.querySelector('footer'));
            document.querySelector('main').append(document.createElement('button'));
          }""");
      assertThat(faults(page.locator("body").ariaSnapshot()))
          .containsExactlyInAnyOrder(
              "order: [banner, contentinfo, main]",
              "no name: navigation",
              "no name: button",
              "heading of level 4 after 1");
    }
  }

  /** Forwards only, each stop in sight, of some size and with a frame around it. */
  @ParameterizedTest
  @CsvSource({
    "index.html, 320",
    "index.html, 1280",
    "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html, 320",
    "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html, 1280",
    "dia-phuong/lang-son/index.html, 320",
    "dia-phuong/lang-son/index.html, 1280",
    "dia-phuong/ma-tran/index.html, 320",
    "tim-kiem/index.html?q=chi+bo, 320",
    "tim-kiem/index.html?q=chi+bo, 1280",
  })
  void everyStopOfTheKeyboardIsSeen(String uri, int width) {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(width, 700);
      Page page = tab.go(uri);
      page.waitForTimeout(300);
      assertThat(unseen(page)).isEmpty();
    }
  }

  @Test
  void aStopWithoutFrameIsSeen() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("lien-he.html");
      page.evaluate(
          """
          () => {
            const plain = new CSSStyleSheet();
            plain.replaceSync('.prose a { outline: 0 !important; }');
            document.adoptedStyleSheets = [plain];
            document.querySelector('.site-nav a').tabIndex = 1;
          }""");
      assertThat(unseen(page))
          .anyMatch(fault -> fault.startsWith("goes back"))
          .anyMatch(fault -> fault.startsWith("no frame"));
    }
  }

  /** What is wrong with the stops of a page, all of them. */
  private static List<String> unseen(Page page) {
    page.evaluate("document.activeElement.blur()");
    var faults = new ArrayList<String>();
    int stops = 0;
    while (stops < 400) {
      page.keyboard().press("Tab");
      String fault = (String) page.evaluate(STOP);
      if (fault == null) {
        break;
      }
      stops++;
      if (!fault.isEmpty()) {
        faults.add(fault);
      }
    }
    assertThat(stops).isBetween(20, 399);
    return faults;
  }

  /** What is wrong with the stop: nothing is empty; null where there is none left. */
  private static final String STOP =
      """
      () => {
        const at = document.activeElement;
        if (!at || at === document.body || at === window.lastStop) return null;
        const name = at.tagName + ' ' + (at.textContent || at.value || '').trim().slice(0, 40);
        const box = at.getBoundingClientRect();
        const style = getComputedStyle(at);
        const before = window.lastStop;
        window.lastStop = at;
        if (before && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) {
          return window.firstStop === at ? null : 'goes back: ' + name;
        }
        window.firstStop = window.firstStop || at;
        if (box.width < 8 || box.height < 8) return 'too small: ' + name;
        if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) {
          return 'out of sight: ' + name;
        }
        const drawn = at instanceof SVGElement ? at.querySelector('rect') : at;
        const looks = [style, getComputedStyle(drawn)];
        return looks.some(it => it.outlineStyle !== 'none' && parseFloat(it.outlineWidth) > 0 || it.boxShadow !== 'none' ||
          it.strokeWidth !== '1px' && at instanceof SVGElement) ? '' : 'no frame: ' + name;
      }""";

  private static List<String> faults(String tree) {
    var faults = new ArrayList<String>();
    List<String> order =
        tree.lines()
            .filter(line -> line.startsWith("- "))
            .map(line -> line.replaceFirst("- '?(\\w+).*", "$1"))
            .filter(role -> List.of("banner", "main", "contentinfo").contains(role))
            .toList();
    if (!order.equals(List.of("banner", "main", "contentinfo"))) {
      faults.add("order: " + order);
    }
    var names = new HashSet<String>();
    int level = 0;
    int first = 0;
    for (String line : tree.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.find()) {
        int now = Integer.parseInt(heading.group(1));
        if (now > level + 1) {
          faults.add("heading of level " + now + " after " + level);
        }
        first += now == 1 ? 1 : 0;
        level = now;
      }
      Matcher part = PART.matcher(line);
      if (part.matches()) {
        boolean named = part.group(2) != null && !part.group(2).isBlank();
        // a table may be the only thing in a region that says what it is
        if (!named && !part.group(1).equals("table")) {
          faults.add("no name: " + part.group(1));
        } else if (PLACES.contains(part.group(1)) && !names.add(part.group(1) + part.group(2))) {
          faults.add("twice: " + part.group(1) + " " + part.group(2));
        }
      }
    }
    if (first != 1) {
      faults.add("main headings: " + first);
    }
    return faults;
  }
}
