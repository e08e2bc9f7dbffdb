package vn.cachlamhay.editor;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.site.Chromium;

/**
 * Tells how far the page beside the text is behind the typing; no test, run on purpose: {@code
 * bench/serve/typing}. Prints a row of a Markdown table for each site.
 */
@EnabledIfSystemProperty(named = "typing.sites", matches = ".+")
class TypingLagIT {

  /** Words by themselves, then words that keep coming. */
  private static final int ALONE = 30;

  private static final int ON = 60;
  private static final int EVERY_MS = 90;

  private static final String MEASURE =
      """
      ([count, pause, wait]) => new Promise(done => {
        const cm = document.querySelector('.CodeMirror').CodeMirror;
        const open = new Map(), lags = [];
        let typed = 0;
        const type = () => {
          const word = 'z' + pause + 'q' + typed++ + 'x';
          open.set(word, performance.now());
          cm.replaceRange(word + ' ', {line: cm.lastLine(), ch: 0});
          if (!wait && typed < count) setTimeout(type, pause);
        };
        const look = () => {
          const frame = document.querySelector('#xem-truoc iframe:not(.khung-cho)');
          const text = frame.contentDocument.body.textContent;
          for (const [word, since] of open) {
            if (!text.includes(word)) continue;
            lags.push(performance.now() - since);
            open.delete(word);
            if (wait && typed < count) setTimeout(type, pause);
          }
          if (lags.length === count) done(lags.sort((a, b) => a - b)); else requestAnimationFrame(look);
        };
        type();
        look();
      })""";

  private static Chromium chromium;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  static List<Path> sites() {
    return Stream.of(System.getProperty("typing.sites").split(",")).map(Path::of).toList();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void measure(Path site) throws IOException {
    List<String> articles;
    Path content = site.resolve("content");
    try (Stream<Path> files = Files.walk(content)) {
      articles =
          files
              .map(file -> content.relativize(file).toString())
              .filter(file -> file.endsWith(".md"))
              .sorted()
              .toList();
    }
    try (var editor = new EditorClient(site);
        var desk = new Desk(chromium.context(), editor.address())) {
      Page page = desk.open(articles.get(articles.size() / 2));
      desk.preview().locator("main").waitFor();
      page.evaluate(MEASURE, List.of(10, 400, true));
      List<?> alone = (List<?>) page.evaluate(MEASURE, List.of(ALONE, 401, true));
      List<?> on = (List<?>) page.evaluate(MEASURE, List.of(ON, EVERY_MS, false));
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %s | %s | %s | %s |%n",
          articles.size(),
          at(alone, 0.5),
          at(alone, 0.9),
          at(alone, 1),
          at(on, 0.5),
          at(on, 1));
    }
  }

  private static String at(List<?> sorted, double share) {
    int index = Math.min(sorted.size() - 1, (int) (sorted.size() * share));
    return Math.round(((Number) sorted.get(index)).doubleValue()) + " ms";
  }
}
