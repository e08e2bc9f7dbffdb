package vn.cachlamhay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.Views;

/** What is counted in whole logs, and what is said of those that are wrong. */
class LogReaderTest {

  private static final String A = "bai-viet/a.html";
  private static final String B = "bai-viet/b/index.html";

  @Test
  void recentAreThirtyDaysUpToTheNewestLineOfAllLogs() {
    LogReport report =
        Logs.read(
            Logs.log(
                "a.log",
                Logs.view("10.0.0.1", "30/Nov/2026:23:59:59", "css/portal.css"),
                Logs.view("10.0.0.1", "01/Nov/2026:00:00:00", A),
                Logs.view("10.0.0.2", "31/Oct/2026:23:59:59", A)),
            Logs.log("b.log", Logs.view("10.0.0.3", "01/Jan/2024:08:00:00", A)));

    assertThat(report.views().byUri()).containsOnlyKeys(A).containsValue(new Views.Count(1, 3));
    assertThat(List.of(report.from(), report.to()))
        .containsExactly(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 11, 30));
  }

  @Test
  void theDayIsThatOfVietNam() {
    String late = "10.0.0.1 - - [31/Oct/2026:17:00:00 +0000] \"GET /trang/%s HTTP/1.1\" 200 1";
    LogReport report =
        Logs.read(
            Logs.log(
                "a.log",
                late.formatted(A),
                late.formatted(B).replace(":17:00:00", ":16:59:59"),
                Logs.view("10.0.0.2", "30/Nov/2026:08:00:00", "index.html")));

    assertThat(report.views().byUri().get(A)).isEqualTo(new Views.Count(1, 1));
    assertThat(report.views().byUri().get(B)).isEqualTo(new Views.Count(0, 1));
  }

  @Test
  void theOrderOfTheLogsMakesNoDifference() {
    LogFile first =
        Logs.log(
            "a.log",
            Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", A),
            Logs.view("10.0.0.1", "06/Nov/2026:08:00:00", B));
    LogFile second =
        Logs.log(
            "b.log",
            Logs.view("10.0.0.1", "05/Dec/2026:08:00:00", A),
            Logs.view("10.0.0.1", "09/Sep/2026:08:00:00", B));

    assertThat(Logs.read(first, second)).isEqualTo(Logs.read(second, first));
    assertThat(Logs.read(first, second).views().byUri().get(A)).isEqualTo(new Views.Count(1, 2));
  }

  @Test
  void compressedLogsAreReadToTheLastOfTheirParts() throws IOException {
    var parts = new ByteArrayOutputStream();
    parts.write(Logs.gzip(Logs.bytes(Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", A))));
    parts.write(Logs.gzip(Logs.bytes(Logs.view("10.0.0.2", "05/Nov/2026:08:00:00", A))));

    assertThat(Logs.read(Logs.log("access.log.2", parts.toByteArray())).counted()).isEqualTo(2);
  }

  @Test
  void theLastLineNeedsNoEndAndLinesMayEndAsOnWindows() {
    String line = Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", A);
    byte[] bytes = (line + "\r\n\r\n" + line.replace("0.0.1", "0.0.2")).getBytes();

    assertThat(Logs.read(Logs.log("a.log", bytes)).counted()).isEqualTo(2);
  }

  @Test
  void theFirstLinesThatCannotBeReadAreToldAndTheRestCounted() {
    String good = Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", A);
    LogReport report =
        Logs.read(Logs.log("a.log", "một", good, "", "hai \u001b[2J", "ba", "bốn", "năm"));

    assertThat(report.unreadable()).isEqualTo(5);
    assertThat(report.problems())
        .extracting(problem -> problem.pos().toString())
        .containsExactly("a.log:1", "a.log:4", "a.log:5");
    assertThat(report.problems()).noneMatch(Problem::isError);
    assertThat(report.problems().get(1).args()).containsExactly("hai ·[2J");
    assertThat(Messages.in("vi").format(report.problems().get(2)))
        .isEqualTo(
            """
            a.log:5: lưu ý [nhat-ky-dong-la] dòng này không theo dạng nhật ký nào đọc được: ba
                gợi ý: dòng này bị bỏ qua. Các dạng đọc được: Common và Combined (Apache, nginx), \
            W3C có dòng #Fields (IIS); cả tệp nén gzip""");
  }

  @Test
  void logsOfWhichNothingIsUnderstoodAreAnError() {
    assertProblems(
        List.of("a.log:1 nhat-ky-dong-la", "a.log, b.log nhat-ky-trong"),
        Logs.log("a.log", "một"),
        Logs.log("b.log", new byte[0]));
  }

  @Test
  void logsOfAnotherSiteAreAnError() {
    assertProblems(
        List.of("a.log nhat-ky-khong-co-bai"),
        Logs.log("a.log", Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", "khac.html")));
  }

  @Test
  void aLogAndItsCompressedCopyAreNotCountedBoth() {
    byte[] bytes = Logs.bytes(Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", A));

    assertProblems(
        List.of("access.log.1.gz nhat-ky-trung"),
        Logs.log("access.log.1", bytes),
        Logs.log("access.log.1.gz", Logs.gzip(bytes)));
  }

  @Test
  void anEarlierCopyOfALogThatGrewIsNoticed() {
    String[] lines = new String[100];
    Arrays.setAll(
        lines, i -> Logs.view("10.0.0." + i, "05/Nov/2026:08:%02d:00".formatted(i % 60), A));

    assertProblems(
        List.of("moi.log nhat-ky-trung"),
        Logs.log("cu.log", Arrays.copyOf(lines, 60)),
        Logs.log("moi.log", lines));
  }

  @Test
  void severalEmptyLogsAreFine() {
    LogFile good = Logs.log("a.log", Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", A));

    assertThat(Logs.read(Logs.log("x", new byte[0]), good, Logs.log("y", new byte[0])).counted())
        .isOne();
  }

  @Test
  void aCompressedLogThatIsCutIsAnError() {
    String[] lines = new String[2000];
    Arrays.setAll(lines, i -> Logs.view("10.0.0." + i * 7919 % 251, "05/Nov/2026:08:00:00", A));
    byte[] whole = Logs.gzip(Logs.bytes(lines));

    assertThatThrownBy(() -> Logs.read(Logs.log("a.gz", Arrays.copyOf(whole, whole.length / 2))))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NHAT_KY_HONG));
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("access.log");

    assertProblems(List.of(missing + " khong-doc-duoc"), LogFile.of(missing));
  }

  private static void assertProblems(List<String> wanted, LogFile... logs) {
    assertThatThrownBy(() -> Logs.read(logs))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.pos() + " " + problem.code().code())
                    .isEqualTo(wanted));
  }
}
