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
import java.util.ArrayList;
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
    LIGHT(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, "", false, 320, 1280),
    DARK(ColorScheme.DARK, Contrast.NO_PREFERENCE, "", false, 320, 1280),
    HIGH_CHOSEN(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, "ro", true, 320, 1280),
    // the same colours as above, or nearly, that came another way
    DARK_CHOSEN(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, "toi", false, 320),
    HIGH_LIGHT(ColorScheme.LIGHT, Contrast.MORE, "", true, 320),
    HIGH_DARK(ColorScheme.DARK, Contrast.MORE, "", true, 320);

    private final ColorScheme scheme;
    private final Contrast contrast;
    private final String choice;
    final boolean high;
    private final List<Integer> widths;

    Look(ColorScheme scheme, Contrast contrast, String choice, boolean high, Integer... widths) {
      this.scheme = scheme;
      this.contrast = contrast;
      this.choice = choice;
      this.high = high;
      this.widths = List.of(widths);
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
          for (int width : look.widths) {
            page.setViewportSize(width, 900);
            var results = look == Look.LIGHT ? look(page, false) : colours(page, look.high);
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
    assertThat(rules).isGreaterThan(runs * 5);
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
      assertThat(colours(page, false).getViolations())
          .extracting(Rule::getId)
          .containsExactly("color-contrast");
    }
  }

  /** Looks at a page as it is now, in light and in dark. */
  static void assertAccessible(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    assertThat(look(page, false).getViolations()).extracting(Rule::getId).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(colours(page, false).getViolations()).extracting(Rule::getId).isEmpty();
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

  /** Looks at what depends on colours alone: all else is the same in every look. */
  public static AxeResults colours(Page page, boolean high) {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    var rules = new ArrayList<>(List.of("color-contrast", "link-in-text-block"));
    if (high) {
      rules.add("color-contrast-enhanced");
    }
    return new AxeBuilder(page).options(options).withRules(rules).setLegacyMode(true).analyze();
  }
}
