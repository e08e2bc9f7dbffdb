package vn.cachlamhay.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** Documents that need LibreOffice; skipped where it is not installed. */
class OfficeConversionTest {

  @TempDir Path folder;

  private static void assertRefused(ThrowingCallable reading, ProblemCode code) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.problems()).extracting(p -> p.code()).containsExactly(code));
  }

  private static WordDocuments documents() {
    var documents = new WordDocuments(WordOptions.USUAL);
    if ("1".equals(System.getenv("PORTAL_REQUIRE_SERVERS"))) {
      assertThat(documents.office()).as("LibreOffice").isPresent();
    }
    assumeThat(documents.office()).as("LibreOffice").isPresent();
    return documents;
  }

  private Path script(String name, String text) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assumeThat(script.toFile().setExecutable(true) && Files.exists(Path.of("/bin/sh"))).isTrue();
    return script;
  }

  @Test
  void documentsOfEveryKindSayTheSame() throws IOException {
    String article = Files.readString(WordFixture.get("bai-12-ho-so-so-ben-luc.md"));
    String wanted = article.substring(0, article.indexOf("~~~~~~"));
    List<Path> files =
        List.of(
            WordFixture.get("libreoffice.doc"),
            WordFixture.get("libreoffice.odt"),
            WordFixture.get("libreoffice.rtf"),
            WordFixture.get("libreoffice-tcvn3.doc"));
    try (WordDocuments documents = documents()) {
      documents.prepare(files);

      for (Path file : files.subList(0, 3)) {
        assertThat(WordFixture.markdown(documents.read(file)))
            .as(file.toString())
            .isEqualTo(wanted);
      }
      String old = Files.readString(WordFixture.get("tcvn3-doan.md"));
      assertThat(WordFixture.markdown(documents.read(files.get(3))))
          .isEqualTo(old.substring(0, old.indexOf("~~~~~~")));
    }
  }

  /** An .odt whose picture lies on the web, which LibreOffice would fetch. */
  private Path withPicture(String address) throws IOException {
    Path file = folder.resolve("mang.odt");
    try (InputStream in = Files.newInputStream(WordFixture.get("libreoffice.odt"));
        var from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(file);
        var to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] part = from.readAllBytes();
        if (entry.getName().equals("content.xml")) {
          String frame =
              "<draw:frame svg:width=\"3cm\" svg:height=\"3cm\"><draw:image xlink:href=\""
                  + address
                  + "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame></text:p>";
          String text = new String(part, StandardCharsets.UTF_8);
          part = text.replaceFirst("</text:p>", frame).getBytes(StandardCharsets.UTF_8);
        }
        to.write(part);
      }
    }
    return file;
  }

  @Test
  void nothingIsFetched() throws Exception {
    var asked = new AtomicInteger();
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        WordDocuments documents = documents()) {
      var thread =
          new Thread(
              () -> {
                while (!server.isClosed()) {
                  try (Socket unused = server.accept()) {
                    asked.incrementAndGet();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      thread.start();
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/anh.png";
      Path odt = withPicture("http://127.0.0.1:" + server.getLocalPort() + "/anh.png");

      assertThat(documents.read(odt).html().body().text()).contains("Bến Lức");
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void withoutLibreOfficeAFileIsRefusedWithAWayOut() throws IOException {
    Path nowhere = folder.resolve("khong-co");
    var options = WordOptions.USUAL.withOffice(nowhere);

    assertThat(OfficeProgram.find(Map.of(OfficeProgram.VARIABLE, nowhere.toString()))).isEmpty();
    try (var documents = new WordDocuments(options)) {
      assertRefused(
          () -> documents.read(WordFixture.get("libreoffice.doc")),
          ProblemCode.WORD_THIEU_LIBREOFFICE);
    }
  }

  @Test
  void aProgramThatMakesNothingIsTold() throws IOException {
    Path program = script("khong-lam", "exit 0");
    try (var documents = new WordDocuments(WordOptions.USUAL.withOffice(program))) {
      assertRefused(
          () -> documents.read(WordFixture.get("libreoffice.doc")),
          ProblemCode.WORD_KHONG_DOI_DUOC);
    }
  }

  @Test
  void aProgramThatHangsIsEndedWithAllItStarted() throws IOException {
    Path mark = folder.resolve("con");
    Path program = script("treo", "sleep 600 & echo $! > '" + mark + "'; wait");
    // minus the patience with the start of the real program
    var options = WordOptions.USUAL.withOffice(program).withPatience(Duration.ofSeconds(-37));
    try (var documents = new WordDocuments(options)) {
      assertRefused(
          () -> documents.read(WordFixture.get("libreoffice.doc")), ProblemCode.WORD_DOI_QUA_LAU);
    }
    long child = Long.parseLong(Files.readString(mark).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());

    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void oneBadDocumentDoesNotStopTheOthers() throws IOException {
    // the third document makes it end before it makes anything of the rest
    Path source = WordFixture.get("bang.docx").toAbsolutePath();
    Path program =
        script(
            "kho-tinh",
            "while [ $# -gt 0 ]; do case $1 in --outdir) out=$2; shift;; */3.doc) exit 1;;"
                + " *.doc) n=${1##*/}; cp '"
                + source
                + "' \"$out/${n%.doc}.docx\";; esac; shift; done");
    var files = new ArrayList<Path>();
    for (int i = 0; i < 6; i++) {
      files.add(Files.copy(WordFixture.get("libreoffice.doc"), folder.resolve("b" + i + ".doc")));
    }
    try (var documents = new WordDocuments(WordOptions.USUAL.withOffice(program))) {
      documents.prepare(files);

      for (int i = 0; i < 6; i++) {
        Path file = files.get(i);
        if (i == 2) {
          assertRefused(() -> documents.read(file), ProblemCode.WORD_KHONG_DOI_DUOC);
        } else {
          assertThat(documents.read(file).html().body().text()).contains("Hết bảng.");
        }
      }
    }
  }
}
