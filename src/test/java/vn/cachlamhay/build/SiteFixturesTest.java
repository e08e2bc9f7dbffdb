package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole sites: {@code sites/<name>} becomes {@code sites/<name>.expected}, byte for byte. Run with
 * {@code -Dfixtures.update=true} to write the expected files anew, and look at the difference.
 */
class SiteFixturesTest {

  private static final Path SOURCES = Path.of("src/test/resources/sites");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"portal-small", "jbake-stock"})
  void bakesAsExpected(String name) throws IOException {
    TestSite site = TestSite.copyOf(name, folder.resolve("site"));
    BuildReport report = site.bake();
    assertThat(report.problems()).noneMatch(problem -> problem.isError());
    Path expected = SOURCES.resolve(name + ".expected");
    if (Boolean.getBoolean("fixtures.update")) {
      rewrite(expected, pages(site));
    }
    assertThat(TestSite.tree(expected)).as("run with -Dfixtures.update=true?").isNotEmpty();
    assertThat(pages(site).keySet()).isEqualTo(TestSite.tree(expected).keySet());
    assertThat(pages(site)).isEqualTo(TestSite.tree(expected));
  }

  /** Cards are pictures, not text; what they show: CardPainterTest. */
  private static Map<String, String> pages(TestSite site) throws IOException {
    Map<String, String> pages = site.pages();
    pages.replaceAll((uri, text) -> uri.startsWith("the-chia-se/") ? "a card" : text);
    return pages;
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal-small"})
  void leadsNowhereWrong(String name) throws IOException {
    assertThat(TestSite.copyOf(name, folder.resolve("site")).check())
        .satisfies(
            report -> {
              assertThat(report.hasErrors()).isFalse();
              assertThat(report.links()).isPositive();
              assertThat(report.written()).isEmpty();
            });
    assertThat(folder.resolve("site/output")).doesNotExist();
  }

  private static void rewrite(Path folder, Map<String, String> pages) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        List<Path> all = old.sorted(Comparator.reverseOrder()).toList();
        for (Path path : all) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = folder.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
  }
}
