package vn.cachlamhay.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody sends to a host stands in its log: no line may stop the counting. */
class LogFuzzTest {

  private static final String SEED = "20180912";
  private static final String GOOD =
      Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", "bai-viet/a.html");
  private static final String IIS =
      "2026-11-05 01:00:00 10.0.0.1 GET /trang/bai-viet/a.html 200 Mozilla/5.0";
  private static final String[] PIECES = {
    "[",
    "]",
    "\"",
    "\\",
    "\\\"",
    "\\x",
    "\\xE1",
    "%",
    "%zz",
    "%C3",
    " ",
    "  ",
    "\t",
    "/",
    "//",
    "?",
    "#",
    "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)",
    "#Fields:",
    "+0700",
    "-9999",
    "99",
    "05/Nov/2026:08:00:00 +0700",
    "GET ",
    " HTTP/1.1",
    "http://",
    "https:",
    "\0",
    "\r",
    "\u00ff",
    "bot",
    "-",
    "é",
    "\ud83d\ude00",
    "9".repeat(30)
  };

  /** Lines that are right but for a few places. */
  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(4));
    Arbitrary<String> damaged = Arbitraries.of(GOOD, IIS);
    for (int i = 0; i < 3; i++) {
      damaged =
          Combinators.combine(
                  damaged,
                  Arbitraries.integers().between(0, 200),
                  Arbitraries.integers().between(0, 12),
                  piece)
              .as(LogFuzzTest::damage);
    }
    return Arbitraries.oneOf(damaged, Arbitraries.strings().ofMaxLength(200), piece);
  }

  private static String damage(String line, int at, int gone, String piece) {
    int from = Math.min(at, line.length());
    return line.substring(0, from) + piece + line.substring(Math.min(from + gone, line.length()));
  }

  @Property(seed = SEED, tries = 3000)
  void noLineStopsTheCounting(@ForAll("lines") String one, @ForAll("lines") String two) {
    byte[] bytes =
        Logs.bytes(
            "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)",
            one,
            two,
            GOOD);
    // a line feed within a line makes two of it
    long lines = new String(bytes, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
    LogReport report = Logs.read(Logs.log("a.log", bytes));

    assertThat(report.counted()).isBetween(1L, lines - 1);
    assertThat(
            report.counted()
                + report.repeated()
                + report.bots()
                + report.other()
                + report.unreadable())
        .isEqualTo(report.lines())
        .isLessThan(lines);
  }

  @Property(seed = SEED, tries = 1000)
  void noBytesStopTheCounting(@ForAll byte[] noise) {
    byte[] good = Logs.bytes("", GOOD);
    byte[] bytes = new byte[noise.length + 1 + good.length];
    // not a compressed file
    bytes[0] = ' ';
    System.arraycopy(noise, 0, bytes, 1, noise.length);
    System.arraycopy(good, 0, bytes, noise.length + 1, good.length);

    assertThat(Logs.read(Logs.log("a.log", bytes)).counted()).isOne();
  }
}
