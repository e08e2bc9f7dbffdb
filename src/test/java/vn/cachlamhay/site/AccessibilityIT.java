package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What axe can see of WCAG 2.2 AA, on every kind of page, light and dark, narrow and wide. */
final class AccessibilityIT {

  private static final List<String> WCAG_22_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

  @Test
  void axeFindsNothing() {
    BakedSite site = SiteFixture.large();
    var found = new TreeSet<String>();
    int runs = 0;
    int rules = 0;
    try (Chromium chromium = Chromium.launch();
        PathServer server = new PathServer(site.out());
        Tab tab = chromium.open(server.address())) {
      for (Map.Entry<String, String> sample : PageSamples.of(site).entrySet()) {
        Page page = tab.go(sample.getValue());
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(
              new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme));
          for (int width : List.of(320, 1280)) {
            page.setViewportSize(width, 900);
            var results = look(page);
            runs++;
            rules += results.getPasses().size();
            for (Rule rule : results.getViolations()) {
              rule.getNodes()
                  .forEach(
                      node ->
                          found.add(
                              "%s (%s, %s, %d): %s: %s"
                                  .formatted(
                                      sample.getKey(),
                                      sample.getValue(),
                                      scheme,
                                      width,
                                      rule.getId(),
                                      node.getHtml())));
            }
          }
        }
      }
    }
    System.out.printf("axe: %d looks, %d rules passed, %d found%n", runs, rules, found.size());
    assertThat(rules).isGreaterThan(runs * 10);
    assertThat(found).isEmpty();
  }

  @Test
  void axeDoesFindWhatIsWrong() {
    try (Chromium chromium = Chromium.launch();
        PathServer server = new PathServer(SiteFixture.plain().out());
        Tab tab = chromium.open(server.address())) {
      Page page = tab.go("lien-he.html");
      page.evaluate("document.querySelector('.prose').style.color = '#d0d0d0'");
      page.evaluate("document.documentElement.removeAttribute('lang')");
      assertThat(look(page).getViolations())
          .extracting(Rule::getId)
          .contains("color-contrast", "html-has-lang");
    }
  }

  /** Looks at a page as it is now, in light and in dark. */
  static void assertAccessible(Page page) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(look(page).getViolations()).extracting(Rule::getId).isEmpty();
    }
  }

  private static AxeResults look(Page page) {
    var options = new AxeRunOptions();
    // the rest is only counted
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).options(options).withTags(WCAG_22_AA).setLegacyMode(true).analyze();
  }
}
