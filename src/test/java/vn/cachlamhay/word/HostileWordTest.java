package vn.cachlamhay.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** Files that are broken, too large, or meant to do harm: each is refused with its own message. */
class HostileWordTest {

  private static final String SPACE =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  @TempDir Path folder;

  private void assertRefused(Path file, ProblemCode code) {
    assertThatThrownBy(() -> WordFixture.read(file))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.problems()).extracting(p -> p.code()).containsExactly(code));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path zip(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("bai.docx");
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static Map<String, String> parts(String document) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("word/document.xml", document);
    return parts;
  }

  private static String document(String body) {
    return "<w:document " + SPACE + "><w:body>" + body + "</w:body></w:document>";
  }

  @Test
  void aPlainDocumentIsRead() throws IOException {
    Path file = zip(parts(document("<w:p><w:r><w:t>Bài</w:t></w:r></w:p>")));

    assertThat(WordFixture.read(file).html().body().text()).isEqualTo("Bài");
  }

  @Test
  void emptyAndCutFiles() throws IOException {
    byte[] whole = Files.readAllBytes(WordFixture.get("bang.docx"));

    assertRefused(write("rong.docx", new byte[0]), ProblemCode.WORD_HONG);
    assertRefused(write("cut.docx", Arrays.copyOf(whole, whole.length / 2)), ProblemCode.WORD_HONG);
    assertRefused(write("dau.docx", Arrays.copyOf(whole, 40)), ProblemCode.WORD_HONG);
  }

  @Test
  void xmlThatIsCutOrMissing() throws IOException {
    assertRefused(zip(parts(document("<w:p>"))), ProblemCode.WORD_HONG);
    assertRefused(zip(Map.of("[Content_Types].xml", "<Types/>")), ProblemCode.WORD_HONG);
    assertRefused(zip(parts("<khac/>")), ProblemCode.WORD_KHONG_PHAI);
    assertRefused(zip(Map.of("a.txt", "chữ")), ProblemCode.WORD_KHONG_PHAI);
  }

  @Test
  void otherFilesUnderTheNameOfADocument() throws IOException {
    assertRefused(
        write("a.doc", bytes("<html><body>Bài</body></html>")), ProblemCode.WORD_LA_TRANG_WEB);
    assertRefused(
        write("b.doc", bytes("MIME-Version: 1.0\r\n\r\n")), ProblemCode.WORD_LA_TRANG_WEB);
    assertRefused(write("c.doc", bytes("Chỉ là chữ.")), ProblemCode.WORD_LA_CHU);
    assertRefused(write("d.docx", bytes("%PDF-1.4\n\0\1\2")), ProblemCode.WORD_KHONG_PHAI);
    var sheet = parts(document(""));
    sheet.put("xl/workbook.xml", "<x/>");
    assertRefused(zip(sheet), ProblemCode.WORD_KHONG_PHAI);
  }

  @Test
  void aDocumentUnderAnotherName() throws IOException {
    byte[] docx = Files.readAllBytes(WordFixture.get("bang.docx"));

    assertThat(WordFixture.markdown(WordFixture.read(write("bang.doc", docx))))
        .contains("Hết bảng.");
  }

  @Test
  void aPassword() throws IOException {
    byte[] ole = new byte[4096];
    System.arraycopy(
        new byte[] {
          (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
        },
        0,
        ole,
        0,
        8);
    assertRefused(write("bang-tinh.doc", ole), ProblemCode.WORD_KHONG_PHAI);

    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, 2048, name.length);
    assertRefused(write("khoa.docx", ole), ProblemCode.WORD_MAT_KHAU);
  }

  @Test
  void entitiesAndDocumentTypes() throws IOException {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
    String outside =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
            + document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>");

    assertRefused(zip(parts(laughs)), ProblemCode.WORD_NGUY_HIEM);
    assertRefused(zip(parts(outside)), ProblemCode.WORD_NGUY_HIEM);
    assertRefused(
        zip(parts("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>")),
        ProblemCode.WORD_NGUY_HIEM);
  }

  @Test
  void namesThatLeadOutOfTheArchive() throws IOException {
    for (String name : new String[] {"../../x.txt", "/etc/x", "word/..\\..\\x", "C:\\x"}) {
      var parts = parts(document(""));
      parts.put(name, "x");
      assertRefused(zip(parts), ProblemCode.WORD_NGUY_HIEM);
    }
  }

  @Test
  void bombs() throws IOException {
    assertRefused(zip(parts(document(" ".repeat(20_000_000)))), ProblemCode.WORD_NEN_QUA);
    var many = parts(document(""));
    for (int i = 0; i < 10_001; i++) {
      many.put("x/" + i, "");
    }
    assertRefused(zip(many), ProblemCode.WORD_NEN_QUA);
  }

  @Test
  void tooMuch() throws IOException {
    String deep = "<w:tbl><w:tr><w:tc>".repeat(2000) + "</w:tc></w:tr></w:tbl>".repeat(2000);
    String long1 = "<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(20_001);
    String cells = "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>".repeat(20_001) + "</w:tbl>";

    assertRefused(zip(parts(document(deep))), ProblemCode.WORD_QUA_DAI);
    assertRefused(zip(parts(document(long1))), ProblemCode.WORD_QUA_DAI);
    assertRefused(zip(parts(document(cells))), ProblemCode.WORD_QUA_DAI);
  }

  @Test
  void aHugeFile() throws IOException {
    Path huge = folder.resolve("to.docx");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(200L << 20);
    }

    assertRefused(huge, ProblemCode.WORD_QUA_LON);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
