package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.html.ArticleHtml;
import vn.cachlamhay.html.ImageSizes;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.reference.PracticeTerms;
import vn.cachlamhay.text.VietnameseText;

/** What is recognised in Markdown: the table of cases in {@code practice/reading.txt}. */
class PracticeReaderTest {

  private static final PracticeReader READER =
      new PracticeReader(PracticeTerms.load(Path.of("data/practice.yaml")));

  record Case(String name, String markdown, List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    try (var in = PracticeReaderTest.class.getResourceAsStream("/practice/reading.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var cases = new ArrayList<Case>();
      for (String block : all.split("(?m)^=== ")) {
        if (!block.startsWith("#")) {
          int name = block.indexOf('\n');
          int end = block.lastIndexOf("\n---\n");
          cases.add(
              new Case(
                  block.substring(0, name),
                  block.substring(name + 1, end + 1),
                  block.substring(end + 5).lines().map(String::strip).toList()));
        }
      }
      return cases;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatTheTextSays(Case each) {
    assertThat(lines(read("practice", each.markdown()).practice()))
        .containsExactlyElementsOf(each.expected());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void losesNoWordAndEveryAnchorIsThereOnce(Case each) {
    String before = html(each.markdown());
    PracticeReader.Reading read = read("practice", each.markdown());
    Document after = Jsoup.parse(read.html());
    // drawn beside the tables: the numbers that stand there, once more
    after.select("figure.chart").remove();
    assertThat(after.text()).isEqualTo(Jsoup.parse(before).text());
    List<String> ids = Jsoup.parse(read.html()).select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates().containsAll(read.anchors());
    assertThat(ids).containsAll(anchors(read.practice()));
  }

  @Test
  void newsHasResultsButNoParts() {
    String text = "## Kết quả\n\n| Chỉ tiêu | Đạt | Năm |\n|---|---|---|\n| Lớp | 3 | 2018 |\n";
    Practice practice = read("post", text).practice();
    assertThat(practice.parts()).isEmpty();
    assertThat(practice.figures()).extracting(Figure::indicator).containsExactly("Lớp");
  }

  @Test
  void whatHasNothingStaysAsItIs() {
    assertThat(read("post", "Một câu.").html()).isEqualTo(html("Một câu."));
    assertThat(read("page", "| Chỉ tiêu | Đạt |\n|---|---|\n| A | 3 |\n").practice())
        .isEqualTo(Practice.NONE);
  }

  @Test
  void footnotesStayOutsideOfTheLastPart() {
    var document = Jsoup.parse(read("practice", "## Bài học\n\nMột.[^1]\n\n[^1]: Hai.\n").html());
    assertThat(document.selectFirst("section.part-bai-hoc").select(".footnotes")).isEmpty();
    assertThat(document.select("body > .footnotes")).hasSize(1);
  }

  private static PracticeReader.Reading read(String type, String markdown) {
    return READER.read(Samples.article("a").type(type).build(), html(markdown));
  }

  private static String html(String markdown) {
    return new ArticleHtml(VietnameseText::slug)
        .finish(new MarkdownRenderer().render(markdown, "a.md", 1).html(), new Nothing())
        .html();
  }

  private static List<String> anchors(Practice practice) {
    return Stream.of(
            practice.parts().stream().flatMap(part -> Stream.of(part.anchor(), part.section())),
            practice.steps().stream().map(Practice.Step::anchor),
            practice.figures().stream().map(Figure::anchor),
            practice.lessons().stream().map(Practice.Lesson::anchor))
        .flatMap(each -> each)
        .toList();
  }

  private static List<String> lines(Practice practice) {
    var lines = new ArrayList<String>();
    practice.parts().stream()
        .map(part -> "part " + row(part.kind().key(), part.heading(), part.anchor()))
        .forEach(lines::add);
    practice.steps().stream()
        .map(step -> "step " + row(step.title(), step.anchor()))
        .forEach(lines::add);
    practice.figures().stream().map(PracticeReaderTest::line).forEach(lines::add);
    practice.lessons().stream()
        .map(lesson -> "lesson " + row(lesson.text(), lesson.anchor()))
        .forEach(lines::add);
    return lines;
  }

  private static String line(Figure figure) {
    return "figure "
        + row(
            figure.indicator(),
            figure.place(),
            figure.unit(),
            written(figure.target()),
            written(figure.value()),
            written(figure.share()),
            figure.year().map(String::valueOf).orElse(""),
            figure.period(),
            figure.note(),
            figure.anchor());
  }

  private static String row(String... cells) {
    return String.join(" | ", Arrays.asList(cells)).replace("|  |", "| |").replace("|  |", "| |");
  }

  private static String written(Optional<Quantity> quantity) {
    return quantity.map(Quantity::written).orElse("");
  }

  /** A text that asks nothing of the site. */
  private record Nothing() implements ArticleHtml.Surroundings {
    @Override
    public String href(String written) {
      return written;
    }

    @Override
    public Optional<ImageSizes.Size> imageSize(String written) {
      return Optional.empty();
    }

    @Override
    public String sources(String written, ImageSizes.Size size) {
      return "";
    }
  }
}
