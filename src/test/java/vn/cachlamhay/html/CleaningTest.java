package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.markdown.Examples;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.text.VietnameseText;

/** Nothing that could harm a reader comes through, and nothing else is lost. */
class CleaningTest {

  private static final ArticleHtml.Surroundings AS_WRITTEN =
      new ArticleHtml.Surroundings() {
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
      };

  private final ArticleHtml articleHtml = new ArticleHtml(VietnameseText::slug);
  private final MarkdownRenderer markdown = new MarkdownRenderer();

  static List<Examples.Case> vectors() throws IOException {
    List<Examples.Case> vectors = Examples.cases("/html/xss.txt");
    assertThat(vectors).hasSizeGreaterThan(80);
    return vectors;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void cleansHtml(Examples.Case vector) {
    ArticleHtml.Result result = articleHtml.finish(vector.input(), AS_WRITTEN);
    Safety.assertSafe(result.html());
    assertThat(result.text()).contains(vector.expected().strip());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void cleansMarkdown(Examples.Case vector) {
    String html = markdown.render(vector.input(), "content/a.md", 1).html();
    ArticleHtml.Result result = articleHtml.finish(html, AS_WRITTEN);
    Safety.assertSafe(result.html());
    assertThat(result.text()).contains(vector.expected().strip());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void cleansMarkdownInsideATextAndALink(Examples.Case vector) {
    String oneLine = vector.input().replace("\n", " ").strip();
    String text = "Đoạn " + oneLine + "\n\n- [mục " + oneLine + "](b.md)\n";
    String html = markdown.render(text, "content/a.md", 1).html();
    Safety.assertSafe(articleHtml.finish(html, AS_WRITTEN).html());
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {
        "[chữ](javascript:alert(1))",
        "[chữ](<javascript:alert(1)>)",
        "[chữ](JAVASCRIPT:alert(1))",
        "[chữ](&#106;avascript:alert(1))",
        "[chữ](javascript&colon;alert(1))",
        "[chữ](java&#9;script:alert(1))",
        "[chữ](\u0001javascript:alert(1))",
        "[chữ](vbscript:x)",
        "[chữ](data:text/html,x)",
        "[chữ][r]\n\n[r]: javascript:alert(1)",
        "chữ <javascript:alert(1)>",
        "chữ ![x](javascript:alert(1))",
        "chữ ![x](a.png){onerror=alert(1)}",
        "chữ ![x](a.png){style=\"background:url(javascript:alert(1))\"}",
        "chữ ![x](a.png){src=\"javascript:alert(1)\"}",
        "chữ ![x\" onerror=\"alert(1)](a.png)",
        "chữ ![x](a.png 'y\" onerror=\"alert(1)')",
        "[chữ](b.md){href=\"javascript:alert(1)\"}",
        "[chữ](b.md){onclick=alert(1)}",
        "# chữ {onclick=alert(1)}",
        "chữ[^1]\n\n[^1]: <script>alert(1)</script>[x](javascript:1)",
        "| chữ |\n|---|\n| <img src=x onerror=alert(1)> |",
      })
  void cleansWhatMarkdownItselfCanWrite(String text) {
    String html = markdown.render(text, "content/a.md", 1).html();
    ArticleHtml.Result result = articleHtml.finish(html, AS_WRITTEN);
    Safety.assertSafe(result.html());
    assertThat(result.text()).contains("chữ");
  }

  @Test
  void tellsWhatItTookAway() {
    assertThat(
            articleHtml
                .finish(
                    "<p onclick=a()>x</p><script>1</script><a href='javascript:1'>y</a>",
                    AS_WRITTEN)
                .removed())
        .containsExactly("onclick", "<script>", "href=\"javascript:…\"");
  }

  @Test
  void tellsNothingWhereNothingWasTakenAway() {
    String html = "<p class=\"a\" lang=\"en\">x <a href=\"a.html\">y</a> <b>z</b></p>";
    ArticleHtml.Result result = articleHtml.finish(html, AS_WRITTEN);
    assertThat(result.removed()).isEmpty();
    assertThat(result.html()).isEqualTo(html);
  }

  @Property(tries = 2000, seed = "20180912")
  void isSafeForAnySoup(@ForAll("soup") String soup) {
    String once = articleHtml.finish(soup, AS_WRITTEN).html();
    Safety.assertSafe(once);
    Safety.assertSafe(articleHtml.finish(once, AS_WRITTEN).html());
  }

  @Property(tries = 1000, seed = "20180912")
  void isSafeForAnySoupInMarkdown(@ForAll("soup") String soup) {
    String html = markdown.render(soup, "content/a.md", 1).html();
    Safety.assertSafe(articleHtml.finish(html, AS_WRITTEN).html());
  }

  @Property(tries = 300, seed = "20180912")
  void keepsTheTextOfAnyPlainWriting(@ForAll("writing") String writing) {
    String html = "<p>" + org.jsoup.parser.Parser.unescapeEntities(writing, false) + "</p>";
    assertThat(articleHtml.finish(html, AS_WRITTEN).text()).isEqualTo(writing.strip());
  }

  @Provide
  Arbitrary<String> soup() {
    Arbitrary<String> tokens =
        Arbitraries.of(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<table>",
            "<tr>",
            "<td align=left>",
            "</table>",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<svg>",
            "</svg>",
            "<math>",
            "</math>",
            "<mtext>",
            "<mglyph>",
            "<foreignObject>",
            "<desc>",
            "<title>",
            "</title>",
            "<noscript>",
            "</noscript>",
            "<template>",
            "</template>",
            "<textarea>",
            "</textarea>",
            "<select>",
            "<option>",
            "</select>",
            "<form>",
            "</form>",
            "<iframe>",
            "</iframe>",
            "<xmp>",
            "</xmp>",
            "<plaintext>",
            "<h1>",
            "</h1>",
            "<h2 id=a>",
            "</h2>",
            "<ul><li>",
            "</ul>",
            "<a href=\"",
            "<a href='javascript:1'>",
            "</a>",
            "<img src=x ",
            "onerror=alert(1) ",
            "\">",
            "'>",
            ">",
            "<",
            "<!--",
            "-->",
            "--!>",
            "<![CDATA[",
            "]]>",
            "<?x ",
            "<!x ",
            "style=x ",
            "id=a ",
            "title=\"",
            "&lt;",
            "&#0;",
            "&#x3c;script&#x3e;",
            "&Tab;",
            "javascript:",
            "javascript&colon;",
            "data:text/html,",
            "chữ",
            " ",
            "\n",
            "\t",
            "\u0000",
            "\u000c",
            "/",
            "![a](",
            "[b](",
            ")",
            "{onerror=1}",
            "**",
            "`",
            "| a |\n|---|\n",
            "<figure>",
            "<caption>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<video poster=",
            "<source src=",
            "<details ontoggle=x>");
    return tokens.list().ofMinSize(1).ofMaxSize(25).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> writing() {
    return Arbitraries.of("Bắc", "Sơn", "đảng", "viên", "ở", "12,5", "năm", "quý")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }
}
