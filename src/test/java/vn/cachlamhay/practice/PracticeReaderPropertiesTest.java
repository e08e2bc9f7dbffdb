package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.reference.PracticeTerms;

/** Whatever a text is made of, nothing of it is lost, and what is found can be linked to. */
class PracticeReaderPropertiesTest {

  private static final PracticeReader READER =
      new PracticeReader(PracticeTerms.load(Path.of("data/practice.yaml")));
  private static final Article PRACTICE = Samples.article("a").type("practice").build();

  @Property(tries = 300)
  void noWordIsLostAndEveryAnchorIsThereOnce(@ForAll("texts") String html) {
    Document before = parse(html);
    PracticeReader.Reading read = READER.read(PRACTICE, before.body().html());
    Document after = parse(read.html());
    // drawn beside the tables: the numbers that stand there, once more
    after.select("figure.chart").remove();
    assertThat(after.text()).isEqualTo(before.text());
    List<String> ids = after.select("[id]").eachAttr("id");
    for (String anchor : read.anchors()) {
      assertThat(ids).containsOnlyOnce(anchor);
    }
    assertThat(read.practice().figures())
        .extracting(Figure::anchor)
        .allMatch(ids::contains)
        .allMatch(anchor -> !anchor.isEmpty());
    assertThat(read.practice().parts())
        .allSatisfy(part -> assertThat(after.getElementById(part.section())).isNotNull());
  }

  /** What was marked once is not marked otherwise. */
  @Property(tries = 100)
  void theSameTextIsReadTheSame(@ForAll("texts") String html) {
    String body = parse(html).body().html();
    assertThat(READER.read(PRACTICE, body)).isEqualTo(READER.read(PRACTICE, body));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Bối cảnh",
            "Cách làm",
            "Kết quả:",
            "Bài học",
            "Chỉ tiêu",
            "Đơn vị",
            "Giao",
            "Đạt",
            "Tỷ lệ",
            "Năm 2018",
            "2019",
            "gần 11.000",
            "12/19 tiêu chí",
            "88,78%",
            "–",
            "xã A",
            "Trong đó: nữ",
            "a < b",
            "");
    Arbitrary<String> cell = words.map(text -> "<td>" + text.replace("<", "&lt;") + "</td>");
    Arbitrary<String> row =
        cell.list().ofMaxSize(5).map(cells -> "<tr>" + String.join("", cells) + "</tr>");
    Arbitrary<String> table =
        row.list().ofMaxSize(4).map(rows -> "<table>" + String.join("", rows) + "</table>");
    Arbitrary<String> heading =
        words.flatMap(
            text ->
                Arbitraries.integers()
                    .between(1, 4)
                    .map(n -> "<h%d id=\"x%d\">%s</h%d>".formatted(n, text.length(), text, n)));
    Arbitrary<String> list =
        words
            .list()
            .ofMaxSize(4)
            .map(items -> "<ol><li>" + String.join("<li><b>", items) + "</b></ol>");
    Arbitrary<String> bold = words.map(text -> "<p><strong>" + text + "</strong></p>");
    Arbitrary<String> notes =
        words.map(
            text -> "<div class=\"footnotes\"><ol><li id=\"so-lieu-1\">" + text + "</ol></div>");
    return Arbitraries.oneOf(words, table, heading, list, bold, notes)
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("\n", parts));
  }

  private static Document parse(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document;
  }
}
