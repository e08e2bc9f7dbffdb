package vn.cachlamhay.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts are written as flexmark itself writes them. */
class PlainTextsTest {

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer FLEXMARK = HtmlRenderer.builder().build();
  private static final HtmlRenderer OURS = ours();

  private static HtmlRenderer ours() {
    HtmlRenderer.Builder builder = HtmlRenderer.builder();
    PlainTexts.writeIn(builder);
    return builder.build();
  }

  /** Words with much of what is unescaped or escaped among them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "đảng", "viên", " ", " ", "\n", "\r", "\t", "\0", "&", "&amp;", "&#7857;", "<", ">",
            "\"", "'", "\\", "\\*", "\\\\", "*", "_", "`", "[", "](", ")", "#", "\u00a0", "😀",
            "\ud83d")
        .list()
        .ofMaxSize(30)
        .map(words -> String.join("", words));
  }

  @Property
  void areWrittenAsByFlexmark(@ForAll("texts") String markdown) {
    Document document = PARSER.parse(markdown);

    assertThat(OURS.render(document)).isEqualTo(FLEXMARK.render(document));
  }
}
