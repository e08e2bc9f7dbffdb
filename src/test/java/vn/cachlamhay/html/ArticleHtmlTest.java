package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.markdown.Examples;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.text.VietnameseText;

/** An article's HTML as readers get it. */
class ArticleHtmlTest {

  /** One picture is known, and one article that lies elsewhere. */
  private static final ArticleHtml.Surroundings SURROUNDINGS =
      new ArticleHtml.Surroundings() {
        @Override
        public String href(String written) {
          return written.equals("to.md") ? "../to.html" : written;
        }

        @Override
        public Optional<ImageSizes.Size> imageSize(String written) {
          return written.equals("co.png")
              ? Optional.of(new ImageSizes.Size(640, 480))
              : written.equals("lon.jpg")
                  ? Optional.of(new ImageSizes.Size(1600, 1200))
                  : Optional.empty();
        }

        @Override
        public String sources(String written, ImageSizes.Size size) {
          return written.equals("lon.jpg") ? "nho.jpg 360w, lon.jpg 1600w" : "";
        }
      };

  private final ArticleHtml articleHtml = new ArticleHtml(VietnameseText::slug);

  static List<Examples.Case> cases() throws IOException {
    return Examples.cases("/html/article.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void finishesAsTheExampleSays(Examples.Case example) {
    assertThat(finish(example.input()).html().strip()).isEqualTo(example.expected().strip());
  }

  @Test
  void tellsHeadingsInTheirOrderWithTheirFinalLevels() {
    assertThat(finish("<h1>Một <em>x</em></h1><h2 id=\"h\">Hai</h2>").headings())
        .containsExactly(
            new ArticleHtml.Heading("mot-x", "Một x", 2), new ArticleHtml.Heading("h", "Hai", 3));
  }

  /** A table of contents must lead to the heading that it names. */
  @Test
  void tellsOnlyHeadingsThatCanBeReached() {
    ArticleHtml.Result body = finish("<h2 id=\"a\">Một</h2><h2 id=\"a\">Hai</h2>");
    assertThat(body.headings()).extracting(ArticleHtml.Heading::id).doesNotHaveDuplicates();
    assertThat(body.headings()).extracting(ArticleHtml.Heading::id).isSubsetOf(body.anchors());
  }

  @Test
  void tellsEveryAnchor() {
    assertThat(finish("<h2>Mục</h2><p id=\"doan\">x <sup id=\"fnref-1\">1</sup></p>").anchors())
        .containsExactlyInAnyOrder("muc", "doan", "fnref-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Một</p><p>Hai</p>                      | Một/Hai
          <p>Một <b>hai</b> ba</p>                  | Một hai ba
          <p>Một<br>hai</p>                         | Một/hai
          <ul><li>a</li><li>b</li></ul>             | a/b
          <table><tr><td>a</td><td>b</td></tr></table> | a/b
          <h2>Mục</h2>x                             | Mục/x
          <div><p>Một</p>hai</div>                  | Một/hai
          <ul><li>a<ul><li>b</li></ul>c</li></ul>   | a/b/c
          <p>Kết nạp <del>10</del> <ins>11</ins> người</p> | Kết nạp 10 11 người
          <p>a &lt;b&gt; &amp; c</p>                | a <b> & c
          <p>a<script>alert(1)</script></p>         | a
          """)
  void givesThePlainTextWithBlocksOnLinesOfTheirOwn(String html, String text) {
    assertThat(finish(html).text()).isEqualTo(text.replace('/', '\n'));
  }

  @Test
  void keepsTheProportionOfAPictureFromMarkdown() {
    String html =
        new MarkdownRenderer().render("![Ảnh](co.png){width=300}", "content/a.md", 1).html();
    assertThat(finish(html).html())
        .contains("src=\"co.png\"", "width=\"300\"", "height=\"225\"", "<figure>");
  }

  @Test
  void alignsTheCellsOfATableFromMarkdown() {
    String html = new MarkdownRenderer().render("| a |\n|--:|\n| 1 |\n", "content/a.md", 1).html();
    assertThat(finish(html).html())
        .contains("<th class=\"align-right\">a</th>", "<td class=\"align-right\">1</td>")
        .doesNotContain("align=");
  }

  @Test
  void finishingTwiceChangesNoAnchorAndNoText() {
    ArticleHtml.Result once = finish("<h1>Mục</h1><p>x</p><h2>Mục</h2>");
    ArticleHtml.Result twice = finish(once.html());
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void readsTrustedHtmlWithoutTouchingIt() {
    String html = "<h1>T</h1><h2 id=\"a\">Mục</h2><p onclick=\"x()\">đoạn</p><script>x()</script>";
    ArticleHtml.Result body = articleHtml.read(html);
    assertThat(body.html()).isEqualTo(html);
    assertThat(body.headings()).containsExactly(new ArticleHtml.Heading("a", "Mục", 2));
    assertThat(body.anchors()).containsExactly("a");
    assertThat(body.text()).isEqualTo("T\nMục\nđoạn");
  }

  private ArticleHtml.Result finish(String html) {
    return articleHtml.finish(html, SURROUNDINGS);
  }
}
