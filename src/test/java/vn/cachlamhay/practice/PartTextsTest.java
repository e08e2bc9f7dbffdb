package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;

/** Parts of a practice beside those of others: their text, and nothing that belongs to its page. */
class PartTextsTest {

  /** What stands below a heading, and what of it stands in the column. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>Chữ <strong>đậm</strong>.</p>        | <p>Chữ <strong>đậm</strong>.</p>",
        "<p>A</p><figure><img src=\"a.jpg\"></figure><p>B</p> | <p>A</p><p>B</p>",
        "<p>A<img src=\"a.jpg\"></p>             | <p>A</p>",
        "<p>A<sup><a href=\"#fn-1\">1</a></sup></p> | <p>A</p>",
        "<div class=\"footnotes\"><p>1</p></div><p>A</p> | <p>A</p>",
        "<p>A</p><table class=\"results\"><tbody><tr><td>1</td></tr></tbody></table> | <p>A</p>",
        "<div class=\"table-scroll\"><table><tbody><tr><td>1</td></tr></tbody></table></div>"
            + " | <table><tbody><tr><td>1</td></tr></tbody></table>",
        "<h3 id=\"buoc-1\">Bước 1</h3><p>A</p>   | <p class=\"part-head\">Bước 1</p><p>A</p>",
        "<ol><li id=\"buoc-1\">A</li></ol>       | <ol><li>A</li></ol>",
        "<p>A <a href=\"b.html\">b</a></p>       | <p>A <a href=\"../b.html\">b</a></p>",
        "<p>A</p><script>alert(1)</script>      | <p>A</p>",
        "<figure><img src=\"a.jpg\"></figure>   | ``",
      })
  void whatStandsInTheColumn(String written, String shown) {
    assertThat(texts(section("phan-ket-qua", "Kết quả", written), RESULTS))
        .containsExactly(new PartTexts.Text(PartKind.RESULTS, "Kết quả", shown));
  }

  @Test
  void partsStandInTheOrderOfTheText() {
    String html =
        "<p>Mở đầu.</p>"
            + section("phan-boi-canh", "1. Khó khăn", "<p>A</p>")
            + section("phan-ket-qua", "Kết quả", "<p>B</p>");
    assertThat(texts(html, CONTEXT, RESULTS))
        .containsExactly(
            new PartTexts.Text(PartKind.CONTEXT, "1. Khó khăn", "<p>A</p>"),
            new PartTexts.Text(PartKind.RESULTS, "Kết quả", "<p>B</p>"));
  }

  @Test
  void aPartThatTheTextDoesNotHaveIsLeftOut() {
    assertThat(texts(section("phan-ket-qua", "Kết quả", "<p>B</p>"), CONTEXT, RESULTS))
        .extracting(PartTexts.Text::kind)
        .containsExactly(PartKind.RESULTS);
    assertThat(texts("<p>Tin.</p>")).isEmpty();
  }

  private static final Practice.Part CONTEXT =
      new Practice.Part(PartKind.CONTEXT, "1. Khó khăn", "kho-khan", "phan-boi-canh");

  private static final Practice.Part RESULTS =
      new Practice.Part(PartKind.RESULTS, "Kết quả", "ket-qua", "phan-ket-qua");

  private static List<PartTexts.Text> texts(String html, Practice.Part... parts) {
    var practice = new Practice(List.of(parts), List.of(), List.of(), List.of());
    return PartTexts.of(html, practice, written -> "../" + written);
  }

  private static String section(String id, String heading, String inside) {
    return "<section id=\"%s\"><h2>%s</h2>%s</section>".formatted(id, heading, inside);
  }
}
