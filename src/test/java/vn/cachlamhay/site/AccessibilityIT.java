package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What axe can see of WCAG 2.2 AA, on every kind of page, light, dark and in high contrast, narrow
 * and wide.
 */
public final class AccessibilityIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  /** How readers may see a page; in high contrast 7 : 1 is asked. */
  enum Look {
    LIGHT(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, "", false),
    DARK(ColorScheme.DARK, Contrast.NO_PREFERENCE, "", false),
    DARK_CHOSEN(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, "toi", false),
    HIGH_CHOSEN(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, "ro", true),
    HIGH_LIGHT(ColorScheme.LIGHT, Contrast.MORE, "", true),
    HIGH_DARK(ColorScheme.DARK, Contrast.MORE, "", true);

    private final ColorScheme scheme;
    private final Contrast contrast;
    private final String choice;
    final boolean high;

    Look(ColorScheme scheme, Contrast contrast, String choice, boolean high) {
      this.scheme = scheme;
      this.contrast = contrast;
      this.choice = choice;
      this.high = high;
    }

    void apply(Page page) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setMedia(Media.SCREEN)
              .setColorScheme(scheme)
              .setContrast(contrast));
      page.evaluate("choice => document.documentElement.className = 'js ' + choice", choice);
    }
  }

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
        for (Look look : Look.values()) {
          look.apply(page);
          // colours do not depend on the width
          for (int width : look == Look.LIGHT ? List.of(320, 1280) : List.of(320)) {
            page.setViewportSize(width, 900);
            var results = look(page, look.high);
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
                                      look,
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
      assertThat(look(page, false).getViolations())
          .extracting(Rule::getId)
          .contains("color-contrast", "html-has-lang");
    }
  }

  /** Looks at a page as it is now, in light and in dark. */
  static void assertAccessible(Page page) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(look(page, false).getViolations()).extracting(Rule::getId).isEmpty();
    }
  }

  /** What axe says of a page as it stands. */
  public static AxeResults look(Page page, boolean high) {
    var options = new AxeRunOptions();
    // the rest is only counted
    options.setResultTypes(List.of("violations"));
    var enhanced = new AxeRuleOptions();
    enhanced.setEnabled(high);
    options.setRules(Map.of("color-contrast-enhanced", enhanced));
    return new AxeBuilder(page).options(options).withTags(RULES).setLegacyMode(true).analyze();
  }
}
