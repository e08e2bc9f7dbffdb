package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;

/** The specification of searching is read as its README says. */
class SpecReaderTest {

  private static final String BLOCK =
      """
      === Bàn
      [a] Bàn việc
      [b] Bán hàng
      [c] Bắn pháo
      """;

  @Test
  void readsTheFilesOfTheSpecification() throws IOException {
    List<SpecRow> rows = SpecReader.all();
    assertThat(rows).hasSizeGreaterThan(400);
    assertThat(SpecReader.blocks(rows)).hasSizeGreaterThan(40);
  }

  @Test
  void readsArticlesWithAllFields() {
    String text =
        """
        # a comment
        === Một bài
        [bai-1] Tiêu đề
        lead: Dẫn
        body: Một
        heading: Mục
        body: Hai
        caption: Ảnh
        author: Lê An
        place: Lạng Sơn/huyện Bắc Sơn (Bắc Sơn cũ, Vũ Lễ)
        topic: Đảng/Chi bộ
        tag: nhãn

        một => bai-1
        """;
    SpecRow row = only(text);
    assertThat(row).hasToString("a.txt:14: một");
    Article article = SpecArticle.articles(row.block().articles()).get(0);
    assertThat(article.title()).isEqualTo("Tiêu đề");
    assertThat(article.summary()).isEqualTo("Dẫn");
    assertThat(article.caption()).isEqualTo("Ảnh");
    assertThat(article.body().text().read()).isEqualTo("Một\nMục\nHai");
    assertThat(article.body().headings()).extracting("text").containsExactly("Mục");
    assertThat(article.authors()).extracting("name").containsExactly("Lê An");
    assertThat(article.tags()).extracting("name").containsExactly("nhãn");
    assertThat(article.topics().get(0).selfAndAncestors())
        .extracting("name")
        .containsExactly("Chi bộ", "Đảng");
    Locality place = article.localities().get(0);
    assertThat(place.displayName()).isEqualTo("huyện Bắc Sơn, Lạng Sơn");
    assertThat(place.aliases()).containsExactly("Bắc Sơn cũ", "Vũ Lễ");
  }

  @Test
  void laterArticlesAreNewer() {
    List<Article> articles = SpecArticle.articles(only(BLOCK + "bàn => a").block().articles());
    assertThat(articles)
        .extracting(article -> article.date().orElseThrow())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void carriesOutMarksAndEscapes() {
    assertThat(only(BLOCK + "␣bàn␣␣ => a").query()).isEqualTo(" bàn  ");
    assertThat(only(BLOCK + "{nfd} bàn => a").query()).isEqualTo("ba\u0300n");
    assertThat(only(BLOCK + "{3 times} a␣ => a").query()).isEqualTo("a a a ");
    assertThat(only(BLOCK + "\\u005bb\\u00a0\\u0024 => a").query()).isEqualTo("[b\u00a0$");
    assertThat(only(BLOCK + "=> nothing").query()).isEmpty();
    assertThat(only(BLOCK + "{verbatim} {nfd} á => a"))
        .matches(SpecRow::verbatim)
        .matches(row -> row.query().equals("a\u0301"));
  }

  @ParameterizedTest(name = "{0}: {1} of which {2}, {3}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          a > b = c                  | a c b | 3 | -
          a > b = c                  | a b c | 3 | -
          a                          | a b   | 2 | -
          a … not: b                 | a b   | 1 | -
          a … partly: c > b          | a c b | 1 | -
          a … nothing else           | a b   | 1 | -
          a … partly: b … nothing else | a b | 1 | -
          partly: a > b              | a b c | 0 | -
          first: a                   | a b   | 0 | -
          first: a                   | a b   | 2 | -
          nothing                    |       | 0 | -
          anything … not: a          | b     | 1 | -
          anything ~ ?               | b     | 1 | bàn
          a ~ bàn                    | a     | 1 | Bàn
          a ~ ban                    | a     | 1 | bàn
          a ~ khoẻ                   | a     | 1 | khỏe
          """)
  void accepts(String expected, String hits, int full, String corrected) {
    assertThat(complaints(expected, hits, full, corrected)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} of which {2}, {3}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          a > b = c                  | b a c | 3 | -    | full: a should come as no. 1
          a > b = c                  | a b c | 2 | -    | full: b = c should come as no. 2
          a > b = c                  | a b   | 2 | -    | full: b = c should come as no. 2
          a                          | a b   | 0 | -    | full: a should come as no. 1
          a … not: b                 | a b   | 2 | -    | b should not be shown
          a … partly: c > b          | a b c | 1 | -    | partly: c should come as no. 1
          a … nothing else           | a b   | 2 | -    | more is shown than expected
          a … partly: b … nothing else | a b c | 1 | -  | more is shown than expected
          partly: a > b              | a b   | 1 | -    | none should have every word
          partly: a … not: b         | a b   | 0 | -    | b should not be shown
          first: b                   | a b   | 1 | -    | first: b should come as no. 1
          nothing                    | a     | 0 | -    | nothing should be found
          anything                   | a a   | 0 | -    | an article comes twice
          anything                   | a     | 2 | -    | 2 full ones of 1
          a                          | a     | 1 | bàn  | nothing should be said to be corrected
          a ~ bàn                    | a     | 1 | bán  | should be said to be "bàn"
          a ~ bàn                    | a     | 1 | -    | should be said to be "bàn"
          """)
  void complains(String expected, String hits, int full, String corrected, String complaint) {
    assertThat(complaints(expected, hits, full, corrected)).containsExactly(complaint);
  }

  @Test
  void tellsBadLinesWithTheirNumbers() {
    String text =
        """
        body: sớm quá
        một => a
        === Khối
        [a] Một
        [a] Hai
        phụ đề: Ba
        tilte: Bốn
        một => a > e
        một => a = a
        một => a … not b
        một =>
        một => a ~\s\s
        [b] Năm
        """;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecReader.read("x.txt", text.lines().toList()))
        .withMessage(
            """
            x.txt:1: an article begins a block: a line "=== name" is missing
            x.txt:2: a row without articles
            x.txt:5: a second article "a"
            x.txt:6: neither an article, a field nor a row: phụ đề: Ba
            x.txt:7: no field "tilte"
            x.txt:8: no article "e"
            x.txt:9: "a" is named twice
            x.txt:10: "not b" is not understood here
            x.txt:11: no article ""
            x.txt:12: nothing after ~
            x.txt:13: an article begins a block: a line "=== name" is missing""");
  }

  private static List<String> complaints(String expected, String hits, int full, String corrected) {
    return only(BLOCK + "bàn => " + expected)
        .expected()
        .complaints(
            new Expected.Answer(
                hits == null || hits.isEmpty() ? List.of() : List.of(hits.split(" ")),
                full,
                Optional.ofNullable(corrected)));
  }

  private static SpecRow only(String text) {
    List<SpecRow> rows = SpecReader.read("a.txt", text.lines().toList());
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
