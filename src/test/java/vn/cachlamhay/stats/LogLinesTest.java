package vn.cachlamhay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.text.Tsv;

/** What becomes of each line of {@code resources/stats}. */
class LogLinesTest {

  private static final String BEFORE =
      Logs.view("10.0.0.9", "01/Oct/2026:12:00:00", "bai-viet/a.html");

  static List<List<String>> lines() {
    return Tsv.rows("/stats/lines.tsv");
  }

  static List<List<String>> agents() {
    return Tsv.rows("/stats/agents.tsv");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsOneOfFiveThings(List<String> row) {
    // what stands doubled in the table is written once by hosts
    String line = row.get(1).replace("\\\\", "\\");

    assertFate(row.get(0), Logs.read(Logs.log("a.log", BEFORE, line)));
  }

  @ParameterizedTest
  @MethodSource("agents")
  void programsAreNoReaders(List<String> row) {
    String line =
        "203.0.113.7 - - [01/Oct/2026:12:01:02 +0700] \"GET /trang/bai-viet/a.html HTTP/1.1\""
            + " 200 5123 \"-\" \"%s\"";
    String fate = row.get(0).equals("reader") ? "counted" : "bot";

    assertFate(fate, Logs.read(Logs.log("a.log", BEFORE, line.formatted(row.get(1)))));
  }

  @ParameterizedTest
  @CsvSource({
    "counted, 2026-10-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443 - 203.0.113.7 Mozilla/5.0+(Windows+NT+10.0) - 200 0 0 15",
    "other, 2026-10-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443 - 203.0.113.7 Mozilla/5.0+(Windows+NT+10.0) - 404 0 2 15",
    "other, 2026-10-01 05:01:02 10.1.1.1 POST /trang/bai-viet/a.html x=1 443 - 203.0.113.7 Mozilla/5.0 - 200 0 0 15",
    "bot, 2026-10-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443 - 203.0.113.7 Mozilla/5.0+(compatible;+bingbot/2.0) - 200 0 0 15",
    "bot, 2026-10-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443 - 203.0.113.7 - - 200 0 0 15",
    "unreadable, 2026-10-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443",
    "unreadable, 2026-13-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443 - 203.0.113.7 Mozilla/5.0 - 200 0 0 15",
    "unreadable, 2026-10-01 05:01:02 10.1.1.1 GET /trang/bai-viet/a.html - 443 - 203.0.113.7 Mozilla/5.0 - - 0 0 15",
  })
  void linesOfIisAreReadByTheirColumns(String fate, String line) {
    LogReport report =
        Logs.read(
            Logs.log("a.log", BEFORE),
            Logs.log(
                "u_ex261001.log",
                "#Software: Microsoft Internet Information Services 10.0",
                "#Version: 1.0",
                "#Date: 2026-10-01 00:00:03",
                "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username"
                    + " c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status"
                    + " time-taken",
                line));

    assertFate(fate, report);
  }

  private static void assertFate(String fate, LogReport report) {
    assertThat(
            Map.of(
                "counted", report.counted() - 1,
                "repeated", report.repeated(),
                "bot", report.bots(),
                "other", report.other(),
                "unreadable", report.unreadable()))
        .contains(entry(fate, 1L))
        .satisfies(all -> assertThat(all.values().stream().mapToLong(n -> n).sum()).isOne());
    assertThat(report.lines()).isEqualTo(2);
  }
}
