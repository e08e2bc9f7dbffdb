package vn.cachlamhay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.richtext.RichText;

/** Saved pages in the manner of the systems that portals run on: {@code resources/web}. */
class WebFixturesTest {

  private static final Path ROOT = Path.of("src/test/resources/web");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theArticleIsExactlyThis(Path folder) throws IOException {
    String markdown = markdown(read(folder));
    if (Boolean.getBoolean("web.fixtures.write")) {
      Files.writeString(folder.resolve("expected.md"), markdown + "\n");
    }

    assertThat(markdown + "\n").isEqualTo(Files.readString(folder.resolve("expected.md")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everySentenceIsKeptAndNoFurniture(Path folder) throws IOException {
    Score score = score(folder);

    assertThat(score.missing()).as("missing").isEmpty();
    assertThat(score.furnitureLeft()).as("furniture").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatIsLeftOutIsTold(Path folder) throws IOException {
    Manuscript manuscript = read(folder);

    List<String> dropped = manuscript.dropped().stream().map(PageLine::key).toList();
    long told =
        strings(expected(folder), "furniture").stream()
            .map(PageLine::key)
            .filter(line -> dropped.stream().anyMatch(each -> each.contains(line)))
            .count();
    assertThat(told * 10)
        .isGreaterThanOrEqualTo(strings(expected(folder), "furniture").size() * 8L);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theTitleIsAmongTheFirstLinesAndTheFirstHints(Path folder) throws IOException {
    Manuscript manuscript = read(folder);
    String title = PageLine.key((String) expected(folder).get("title"));

    assertThat(
            RichText.read(manuscript, "page").passages().stream()
                .limit(4)
                .map(passage -> PageLine.key(passage.text())))
        .contains(title);
    assertThat(
            manuscript.hints().stream()
                .filter(hint -> hint.about() == vn.cachlamhay.richtext.Hint.About.TITLE)
                .map(hint -> PageLine.key(hint.value()))
                .findFirst())
        .contains(title);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void documentsAreNamed(Path folder) throws IOException {
    assertThat(read(folder).attachments().stream().map(Manuscript.Attachment::label))
        .containsExactlyElementsOf(strings(expected(folder), "attachments"));
  }

  @Test
  void sharesOverAllCases() throws IOException {
    int sentences = 0;
    int kept = 0;
    int furniture = 0;
    int gone = 0;
    for (Path folder : cases()) {
      Score score = score(folder);
      sentences += score.sentences();
      kept += score.sentences() - score.missing().size();
      furniture += score.furniture();
      gone += score.furniture() - score.furnitureLeft().size();
    }
    System.out.printf(
        "Saved pages: %d cases, %d of %d sentences kept, %d of %d lines of furniture dropped%n",
        cases().size(), kept, sentences, gone, furniture);

    assertThat(cases()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(kept).isGreaterThan(150);
    assertThat(gone).isGreaterThan(500);
  }

  private record Score(
      int sentences, List<String> missing, int furniture, List<String> furnitureLeft) {}

  private static Score score(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    RichText.read(read(folder), "page").passages().stream()
        .flatMap(passage -> passage.text().lines())
        .forEach(line -> lines.add(PageLine.key(line)));
    String all = String.join("\n", lines);
    List<String> sentences = strings(expected(folder), "sentences");
    List<String> furniture = strings(expected(folder), "furniture");
    return new Score(
        sentences.size(),
        sentences.stream().filter(each -> !all.contains(PageLine.key(each))).toList(),
        furniture.size(),
        furniture.stream().filter(each -> isLeft(PageLine.key(each), lines)).toList());
  }

  private static boolean isLeft(String furniture, List<String> lines) {
    return lines.stream()
        .anyMatch(
            line -> line.equals(furniture) || furniture.length() > 20 && line.contains(furniture));
  }

  private static Manuscript read(Path folder) throws IOException {
    Path archive = folder.resolve("page.mhtml");
    return new SavedPages().read(Files.exists(archive) ? archive : folder.resolve("page.html"));
  }

  private static String markdown(Manuscript manuscript) {
    return RichText.read(manuscript, "page").markdown(1, "anh-").markdown();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> expected(Path folder) throws IOException {
    String yaml = Files.readString(folder.resolve("expected.yaml"));
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Map<String, Object> expected, String key) {
    return (List<String>) expected.get(key);
  }
}
