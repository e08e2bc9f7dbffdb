package vn.cachlamhay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

class SavedPagesTest {

  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1};
  private static final String TEXT =
      "<p>Tổ vay vốn thôn Hạ họp ở nhà ông Bảy, sổ sách để trên chiếu, ai xem cũng được.</p>";

  @TempDir Path folder;

  private Manuscript read(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("trang").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return new SavedPages().read(file);
  }

  private Manuscript read(String html) throws IOException {
    return read("bai.html", html.getBytes(StandardCharsets.UTF_8));
  }

  private ProblemCode refused(String name, byte[] bytes) {
    return catchThrowableOfType(SiteException.class, () -> read(name, bytes))
        .problems()
        .get(0)
        .code();
  }

  @ParameterizedTest
  @CsvSource({
    "a.html, true",
    "A.HTM, true",
    "a.xhtml, true",
    "a.mht, true",
    "a.MHTML, true",
    "a.html.txt, false",
    "html, false",
    "a.docx, false"
  })
  void readsPages(String name, boolean reads) {
    assertThat(SavedPages.reads(name)).isEqualTo(reads);
  }

  @Test
  void filesAreThoseBelowTheFolderOfThePage() throws IOException {
    Path beside = Files.createDirectories(folder.resolve("trang/bai một_files"));
    Files.write(beside.resolve("ảnh 1.png"), PICTURE);
    Files.write(beside.resolve("100%.png"), PICTURE);
    Files.write(folder.resolve("ngoai.png"), PICTURE);
    Files.createSymbolicLink(beside.resolve("noi.png"), folder.resolve("ngoai.png"));
    Manuscript page = read(TEXT.repeat(5));

    for (String inside :
        new String[] {
          "bai một_files/ảnh 1.png",
          "./bai%20m%E1%BB%99t_files/%E1%BA%A3nh%201.png",
          "bai một_files/ảnh 1.png?v=2",
          "bai một_files/100%.png"
        }) {
      assertThat(page.files().open(inside)).as(inside).contains(PICTURE);
    }
    for (String outside :
        new String[] {
          "../ngoai.png",
          "%2e%2e/ngoai.png",
          "bai một_files/../../ngoai.png",
          "bai một_files/noi.png",
          folder.resolve("ngoai.png").toString(),
          folder.resolve("ngoai.png").toUri().toString(),
          "http://a.vn/a.png",
          "//may/tep.png",
          "\\\\may\\tep.png",
          "bai một_files",
          "khong-co.png",
          "a\u0000b.png",
          ""
        }) {
      assertThat(page.files().open(outside)).as(outside).isEmpty();
    }
  }

  @Test
  void picturesInThePageItselfAreSetAside() throws IOException {
    var large = new byte[4000];
    System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);
    String data = Base64.getEncoder().encodeToString(large);
    Manuscript page =
        read(TEXT.repeat(5) + "<p><img src='data:image/png;base64," + data + "'></p>");

    String address = page.html().select("img").attr("src");
    assertThat(address).startsWith(EmbeddedFiles.SCHEME);
    assertThat(page.files().open(address)).contains(large);
    assertThat(page.files().open(EmbeddedFiles.SCHEME + "7")).isEmpty();
    assertThat(page.files().open(EmbeddedFiles.SCHEME + "-1")).isEmpty();
  }

  @Test
  void addressesOfLinksAreThoseOfThePlaceItWasSavedFrom() throws IOException {
    Manuscript page =
        read(
            "<!doctype html>\n<!-- saved from url=(0030)https://a.vn/tin/2020/bai.html -->\n<html>"
                + TEXT.repeat(5)
                + "<p><a href='../tep/a.pdf'>Quy ước</a> <img src='bai_files/a.png'></p>");

    assertThat(page.html().select("a").attr("href")).isEqualTo("https://a.vn/tin/tep/a.pdf");
    assertThat(page.attachments())
        .containsExactly(new Manuscript.Attachment("Quy ước", "https://a.vn/tin/tep/a.pdf"));
    assertThat(page.html().select("img").attr("src")).isEqualTo("bai_files/a.png");
    assertThat(page.hints())
        .contains(
            new Hint(Hint.About.ADDRESS, "https://a.vn/tin/2020/bai.html", "saved from url"),
            new Hint(Hint.About.FILE_NAME, "bai.html", "tên tệp"));
  }

  @Test
  void noScriptComesThrough() throws IOException {
    Manuscript page =
        read(
            TEXT.repeat(5)
                + "<script>alert(1)</script><p><a href='javascript:alert(2)'>x</a></p>"
                + "<svg><script>alert(3)</script></svg><iframe src='javascript:alert(4)'></iframe>"
                + "<object data='a.swf'></object><p>Hết bài ở đây, cảm ơn bà con đã đọc.</p>");

    assertThat(page.html().select("script, svg, iframe, object")).isEmpty();
    assertThat(page.html().text()).contains("Hết bài ở đây");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1258"})
  void lettersAreReadAsTheyWereWritten(String charset) throws IOException {
    String text = charset.equals("windows-1258") ? decomposed() : TEXT.repeat(5);
    Manuscript page =
        read("bai.html", ("<title>a</title>" + text).getBytes(Charset.forName(charset)));

    assertThat(page.html().text()).contains("sổ sách để trên chiếu");
  }

  /** The marks of that encoding that have no letters of their own stand behind theirs. */
  private static String decomposed() {
    return TEXT.repeat(5)
        .replace("ổ", "ô\u0309")
        .replace("ố", "ô\u0301")
        .replace("ọ", "o\u0323")
        .replace("ở", "ơ\u0309")
        .replace("ạ", "a\u0323")
        .replace("ả", "a\u0309")
        .replace("ế", "ê\u0301")
        .replace("ể", "ê\u0309")
        .replace("ũ", "u\u0303")
        .replace("ợ", "ơ\u0323");
  }

  @Test
  void whatIsNoPageIsRefused() {
    assertThat(refused("a.html", new byte[0])).isEqualTo(ProblemCode.WEB_KHONG_PHAI_TRANG);
    assertThat(refused("a.html", "%PDF-1.4 …".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(ProblemCode.WEB_KHONG_PHAI_TRANG);
    assertThat(refused("a.mht", "Chỉ là chữ".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(ProblemCode.WEB_KHONG_PHAI_TRANG);
  }

  @Test
  void aPageWithHardlyAnyTextIsTold() throws IOException {
    assertThat(read("<p>Đang tải…</p>").notices().get(0).code()).isEqualTo(ProblemCode.WEB_IT_CHU);
    assertThat(read(TEXT.repeat(5)).notices()).isEmpty();
  }

  @Test
  void aPageOfOldLettersIsTold() throws IOException {
    Path old = Path.of("src/test/resources/web/phong-chu-cu-vntime/page.html");

    assertThat(new SavedPages().read(old).notices().get(0).code())
        .isEqualTo(ProblemCode.WEB_CHU_CU);
  }
}
