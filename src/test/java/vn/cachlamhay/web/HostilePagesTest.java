package vn.cachlamhay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.richtext.RichText;

/** Pages that want to cost time or memory, and pages that are broken. */
class HostilePagesTest {

  private static final String TEXT =
      "<p>Cả xóm góp mỗi nhà một ngày công, đường bê tông xong trước mùa mưa, ai cũng vui.</p>";

  @TempDir Path folder;

  private Manuscript read(String html) throws IOException {
    return read(folder, "bai.html", html.getBytes(StandardCharsets.UTF_8));
  }

  private static Manuscript read(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return new SavedPages().read(file);
  }

  private static void assertArticle(Manuscript page) {
    assertThat(RichText.read(page, "bai.html").markdown(1, "anh-").markdown())
        .contains("góp mỗi nhà một ngày công");
  }

  @Test
  void muchMarkupIsRefused() throws IOException {
    String html = TEXT.repeat(50 * 1024 * 1024 / TEXT.getBytes(StandardCharsets.UTF_8).length);
    SiteException refusal = catchThrowableOfType(SiteException.class, () -> read(html));

    assertThat(refusal.problems().get(0).code()).isEqualTo(ProblemCode.WEB_QUA_LON);
  }

  @Test
  void aLargeFileIsRefusedBeforeItIsRead() throws IOException {
    Path file = folder.resolve("bai.html");
    try (var disk = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      disk.setLength(SavedPages.LARGEST_FILE + 1);
    }
    SiteException refusal =
        catchThrowableOfType(SiteException.class, () -> new SavedPages().read(file));

    assertThat(refusal.problems().get(0).code()).isEqualTo(ProblemCode.WEB_QUA_LON);
  }

  @Test
  void aHundredMegabytesOfDataAddressesCostNothing() throws IOException {
    Path file = folder.resolve("bai.html");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(TEXT.repeat(5).getBytes(StandardCharsets.UTF_8));
      out.write("<p><img src=\"data:image/png;base64,".getBytes(StandardCharsets.UTF_8));
      byte[] block = "A".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 100; i++) {
        out.write(block);
      }
      out.write("\"></p>".getBytes(StandardCharsets.UTF_8));
    }
    Manuscript page = new SavedPages().read(file);

    assertThat(page.html().html().length()).isLessThan(10_000);
    assertThat(page.html().text()).contains("góp mỗi nhà một ngày công");
  }

  @Test
  void deepNestingIsRead() throws IOException {
    assertArticle(read("<div>".repeat(60_000) + TEXT.repeat(5)));
    assertArticle(read(TEXT.repeat(5) + "<b><table>".repeat(5_000) + "hết"));
    assertArticle(read(TEXT.repeat(5) + "<a href=x><p>".repeat(5_000) + "hết"));
  }

  @Test
  void endlessAttributesAreRead() throws IOException {
    assertArticle(read("<p " + "a=b ".repeat(100_000) + ">" + TEXT.repeat(5)));
    assertArticle(read("<div class='" + "related ".repeat(200_000) + "'>a</div>" + TEXT.repeat(5)));
    assertArticle(read("<div style='" + "a:b;".repeat(200_000) + "'>" + TEXT.repeat(5) + "</div>"));
  }

  @Test
  void manyPicturesTablesAndLinksAreRead() throws IOException {
    assertArticle(read(TEXT.repeat(5) + "<img src=a.png>".repeat(15_000)));
    assertArticle(read(TEXT.repeat(5) + "<p><img src=a.png><br>x</p>".repeat(5_000)));
    assertArticle(read(TEXT.repeat(5) + "<table><tr><td>a".repeat(5_000)));
    assertArticle(read(TEXT.repeat(5) + "<a href=a>b</a> ".repeat(30_000)));
    assertArticle(read(TEXT.repeat(5) + "a<br>".repeat(60_000)));
  }

  @Test
  void brokenJsonIsLeftOut() throws IOException {
    String start = "<script type='application/ld+json'>";
    for (String json :
        List.of(
            "{",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"@type\":\"NewsArticle\",\"headline\":{\"name\":{\"name\":[[[]]]}}}",
            "{\"@type\":\"NewsArticle\",\"author\":null,\"keywords\":[1,true,{}]}",
            "\u0000\ud800")) {
      assertArticle(read(start + json + "</script>" + TEXT.repeat(5)));
    }
  }

  @Property(tries = 100)
  void mutatedPagesAreReadOrRefused(@ForAll @IntRange(min = 0, max = 1_000_000) int seed)
      throws IOException {
    var random = new Random(seed);
    List<Path> cases = WebFixturesTest.cases();
    Path folder = cases.get(random.nextInt(cases.size()));
    byte[] page;
    String name;
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files.filter(each -> SavedPages.reads(each.getFileName().toString())).findFirst().get();
      page = Files.readAllBytes(file);
      name = file.getFileName().toString();
    }
    for (int i = random.nextInt(40); i >= 0; i--) {
      page = mutated(page, random);
    }
    byte[] bytes = page;
    Path temporary = Files.createTempDirectory("trang");
    try {
      assertThatCode(
              () -> {
                try {
                  Manuscript read = read(temporary, name, bytes);
                  RichText.read(read, name).markdown(1, "anh-");
                  assertThat(read.html().select("script, iframe")).isEmpty();
                } catch (SiteException e) {
                  assertThat(e.problems()).isNotEmpty();
                }
              })
          .doesNotThrowAnyException();
    } finally {
      Files.deleteIfExists(temporary.resolve(name));
      Files.deleteIfExists(temporary);
    }
  }

  /** Something cut out, doubled, moved or changed. */
  private static byte[] mutated(byte[] page, Random random) {
    if (page.length < 4) {
      return page;
    }
    int from = random.nextInt(page.length);
    int to = Math.min(page.length, from + random.nextInt(random.nextBoolean() ? 20 : 3000));
    var out = new java.io.ByteArrayOutputStream();
    out.write(page, 0, from);
    int kind = random.nextInt(4);
    if (kind == 1) {
      out.write(page, from, to - from);
      out.write(page, from, to - from);
    } else if (kind == 2) {
      for (int i = from; i < to; i++) {
        out.write("<>\"'=/&;\r\n\0abp".charAt(random.nextInt(14)));
      }
    } else if (kind == 3 && to > from) {
      int other = random.nextInt(page.length - (to - from) + 1);
      out.write(page, other, to - from);
    }
    out.write(page, to, page.length - to);
    return out.toByteArray();
  }

  @Property(tries = 300)
  void anyArchiveCanBeTakenApart(@ForAll byte[] bytes, @ForAll @IntRange(max = 3) int depth) {
    String head =
        "Content-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n".repeat(Math.max(0, depth))
            + "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    var out = new java.io.ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes);

    assertThat(Mhtml.of(out.toByteArray()).parts()).hasSizeLessThan(bytes.length + 4);
    assertThat(Mhtml.of(bytes).parts().size()).isLessThanOrEqualTo(1 + bytes.length);
  }

  @Property(tries = 200)
  void quotedPrintableComesBack(@ForAll byte[] bytes) {
    var coded = new StringBuilder();
    for (byte b : bytes) {
      coded.append("=%02X".formatted(b & 0xFF)).append(coded.length() % 70 < 3 ? "=\r\n" : "");
    }
    byte[] file = coded.toString().getBytes(StandardCharsets.US_ASCII);

    assertThat(Mhtml.quotedPrintable(file, 0, file.length)).isEqualTo(bytes);
  }
}
