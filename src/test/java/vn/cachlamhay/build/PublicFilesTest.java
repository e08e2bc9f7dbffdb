package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/** Which files a draft keeps from the public, and which it cannot. */
class PublicFilesTest {

  private static final String FILE = "bai-viet/2020/anh/a b.svg";

  private static final String RECORDING = "bai-viet/2020/anh/a.mp3";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void copy() throws IOException {
    site = TestSite.copyOf("portal-small", folder.resolve("site"));
    site.write("content/" + RECORDING, "ID3");
    site.write("content/" + FILE, "<svg width=\"4\" height=\"2\"/>");
  }

  @Test
  void hidesWhatOnlyADraftShowsOrHandsOut() throws IOException {
    draft("image: anh/a b.svg\nattachments: so-lieu.csv\naudio: anh/a.mp3");
    site.write("content/bai-viet/2020/so-lieu.csv", "1,2");
    assertSound();
    assertThat(site.pages().keySet()).doesNotContain(FILE, RECORDING, "bai-viet/2020/so-lieu.csv");
    site.bake(true, TestSite.NOW);
    assertThat(site.pages().keySet()).contains(FILE, RECORDING, "bai-viet/2020/so-lieu.csv");
  }

  /** The draft must not leave the sound article without its picture. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "![Ảnh](anh/a%20b.svg)",
        "![Ảnh](<anh/a%20b.svg>)",
        "![Ảnh](/bai-viet/2020/anh/a%20b.svg \"Ảnh\")",
        "[Tải về](../2020/anh/a%20b.svg)",
        "<img src=\"anh/a b.svg\" alt=\"Ảnh\">",
        "[Ảnh][1]\n\n[1]: anh/a%20b.svg",
      })
  void keepsWhatAPublishedTextNames(String text) throws IOException {
    draft("image: anh/a b.svg");
    published("", text);
    assertSound();
    assertThat(site.pages().keySet()).contains(FILE, "bai-viet/2020/dang.html");
    // the second bake has the article from memory
    assertSound();
    assertThat(site.pages().keySet()).contains(FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: anh/a b.svg",
        "attachments: anh/a b.svg",
        "audio: anh/a.mp3\nattachments: anh/a b.svg",
        "anh-khac: anh/a b.svg",
        "anh-khac: [x, anh/a b.svg]",
      })
  void keepsWhatAPublishedFrontMatterNames(String line) throws IOException {
    draft("image: anh/a b.svg");
    published(line, "Chữ.");
    assertThat(site.bake().problems()).noneMatch(Problem::isError);
    assertThat(site.pages().keySet()).contains(FILE, "bai-viet/2020/dang.html");
  }

  @Test
  void keepsWhatAnArticleInHtmlNames() throws IOException {
    draft("image: anh/a b.svg");
    site.write(
        "content/bai-viet/2020/trang.html",
        "title=Trang\ndate=2020-01-01\ntype=post\nstatus=published\n~~~~~~\n"
            + "<p><img src=\"anh/a%20b.svg\" alt=\"Ảnh\"></p>\n");
    assertSound();
    assertThat(site.pages().keySet()).contains(FILE);
  }

  /** What lies in the assets belongs to the templates. */
  @Test
  void leavesTheAssetsAlone() throws IOException {
    site.write("assets/img/logo.svg", "<svg width=\"4\" height=\"2\"/>");
    draft("image: /img/logo.svg");
    assertSound();
    assertThat(site.pages().keySet()).contains("img/logo.svg");
  }

  /** It is told of its own errors, and not of a picture that is there. */
  @Test
  void doesNotBlameAnArticleInErrorForAPictureOfADraft() throws IOException {
    draft("image: anh/a b.svg");
    published("topic: không có chủ đề này", "![Ảnh](anh/a%20b.svg)");
    assertThat(site.bake().problems())
        .filteredOn(Problem::isError)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.KHONG_RO_CHU_DE);
    assertThat(site.pages().keySet()).doesNotContain(FILE);
  }

  private void draft(String lines) throws IOException {
    site.write("content/bai-viet/2020/nhap.md", article("draft", lines, "Chưa xong."));
  }

  private void published(String lines, String text) throws IOException {
    site.write("content/bai-viet/2020/dang.md", article("published", lines, text));
  }

  private static String article(String status, String lines, String text) {
    return """
        ---
        title: Bài
        date: 2020-01-02
        type: post
        status: %s
        %s
        ---

        %s
        """
        .formatted(status, lines, text);
  }

  private void assertSound() {
    assertThat(site.bake().problems()).noneMatch(Problem::isError);
  }
}
