package vn.cachlamhay.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.LinkRef;

/** Links and pictures are told at the place where the editor wrote their address. */
class LinkCollectorTest {

  private static final String FILE = "content/bai-viet/2018/bac-son.md";
  private static final int FIRST_LINE = 7;

  private final MarkdownRenderer renderer = new MarkdownRenderer();

  static Stream<Arguments> links() {
    return Stream.of(
        arguments("[a](x.md)", "x.md", false, "7:5"),
        arguments("Chữ ở Bắc Sơn: [a](x.md)", "x.md", false, "7:20"),
        arguments("Một dòng.\nRồi [bài](../2019/y.md \"t\")", "../2019/y.md", false, "8:11"),
        arguments("Một đoạn.\n\n- mục [a](x.md)", "x.md", false, "9:11"),
        arguments("> trích [a](x.md)", "x.md", false, "7:13"),
        arguments("# Mục [a](x.md)", "x.md", false, "7:11"),
        arguments("😀 [a](x.md)", "x.md", false, "7:8"),
        arguments("![Ảnh](anh/bắc.svg)", "anh/bắc.svg", true, "7:8"),
        arguments("![Ảnh](a.png){width=300}", "a.png", true, "7:8"),
        arguments("Xem [a][r].\n\n[r]: x.md \"Tiêu đề\"", "x.md", false, "9:6"),
        arguments("Xem [r].\n\n[r]: <x.md>", "x.md", false, "9:7"),
        arguments("chữ <a href=\"x.md\">a</a>", "x.md", false, "7:14"),
        arguments("chữ <a class=k href='x.md'>a</a>", "x.md", false, "7:22"),
        arguments("chữ <a href=x.md>a</a>", "x.md", false, "7:13"),
        arguments("<p>\nchữ <img alt=\"\" src=\"a.png\">\n</p>", "a.png", true, "8:22"),
        arguments("<IMG SRC=\"a.png\">", "a.png", true, "7:11"),
        arguments("| c |\n|---|\n| [a](x.md) |", "x.md", false, "9:7"),
        arguments("chữ[^1]\n\n[^1]: Xem [a](x.md).", "x.md", false, "9:15"),
        arguments("[a](x%20y.md)", "x%20y.md", false, "7:5"),
        arguments("[a](x\\_y.md)", "x_y.md", false, "7:5"),
        arguments("[a](x.html?a=1&amp;b=2#c)", "x.html?a=1&b=2#c", false, "7:5"),
        arguments("<a href=\"a&amp;b.pdf\">a</a>", "a&b.pdf", false, "7:10"));
  }

  @ParameterizedTest
  @MethodSource("links")
  void tellsTargetAndPlace(String markdown, String target, boolean image, String place) {
    assertThat(collect(markdown))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.target()).isEqualTo(target);
              assertThat(link.image()).isEqualTo(image);
              assertThat(link.pos().toString()).isEqualTo(FILE + ":" + place);
            });
  }

  @Test
  void tellsAllInTheOrderOfTheText() {
    assertThat(collect("[a](1.md) ![b](2.png)\n\n<a href='3.md'><img src=4.png></a>\n\n[5](5.md)"))
        .extracting(link -> link.target() + " " + link.pos().line() + ":" + link.pos().column())
        .containsExactly("1.md 7:5", "2.png 7:16", "3.md 9:10", "4.png 9:25", "5.md 11:5");
  }

  @Test
  void tellsBothOfAPictureThatIsALink() {
    assertThat(collect("[![b](2.png)](1.md)"))
        .extracting(LinkRef::target)
        .containsExactlyInAnyOrder("1.md", "2.png");
  }

  /** What readers do not get as a link is no link. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "`[a](x.md)`",
        "    [a](x.md)",
        "```\n<a href=\"x.md\">\n```",
        "<!-- <a href=\"x.md\">a</a> -->",
        "\\[a](x.md)",
        "chỉ viết href=x.md",
      })
  void tellsNothingWhereThereIsNoLink(String markdown) {
    assertThat(collect(markdown)).isEmpty();
  }

  /**
   * Every link that a browser finds in the HTML must have been told, or it would escape the check
   * of links.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--> <a href=\"x.md\">a</a> -->",
        "<!---> <a href=\"x.md\">a</a> -->",
        "<!doctype> <a href=\"x.md\">a</a>",
        "<?> <a href=\"x.md\">a</a> ?>",
        "<![CDATA[> <a href=\"x.md\">a</a> ]]>",
        "[a](https://example.vn){href=\"x.md\"}",
      })
  void tellsLinksInOddPlacesToo(String markdown) {
    MarkdownRenderer.Rendered rendered = renderer.render(markdown, FILE, FIRST_LINE);
    boolean live = rendered.html().contains("href=\"x.md\"");
    boolean told = rendered.links().stream().anyMatch(link -> link.target().equals("x.md"));
    assertThat(told).as(rendered.html()).isEqualTo(live);
  }

  private List<LinkRef> collect(String markdown) {
    return renderer.render(markdown, FILE, FIRST_LINE).links();
  }
}
