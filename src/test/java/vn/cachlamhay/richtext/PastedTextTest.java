package vn.cachlamhay.richtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** Single rules of pasting, and what happens with pastes that are made to do harm. */
class PastedTextTest {

  @ParameterizedTest
  @CsvSource({
    "https://x.vn/a?utm_source=z&id=3&fbclid=9#m, https://x.vn/a?id=3#m",
    "https://x.vn/a?utm_source=z, https://x.vn/a",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.vn%2Fb%3Ffbclid%3D1&h=2, https://x.vn/b",
    "https://www.google.com/url?sa=t&q=https://x.vn/c&ved=1, https://x.vn/c",
    "mailto:a@x.vn, mailto:a@x.vn",
    "../2019/b.md, ../2019/b.md",
    "/bai-viet/a.html, /bai-viet/a.html",
    "https://x.vn/a (b).pdf, https://x.vn/a%20%28b%29.pdf",
    "https://vi.wikipedia.org/wiki/Bắc_Sơn, https://vi.wikipedia.org/wiki/Bắc_Sơn",
    "HTTPS://X.vn/, HTTPS://X.vn/"
  })
  void linksStayWithoutWhatTracks(String written, String kept) {
    assertThat(paste("<a href=\"" + written + "\">chữ</a>").markdown())
        .isEqualTo("[chữ](" + kept + ")\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java&#0;script:alert(1)",
        "&#106;avascript:alert(1)",
        "\u0001javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///c:/a.docx",
        "blob:x",
        "https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
        "tel:123",
        "#_Toc1",
        "",
        "\\\\may\\tep",
        "c:\\a.docx",
        "mailto:"
      })
  void otherLinksAreWordsOnly(String written) {
    assertThat(paste("<a href=\"" + written + "\">chữ</a>").markdown()).isEqualTo("chữ\n");
  }

  @Test
  void aNumberedListOfFilteredHtmlHasItsMarksRightInTheParagraph() {
    String item =
        "<p class=MsoListParagraph style='margin-left:.5in'>%d.<span style='font:7.0pt"
            + " \"Times New Roman\"'>&nbsp;&nbsp; </span>Bước %d</p>";

    assertThat(paste(item.formatted(1, 1) + item.formatted(2, 2)).markdown())
        .isEqualTo("1. Bước 1\n2. Bước 2\n");
  }

  @Test
  void anIndentedParagraphIsNoItem() {
    assertThat(
            paste("<p class=MsoListParagraph style='margin-left:.5in'>Đoạn thụt lề.</p>")
                .markdown())
        .isEqualTo("Đoạn thụt lề.\n");
  }

  @Test
  void notesGoOnCountingWhereTheArticleHasSome() {
    String html =
        "<p>A<a href='#n1' name='r1'>1</a></p><p><a href='#r1' name='n1'>1</a> Chú thích.</p>";

    assertThat(PastedText.of(html, Optional.empty(), 4).markdown())
        .isEqualTo("A[^4]\n\n[^4]: Chú thích.\n");
  }

  @Test
  void levelsOfHeadingsLeaveNoGap() {
    assertThat(paste("<h2>A</h2><h4>B</h4><h6>C</h6><h2>D</h2>").markdown())
        .isEqualTo("## A\n\n### B\n\n#### C\n\n## D\n");
  }

  @Test
  void namesOfPicturesThatProgramsMadeUpAreNoDescription() {
    String picture = "data:image/gif;base64," + Base64.getEncoder().encodeToString(gif());
    for (String alt : List.of("Picture 1", "image001.png", "C:\\x\\anh.jpg", "Hình ảnh 3", "")) {
      assertThat(paste("<img alt='%s' src='%s'>".formatted(alt, picture)).markdown())
          .isEqualTo("![](anh-dan-1.gif)\n");
    }
    assertThat(
            paste(
                    "<img alt='Họp thôn Description automatically generated' src='%s'>"
                        .formatted(picture))
                .markdown())
        .isEqualTo("![Họp thôn](anh-dan-1.gif)\n");
  }

  @Test
  void aPictureThatCannotBeStoredLeavesItsDescription() {
    String picture = "data:image/gif;base64," + Base64.getEncoder().encodeToString(gif());
    MarkdownText pasted =
        paste(
            "<p>a</p><figure><img alt='Sơ [đồ]' src='%s'><figcaption>Hình “1” (a)</figcaption></figure><p>b</p>"
                .formatted(picture));

    assertThat(pasted.withReferences(p -> Optional.of("anh/so-do.gif")))
        .isEqualTo("a\n\n![Sơ \\[đồ\\]](anh/so-do.gif \"Hình “1” (a)\")\n\nb\n");
    assertThat(pasted.withReferences(p -> Optional.empty())).isEqualTo("a\n\nSơ \\[đồ\\]\n\nb\n");
  }

  @Test
  void noticesAreSentences() {
    Problem notice = paste("<img src='https://x.vn/a.jpg' width=500 height=300>").notices().get(0);

    assertThat(notice.code()).isEqualTo(ProblemCode.DAN_ANH_TREN_MANG);
    assertThat(notice.isError()).isFalse();
    assertThat(Messages.in("vi").message(notice))
        .isEqualTo("có 1 ảnh nằm trên trang khác, chưa được đưa vào bài");
  }

  @Test
  void nothingBecomesNothing() {
    for (String html :
        List.of("", " ", "<p>&nbsp;</p>", "<!-- x -->", "<table></table>", "<ul><li></ul>")) {
      assertThat(paste(html).markdown()).as(html).isEmpty();
    }
  }

  @Test
  void tooLongATextIsRefusedWithWords() {
    String html = "<p>chữ</p>".repeat(2_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> paste(html))
                .isInstanceOfSatisfying(
                    SiteException.class,
                    e ->
                        assertThat(Messages.in("vi").message(e.problems().get(0)))
                            .isEqualTo("đoạn dán quá dài: 20 triệu ký tự mã, chưa kể ảnh")));
  }

  @Test
  void picturesDoNotCountAsText() {
    var bytes = new byte[9_000_000];
    System.arraycopy(gif(), 0, bytes, 0, gif().length);
    String html =
        "<p>a</p><img src='data:image/gif;base64,"
            + Base64.getEncoder().encodeToString(bytes)
            + "'>";

    MarkdownText pasted = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> paste(html));
    assertThat(pasted.pictures())
        .singleElement()
        .satisfies(p -> assertThat(p.bytes()).hasSize(9_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<span>",
        "<ul><li>",
        "<blockquote>",
        "<table><tr><td>",
        "<a href=x>",
        "<sup>",
        "<p style='mso-list:l0 level9 lfo1'>",
        "<o:p>",
        "<h1>",
        "<font>",
        "<svg>",
        "<math>",
        "<i><b>"
      })
  void endlessNestingEndsSoon(String tag) {
    String html = tag.repeat(10_000) + "đáy";

    MarkdownText pasted = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> paste(html));
    if (!tag.equals("<svg>") && !tag.equals("<math>")) {
      assertThat(Proof.page(pasted.markdown())).contains("đáy");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "[",
        "](",
        "<",
        "&",
        "\\",
        "`",
        "_a",
        "#",
        "| ",
        "http://x.vn/*",
        "@a.",
        "\"**",
        "1. ",
        "<br>",
        "<b>a</b>",
        "<td colspan=9999 rowspan=9999>x",
        "<p>",
        "<li>",
        "<a href='#a' id=a>",
        "&lt;",
        "<img src=file:///a>",
        "/*",
        "<!--"
      })
  void endlessRepetitionEndsSoon(String part) {
    String html = part.repeat(200_000 / part.length());

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> paste(html));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> paste("<style>" + html + "</style><table><tr>" + html));
  }

  @Test
  void endlessRichTextEndsSoon() {
    String html = "<img src='file:///c:/clip_image001.png'>";
    for (String rtf :
        List.of(
            "{",
            "{\\pict\\pngblip 89504e47",
            "\\bin999999999 ",
            "{\\*\\shppict",
            "\\'",
            "}",
            "\\")) {
      MarkdownText pasted =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () -> PastedText.of(html, Optional.of(rtf.repeat(2_000_000 / rtf.length()))));
      assertThat(pasted.markdown()).doesNotContain("<");
    }
  }

  /**
   * Ten pages of a best practice, as Word writes them: printed, and far from what would be felt.
   */
  @Test
  void tenPagesOfWordAreThereBeforeAnybodyNotices() throws IOException {
    var body = new StringBuilder();
    for (String name :
        List.of("word-doan-van", "word-danh-sach-dau-cham", "word-bang-so", "word-tieu-de")) {
      String html = Files.readString(Path.of("src/test/resources/richtext", name + ".html"));
      body.append(
          html, html.indexOf("<!--StartFragment-->") + 20, html.indexOf("<!--EndFragment-->"));
    }
    var html = new StringBuilder("<html><body><!--StartFragment-->");
    int words = 0;
    while (words < 5000) {
      html.append(body);
      words += 290;
    }
    html.append("<!--EndFragment--></body></html>");
    paste(html.toString());
    long start = System.nanoTime();
    MarkdownText pasted = paste(html.toString());
    long millis = (System.nanoTime() - start) / 1_000_000;

    System.out.printf(
        "a paste of %d words, %,d letters of HTML, %,d of Markdown: %d ms%n",
        pasted.markdown().split("\\s+").length, html.length(), pasted.markdown().length(), millis);
    assertThat(millis).isLessThan(3000);
  }

  private static byte[] gif() {
    return Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
  }

  private static MarkdownText paste(String html) {
    return PastedText.of(html, Optional.empty());
  }
}
