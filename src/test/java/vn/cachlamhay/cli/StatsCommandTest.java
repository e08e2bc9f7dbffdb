package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code portal stats} writes, says and ends with. */
class StatsCommandTest {

  private static final String VIEWS =
      """
      path,views_30_days,views
      /bai-viet/a.html,2,2
      /bai-viet/b.html,0,1
      """;

  @TempDir Path site;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path log;

  @BeforeEach
  void makeSite() throws IOException {
    write("jbake.properties", "site.host=https://example.vn\n");
    write("content/bai-viet/a.md", "Bài A");
    write("content/bai-viet/b.md", "Bài B");
    log =
        write(
            "access.log",
            line("10.0.0.1", "01/Oct/2026:08:00:00", "/bai-viet/b.html")
                + line("10.0.0.1", "05/Nov/2026:08:00:00", "/bai-viet/a.html")
                + line("10.0.0.1", "05/Nov/2026:08:05:00", "/bai-viet/a.html")
                + line("10.0.0.2", "06/Nov/2026:08:00:00", "/bai-viet/a.html")
                + line("10.0.0.3", "06/Nov/2026:08:00:00", "/css/portal.css")
                + "một dòng lạ\n");
  }

  @Test
  void theFileIsWrittenAndTheMostReadAreShown() {
    assertThat(stats(log)).isZero();
    assertThat(site.resolve("data/views.csv")).hasContent(VIEWS);
    assertOut(
        """
        6 dòng, từ 01/10/2026 đến 06/11/2026
        3 lượt đọc của 2 bài; 1 lượt tải lại trong 10 phút không đếm
        Không đếm: 0 lượt của máy tự động; 1 dòng không phải bài đọc được (trang khác, tệp, lỗi); 1 dòng không hiểu

        Đọc nhiều nhất trong 30 ngày tới 06/11/2026:
          2  /bai-viet/a.html

        Đã ghi data/views.csv; chạy bake để đưa lên trang.
        """);
    assertThat(err.toString())
        .startsWith(log + ":6: lưu ý [nhat-ky-dong-la] dòng này không theo dạng nhật ký")
        .contains("\n    gợi ý: dòng này bị bỏ qua.");
  }

  @Test
  void englishIsSpokenWhereItIsWanted() {
    assertThat(stats("--lang", "en", log.toString())).isZero();
    assertThat(out.toString())
        .startsWith(
            "6 lines, from 01/10/2026 to 06/11/2026\n".replace("\n", System.lineSeparator()))
        .contains("Wrote data/views.csv");
  }

  @Test
  void countingTheSameLogsAgainCountsNothingTwice() throws IOException {
    stats(log);
    byte[] before = Files.readAllBytes(site.resolve("data/views.csv"));

    assertThat(stats(log)).isZero();
    assertThat(site.resolve("data/views.csv")).hasBinaryContent(before);
  }

  @Test
  void aFileThatIsNamedTwiceIsOne() {
    assertThat(stats(log, site.resolve("data/../access.log"))).isZero();
    assertThat(site.resolve("data/views.csv")).hasContent(VIEWS);
  }

  @Test
  void aMinusIsStandardInput() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(log)));
      assertThat(stats("-")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(site.resolve("data/views.csv")).hasContent(VIEWS);
  }

  @Test
  void theFileIsTheSameWhereverTheMachineStands() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(stats(log)).isZero();
    } finally {
      Locale.setDefault(before);
    }
    assertThat(site.resolve("data/views.csv")).hasContent(VIEWS);
  }

  @Test
  void whatCannotBeCountedLeavesTheOldFileAlone() throws IOException {
    stats(log);
    Path other = write("other.log", "một dòng lạ\n");

    assertThat(stats(other)).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains(": lỗi [nhat-ky-trong] không đọc được dòng nhật ký nào");
    assertThat(stats(log, site.resolve("khong-co.log"))).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("khong-co.log: lỗi [khong-doc-duoc] ");
    assertThat(site.resolve("data/views.csv")).hasContent(VIEWS);
  }

  @Test
  void withoutLogsOrSiteTheCommandIsWrong() {
    assertThat(stats()).isEqualTo(Portal.USAGE);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "Chưa có tệp nhật ký nào.\nXem hướng dẫn: portal stats --help\n");
    assertThat(run("stats", log.toString(), "--site", site.resolve("khong").toString()))
        .isEqualTo(Portal.USAGE);
  }

  @Test
  void theHelpIsVietnamese() {
    assertThat(run("stats", "--help")).isZero();
    assertThat(out.toString())
        .contains("Cách dùng: portal stats", "Đọc các tệp nhật ký", "/var/log/nginx/access.log*");
  }

  private static String line(String visitor, String time, String path) {
    return "%s - - [%s +0700] \"GET %s HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (X11)\"\n"
        .formatted(visitor, time, path);
  }

  private Path write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private int stats(Object... words) {
    var args = new ArrayList<>(List.of("stats", "--site", site.toString()));
    for (Object word : words) {
      args.add(word.toString());
    }
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return Portal.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private void assertOut(String text) {
    assertThat(out.toString()).isEqualToNormalizingNewlines(text);
  }
}
