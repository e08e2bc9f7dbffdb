package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/** Files that editors drag in: where they go, what they are called, and which are not taken. */
class UploadsTest {

  private static final String ARTICLE = "bai-viet/2018/bac-son.md";

  @TempDir Path content;

  private Uploads uploads() {
    return new Uploads(
        path -> {
          Path file = content.resolve(path).normalize();
          if (!file.startsWith(content)) {
            throw new IllegalArgumentException(path);
          }
          return file;
        });
  }

  @Test
  void aPictureGoesIntoTheFolderOfPictures() throws IOException {
    Uploads.Stored stored = uploads().put(ARTICLE, "Ảnh Hội nghị (1).PNG", picture("png", 30, 20));

    assertThat(stored.reference()).isEqualTo("anh/anh-hoi-nghi-1.png");
    assertThat(stored.path()).isEqualTo("bai-viet/2018/anh/anh-hoi-nghi-1.png");
    assertThat(stored.kind().code()).isEqualTo("picture");
    assertThat(List.of(stored.width(), stored.height())).containsExactly(30, 20);
    assertThat(Files.readAllBytes(content.resolve(stored.path())))
        .isEqualTo(picture("png", 30, 20));
  }

  @Test
  void adocumentLiesNextToTheArticle() throws IOException {
    Uploads.Stored stored =
        uploads().put(ARTICLE, "C:\\Tài liệu\\Kế hoạch số 5.pdf", bytes("%PDF-1.7\n"));

    assertThat(stored.reference()).isEqualTo("ke-hoach-so-5.pdf");
    assertThat(stored.kind().code()).isEqualTo("document");
    assertThat(files()).containsExactly("bai-viet/2018/ke-hoach-so-5.pdf");
  }

  @Test
  void theSameBytesAreTheSameFileAndOthersGetANumber() throws IOException {
    byte[] one = picture("jpg", 10, 10);
    byte[] two = picture("jpg", 12, 10);

    assertThat(uploads().put(ARTICLE, "a.jpg", one).name()).isEqualTo("a.jpg");
    assertThat(uploads().put(ARTICLE, "A.JPG", one).name()).isEqualTo("a.jpg");
    assertThat(uploads().put(ARTICLE, "a.jpg", two).name()).isEqualTo("a-2.jpg");
    assertThat(uploads().put(ARTICLE, "a.jpg", two).name()).isEqualTo("a-2.jpg");
    assertThat(files()).containsExactly("bai-viet/2018/anh/a-2.jpg", "bai-viet/2018/anh/a.jpg");
    assertThat(Files.readAllBytes(content.resolve("bai-viet/2018/anh/a.jpg"))).isEqualTo(one);
  }

  @Test
  void aFileUnderOtherCapitalsIsNeverReplaced() throws IOException {
    Path folder = Files.createDirectories(content.resolve("bai-viet/2018/anh"));
    Files.write(folder.resolve("Anh.PNG"), picture("png", 3, 3));

    assertThat(uploads().put(ARTICLE, "anh.png", picture("png", 4, 4)).name())
        .isEqualTo("anh-2.png");
    assertThat(uploads().put(ARTICLE, "anh.png", picture("png", 3, 3)).name()).isEqualTo("Anh.PNG");
  }

  @ParameterizedTest
  @CsvSource({
    "con.txt, con-tep.txt",
    "LPT1.txt, lpt1-tep.txt",
    "../../../etc/passwd.txt, passwd.txt",
    "..\\..\\x.txt, x.txt",
    ".txt, tep.txt",
    "....txt, tep.txt",
    "日本.txt, tep.txt",
    "a%2e%2e%2fb.txt, a-2e-2e-2fb.txt",
    "a.txt/, tep.txt",
    "a:b.txt, a-b.txt",
    "Đề án.md.txt, de-an-md.txt"
  })
  void namesAreMadeSafe(String given, String name) throws IOException {
    if (given.equals("a.txt/")) {
      assertCode(ProblemCode.TEP_TAI_LEN_LA, given, bytes("x"));
      return;
    }
    assertThat(uploads().put(ARTICLE, given, bytes("x")).name()).isEqualTo(name);
    assertThat(files()).containsExactly("bai-viet/2018/" + name);
  }

  @Test
  void aVeryLongNameIsCutBetweenWords() throws IOException {
    String name = uploads().put(ARTICLE, "kế hoạch ".repeat(60) + ".txt", bytes("x")).name();

    assertThat(name).hasSizeLessThan(90).endsWith("-hoach.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.html",
        "a.htm",
        "a.js",
        "a.exe",
        "a.php",
        "a.md",
        "a.zip",
        "a.docm",
        "a.svgz",
        "a",
        "a.jpg.exe",
        "a.jpg "
      })
  void otherKindsAreNotTaken(String name) throws IOException {
    if (name.equals("a.jpg ")) {
      assertThat(uploads().put(ARTICLE, name, picture("jpg", 2, 2)).name()).isEqualTo("a.jpg");
      return;
    }
    assertCode(ProblemCode.TEP_TAI_LEN_LA, name, bytes("x"));
  }

  @Test
  void theContentDecidesNotTheName() throws IOException {
    byte[] png = picture("png", 2, 2);
    byte[] docx = zip("[Content_Types].xml", "word/document.xml");
    for (Object[] pair :
        new Object[][] {
          {"a.jpg", png},
          {"a.pdf", png},
          {"a.png", bytes("<html><script>alert(1)</script></html>")},
          {"a.svg", bytes("<html><body>x</body></html>")},
          {"a.txt", bytes("<!DOCTYPE html><script>alert(1)</script>")},
          {"a.csv", bytes("\ufeff<svg onload='alert(1)'/>")},
          {"a.txt", bytes("MZ\u0000\u0001")},
          {"a.csv", "Tên,Số\nĐảng,1".getBytes("UTF-16LE")},
          {"a.xlsx", docx},
          {"a.docx", zip("a.txt")},
          {"a.odt", docx},
          {"a.doc", docx},
          {"a.mp3", png},
          {"a.m4a", bytes("ID3abcdefgh")},
          {"a.wav", bytes("RIFF....WEBP")},
        }) {
      assertCode(ProblemCode.TEP_TAI_LEN_KHAC_DUOI, (String) pair[0], (byte[]) pair[1]);
    }
  }

  @Test
  void everyKindThatIsTakenIsTaken() throws IOException {
    for (Object[] pair :
        new Object[][] {
          {"a.jpg", picture("jpg", 2, 2)},
          {"b.jpeg", picture("jpg", 2, 2)},
          {"a.png", picture("png", 2, 2)},
          {"a.gif", picture("gif", 2, 2)},
          {"a.webp", webp()},
          {"a.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='8'/>")},
          {"a.docx", zip("[Content_Types].xml", "word/document.xml")},
          {"a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")},
          {"a.pptx", zip("[Content_Types].xml", "ppt/presentation.xml")},
          {"a.odt", odf("text")},
          {"a.ods", odf("spreadsheet")},
          {"a.odp", odf("presentation")},
          {"a.doc", ole("WordDocument")},
          {"a.xls", ole("Workbook")},
          {"a.ppt", ole("PowerPoint Document")},
          {"a.csv", bytes("\ufeffĐơn vị,Số\nBắc Sơn,15\n")},
          {"a.txt", bytes("Đảng < dân\r\n\tx")},
          {"a.mp3", bytes("ID3\u0003abcdefgh")},
          {"a.m4a", bytes("\u0000\u0000\u0000\u0020ftypM4A xxxx")},
          {"a.ogg", bytes("OggS" + "\u0000".repeat(24) + "\u0001vorbis")},
          {"a.opus", bytes("OggS" + "\u0000".repeat(24) + "OpusHead")},
          {"a.wav", bytes("RIFF....WAVEfmt ")},
        }) {
      Uploads.Stored stored = uploads().put(ARTICLE, (String) pair[0], (byte[]) pair[1]);
      assertThat(stored.name()).isEqualTo(pair[0]);
      assertThat(content.resolve(stored.path())).exists();
    }
  }

  @Test
  void twoThingsInOneAreRefused() throws IOException {
    byte[] png = picture("png", 2, 2);
    byte[] jpg = picture("jpg", 2, 2);
    byte[] archive = zip("a.class");
    for (Object[] pair :
        new Object[][] {
          {"a.png", joined(png, archive)},
          {"a.jpg", joined(jpg, archive)},
          {"a.gif", joined(picture("gif", 2, 2), archive)},
          {"a.pdf", joined(bytes("%PDF-1.4\n"), archive)},
          {"a.mp3", joined(bytes("ID3\u0003abcdefgh"), archive)},
          {"a.png", joined(png, bytes("<ScRipt>alert(1)</script>"))},
          {"a.jpg", joined(jpg, bytes("<?php system(1); ?>"))},
          {"a.gif", joined(bytes("GIF89a/*\u0001\u0001*/=1;%PDF-1.5"), bytes("x"))},
          {"a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")},
          {"a.docx", zip("[Content_Types].xml", "word/document.xml", "word/embeddings/a.exe")},
          {"a.xls", joined(ole("Workbook"), bytes(UploadsContent.wide("_VBA_PROJECT")))},
          {"a.pdf", bytes("%PDF-1.4 << /S /Launch /F (cmd.exe) >>")},
        }) {
      assertCode(ProblemCode.TEP_TAI_LEN_NGUY_HIEM, (String) pair[0], (byte[]) pair[1]);
    }
  }

  @Test
  void brokenFilesAreRefused() throws IOException {
    byte[] png = picture("png", 40, 40);
    byte[] jpg = picture("jpg", 40, 40);

    assertCode(ProblemCode.TEP_TAI_LEN_HONG, "a.txt", new byte[0]);
    assertCode(
        ProblemCode.TEP_TAI_LEN_HONG, "a.png", java.util.Arrays.copyOf(png, png.length - 20));
    assertCode(ProblemCode.TEP_TAI_LEN_HONG, "a.jpg", java.util.Arrays.copyOf(jpg, jpg.length / 2));
    assertCode(ProblemCode.TEP_TAI_LEN_HONG, "a.svg", bytes("<svg>" + "<g>".repeat(5000)));
  }

  @Test
  void tooLargeFilesAreRefusedWithTheirSize() throws IOException {
    var large = new byte[51 * 1024 * 1024];
    System.arraycopy(bytes("%PDF-1.4"), 0, large, 0, 8);

    Problem problem = assertCode(ProblemCode.TEP_TAI_LEN_QUA_LON, "a.pdf", large);

    assertThat(Messages.in("vi").message(problem)).isEqualTo("tệp \"a.pdf\" quá lớn: 51 MB");
    assertThat(Messages.in("vi").hint(problem)).startsWith("nhiều nhất là 50 MB;");
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedBeforeAnythingDecodesIt() throws IOException {
    byte[] png = picture("png", 2, 2);
    // as its header says, and with the check sum that goes with it
    System.arraycopy(new byte[] {0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30}, 0, png, 16, 8);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    java.nio.ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

    assertCode(ProblemCode.ANH_QUA_LON, "a.png", png);
  }

  @Test
  void aDrawingIsCleaned() throws IOException {
    Uploads.Stored stored =
        uploads()
            .put(
                ARTICLE,
                "a.svg",
                bytes(
                    "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='8'"
                        + " onload='alert(1)'><script>alert(1)</script><rect/></svg>"));

    assertThat(stored.removed()).isEqualTo(Set.of("onload", "<script>"));
    assertThat(List.of(stored.width(), stored.height())).containsExactly(7, 8);
    assertThat(Files.readString(content.resolve(stored.path())))
        .doesNotContain("alert")
        .contains("<rect/>");
  }

  @Test
  void aPathOutOfTheFolderIsNotEvenMade() {
    String outside = "ngoai-" + content.getFileName();
    assertThatThrownBy(() -> uploads().put("../" + outside + "/a.md", "a.txt", bytes("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(content.resolveSibling(outside)).doesNotExist();
  }

  @Test
  void everyRefusalHasWordsInBothLanguages() throws IOException {
    Problem problem = assertCode(ProblemCode.TEP_TAI_LEN_LA, "a.exe", bytes("x"));

    assertThat(Messages.in("vi").message(problem)).isEqualTo("không nhận loại tệp này: .exe");
    assertThat(Messages.in("vi").hint(problem)).contains("jpg", "pdf", "docx", "mp3");
    assertThat(Messages.in("en").message(problem))
        .isEqualTo("files of this kind are not taken: .exe");
  }

  private Problem assertCode(ProblemCode code, String name, byte[] bytes) throws IOException {
    List<String> before = files();
    try {
      uploads().put(ARTICLE, name, bytes);
    } catch (EditException e) {
      assertThat(e.problem().code()).as(name).isEqualTo(code);
      assertThat(files()).isEqualTo(before);
      return e.problem();
    }
    throw new AssertionError(name + " was taken");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(content)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> content.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  /** A picture of one point without loss (RFC 9649). */
  private static byte[] webp() {
    return java.util.Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  private static byte[] zip(String... names) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(name));
      }
    }
    return out.toByteArray();
  }

  private static byte[] odf(String kind) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      byte[] mime = bytes("application/vnd.oasis.opendocument." + kind);
      var entry = new ZipEntry("mimetype");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(mime.length);
      var crc = new CRC32();
      crc.update(mime);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(mime);
      zip.putNextEntry(new ZipEntry("content.xml"));
    }
    return out.toByteArray();
  }

  private static byte[] ole(String stream) {
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    return joined(magic, bytes("\u0000".repeat(504) + UploadsContent.wide(stream)));
  }

  private static byte[] joined(byte[] one, byte[] two) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(two);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
