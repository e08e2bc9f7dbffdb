package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** "Cách hiển thị": size of letters, colours, width; and today's date. */
final class DisplayIT extends InBrowser {

  private static final String REFUSED =
      "Object.defineProperty(window, 'localStorage', "
          + "{ get() { throw new DOMException('no', 'SecurityError'); } });";

  private Stream<String> roots() {
    return Stream.of(server.address(), Articles.disk(SiteFixture.plain()));
  }

  @ParameterizedTest
  @MethodSource("roots")
  void theSizeGoesUpToTwiceInStepsAndIsKept(String root) {
    try (Tab tab = chromium.open(root)) {
      Page page = tab.go(Articles.LONG);
      double plain = textSize(page);
      open(page);
      assertThat(output(page)).hasText("Cỡ chữ 100%");
      int steps = 0;
      double before = plain;
      while (larger(page).getAttribute("aria-disabled").equals("false")) {
        larger(page).click();
        assertThat(textSize(page)).isGreaterThan(before);
        before = textSize(page);
        steps++;
      }
      assertThat(steps).isGreaterThanOrEqualTo(4);
      assertThat(before).isEqualTo(2 * plain);
      assertThat(output(page)).hasText("Cỡ chữ 200%");
      larger(page).press("Enter");
      assertThat(textSize(page)).isEqualTo(before);
      page.reload();
      assertThat(textSize(page)).isEqualTo(before);
      tab.follow(page.locator("a.pager-older"));
      assertThat(textSize(page)).isEqualTo(before);
      open(page);
      page.locator(".panel button").nth(1).click();
      assertThat(textSize(page)).isEqualTo(plain);
      page.locator(".panel button").first().click();
      assertThat(textSize(page)).isLessThan(plain);
      page.reload();
      assertThat(textSize(page)).isLessThan(plain);
    }
  }

  @ParameterizedTest
  @MethodSource("roots")
  void colourAndWidthAreKept(String root) {
    try (Tab tab = chromium.open(root)) {
      Page page = tab.go(Articles.LONG);
      double width = width(page);
      open(page);
      radio(page, "Tối").check();
      radio(page, "Rộng").check();
      page.reload();
      assertThat(paper(page)).isEqualTo("rgb(25, 21, 18)");
      assertThat(width(page)).isGreaterThan(width);
      assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
          .isEqualTo("dark");
      assertThat(page.evaluate("document.querySelector('meta[name=theme-color]').content"))
          .isEqualTo("#571416");
      open(page);
      assertThat(radio(page, "Tối")).isChecked();
      radio(page, "Tương phản cao").check();
      radio(page, "Hẹp").check();
      tab.follow(page.locator("a.pager-older"));
      assertThat(paper(page)).isEqualTo("rgb(0, 0, 0)");
      assertThat(width(page)).isLessThan(width);
      open(page);
      radio(page, "Theo thiết bị").check();
      radio(page, "Vừa").check();
      page.reload();
      assertThat(paper(page)).isEqualTo("rgb(252, 249, 243)");
      assertThat(width(page)).isEqualTo(width);
      assertThat(page.evaluate("document.querySelector('meta[name=theme-color]').content"))
          .isEqualTo("#8c171b");
    }
  }

  /** Scripts that come later could only repaint what was seen already. */
  @Test
  void theChoiceIsThereBeforeTheFirstPaint() {
    try (Tab tab = chromium.open(server.address())) {
      tab.expectMissing().expectErrors();
      tab.context().route("**/*.js", route -> route.abort());
      tab.page().addInitScript("localStorage.setItem('clh-hien-thi', 'toi c150 to');");
      Page page = tab.go(Articles.LONG);
      assertThat(paper(page)).isEqualTo("rgb(25, 21, 18)");
      assertThat(page.evaluate("getComputedStyle(document.documentElement).fontSize"))
          .isEqualTo("24px");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, NO_PREFERENCE, '',    'rgb(252, 249, 243)'",
    "DARK,  NO_PREFERENCE, '',    'rgb(25, 21, 18)'",
    "LIGHT, MORE,          '',    'rgb(255, 255, 255)'",
    "DARK,  MORE,          '',    'rgb(0, 0, 0)'",
    "DARK,  NO_PREFERENCE, Sáng,  'rgb(252, 249, 243)'",
    "DARK,  MORE,          Sáng,  'rgb(252, 249, 243)'",
    "LIGHT, MORE,          Tối,   'rgb(25, 21, 18)'",
    "LIGHT, NO_PREFERENCE, Tương phản cao, 'rgb(0, 0, 0)'",
    "LIGHT, MORE,          Tương phản cao, 'rgb(0, 0, 0)'",
    "DARK,  NO_PREFERENCE, Tương phản cao, 'rgb(0, 0, 0)'",
  })
  void theSystemDecidesUntilTheReaderDoes(
      ColorScheme scheme, Contrast contrast, String choice, String paper) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(Articles.LONG);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setColorScheme(scheme).setContrast(contrast));
      if (!choice.isEmpty()) {
        open(page);
        radio(page, choice).check();
      }
      assertThat(paper(page)).isEqualTo(paper);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(paper(page)).as("on paper").isEqualTo("rgb(255, 255, 255)");
    }
  }

  @Test
  void nothingIsRememberedWhereStorageIsRefusedAndAllElseWorks() {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().addInitScript(REFUSED);
      Page page = tab.go(Articles.LONG);
      double plain = textSize(page);
      open(page);
      larger(page).click();
      radio(page, "Tối").check();
      assertThat(textSize(page)).isGreaterThan(plain);
      assertThat(paper(page)).isEqualTo("rgb(25, 21, 18)");
      page.reload();
      assertThat(textSize(page)).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @CsvSource({"toi<b> c999 x", "null", "'  '", "c90 c115 ro toi"})
  void whatIsRememberedWronglyDoesNoHarm(String stored) {
    try (Tab tab = chromium.open(server.address())) {
      tab.page()
          .addInitScript(
              "if (!sessionStorage.x) { sessionStorage.x = 1; localStorage.setItem('clh-hien-thi', '"
                  + stored
                  + "'); }");
      Page page = tab.go(Articles.LONG);
      open(page);
      radio(page, "Sáng").check();
      page.locator(".panel button").nth(1).click();
      page.reload();
      assertThat(page.evaluate("document.documentElement.className")).isEqualTo("js sang");
    }
  }

  @Test
  void thePanelIsUsedByKeyboard() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(Articles.LONG);
      Locator button = page.locator(".look button").first();
      assertThat(button).hasAccessibleName("Cách hiển thị");
      button.focus();
      page.keyboard().press("Enter");
      assertThat(button).hasAttribute("aria-expanded", "true");
      assertThat(page.locator(".panel")).isVisible();
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      assertThat(larger(page)).isFocused();
      page.keyboard().press("Enter");
      assertThat(output(page)).hasText("Cỡ chữ 115%");
      page.keyboard().press("Tab");
      assertThat(radio(page, "Theo thiết bị")).isFocused();
      page.keyboard().press("ArrowDown");
      assertThat(radio(page, "Sáng")).isChecked();
      page.keyboard().press("Escape");
      assertThat(page.locator(".panel")).isHidden();
      assertThat(button).isFocused();
      assertThat(button).hasAttribute("aria-expanded", "false");
      page.keyboard().press("Enter");
      for (int i = 0; i < 6; i++) {
        page.keyboard().press("Tab");
      }
      assertThat(page.locator("header input[name=q]")).isFocused();
      assertThat(page.locator(".panel")).isHidden();
      button.click();
      page.locator("h1").click();
      assertThat(page.locator(".panel")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource
  void axeFindsNothingInThePanel(AccessibilityIT.Look look) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(Articles.LONG);
      look.apply(page);
      open(page);
      for (int width : List.of(320, 1280)) {
        page.setViewportSize(width, 900);
        assertThat(AccessibilityIT.look(page, look.high).getViolations())
            .extracting(Rule::getId)
            .isEmpty();
      }
    }
  }

  /** Names in the squares of the map, which axe does not look at, on every shade. */
  @ParameterizedTest
  @EnumSource
  void theMapIsReadInEveryLook(AccessibilityIT.Look look) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("index.html");
      look.apply(page);
      @SuppressWarnings("unchecked")
      var contrasts = (List<Number>) page.evaluate(MAP_CONTRASTS);
      assertThat(contrasts)
          .hasSize(5)
          .allSatisfy(it -> assertThat(it.doubleValue()).isGreaterThan(look.high ? 7 : 4.5));
    }
  }

  private static final String MAP_CONTRASTS =
      """
      () => {
        const light = colour => {
          const [r, g, b] = colour.match(/\\d+/g).map(n => n / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        const square = document.querySelector('.map a');
        return [0, 1, 2, 3, 4].map(step => {
          square.setAttribute('class', 's' + step);
          const pair = ['text', 'rect'].map(part => light(getComputedStyle(square.querySelector(part)).fill));
          return Math.max(...pair) / Math.min(...pair);
        });
      }
      """;

  @Test
  void thePanelFitsTheNarrowestScreenAtTwiceTheSize() {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().addInitScript("localStorage.setItem('clh-hien-thi', 'c200 to');");
      Page page = tab.go(Articles.LONG);
      page.setViewportSize(320, 800);
      open(page);
      assertThat(
              page.evaluate(
                  """
                  () => [...document.querySelectorAll('.panel, .panel *, .look button')]
                    .filter(n => n.getBoundingClientRect().width)
                    .filter(n => n.getBoundingClientRect().right > innerWidth
                        || n.getBoundingClientRect().left < 0
                        || (n.matches('button') && n.scrollWidth > n.clientWidth + 1))
                    .map(n => n.outerHTML)
                  """))
          .isEqualTo(List.of());
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
  }

  @Test
  void inForcedColoursTheChosenOneIsSeen() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(Articles.LONG);
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      open(page);
      assertThat(radio(page, "Theo thiết bị")).isChecked();
      assertThat(
              page.evaluate("getComputedStyle(document.querySelector('.panel input')).appearance"))
          .as("a radio button of the system's own")
          .isIn("auto", "radio");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22T05:00:00Z | Chủ nhật, 22/11/2026",
        "2026-11-22T16:59:00Z | Chủ nhật, 22/11/2026",
        "2026-11-22T17:01:00Z | Thứ hai, 23/11/2026",
        "2027-01-01T00:00:00Z | Thứ sáu, 01/01/2027",
      })
  void theDateIsThatOfVietNam(String now, String shown) {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().clock().setFixedTime(now);
      Page page = tab.go("index.html");
      assertThat(page.locator(".today")).hasText(shown);
    }
  }

  /** What the script adds to the head of the page must not push down what is being read. */
  @ParameterizedTest
  @CsvSource({"360", "1280"})
  void nothingMovesWhenTheScriptsRun(int width) {
    try (Tab late = chromium.open(server.address());
        Tab tab = chromium.open(server.address())) {
      late.expectMissing().expectErrors();
      late.context().route("**/*.js", route -> route.abort());
      late.page().setViewportSize(width, 800);
      tab.page().setViewportSize(width, 800);
      for (String uri : List.of(Articles.LONG, "index.html", "gioi-thieu.html")) {
        String where = "document.querySelector('.article-figure, .prose, .top').offsetTop";
        assertThat(tab.go(uri).evaluate(where)).as(uri).isEqualTo(late.go(uri).evaluate(where));
      }
    }
  }

  private static void open(Page page) {
    page.locator(".look button").first().click();
    assertThat(page.locator(".panel")).isVisible();
  }

  private static Locator radio(Page page, String name) {
    return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator larger(Page page) {
    return page.locator(".panel button").nth(2);
  }

  private static Locator output(Page page) {
    return page.locator(".panel output");
  }

  private static String paper(Page page) {
    return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  private static double width(Page page) {
    return page.locator(".article").boundingBox().width;
  }

  private static double textSize(Page page) {
    return Double.parseDouble(
        (String)
            page.evaluate(
                "getComputedStyle(document.querySelector('.prose p')).fontSize.replace('px', '')"));
  }
}
