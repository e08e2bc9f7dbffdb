package vn.cachlamhay.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However much is read, no more is kept. */
class HugeLogTest {

  private static final int LINES = 600_000;
  private static final long MEGABYTE = 1 << 20;

  /** Lines of which each has another visitor, browser and address: nothing that could be shared. */
  private static final class Endless extends InputStream {

    private final List<Long> used = new ArrayList<>();
    private byte[] line = new byte[0];
    private int at;
    private int number;

    @Override
    public int read() {
      throw new UnsupportedOperationException("one at a time would take all day");
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at == line.length) {
        if (number == LINES) {
          return -1;
        }
        // the first part is for what is loaded once, such as classes
        if (number == LINES / 4 || number == LINES - 1) {
          System.gc();
          used.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        line = next();
        at = 0;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, from, count);
      at += count;
      return count;
    }

    private byte[] next() {
      number++;
      String path = number % 3 == 0 ? "bai-viet/a.html" : "khac/" + number + ".html";
      return ("10.%d.%d.%d - - [%02d/%s/%d:08:00:00 +0700] \"GET /trang/%s HTTP/1.1\" 200 1 \"-\""
              + " \"Mozilla/5.0 (%d)\"\n")
          .formatted(
              number >> 16,
              number >> 8 & 255,
              number & 255,
              number % 28 + 1,
              List.of("Jan", "May", "Dec").get(number % 3),
              2000 + number % 26,
              path,
              number)
          .getBytes(StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aLogOfAnySizeTakesNoMoreMemoryThanASmallOne() {
    var endless = new Endless();
    LogReport report = Logs.read(new LogFile("huge.log", 0, () -> endless));

    assertThat(report.lines()).isEqualTo(LINES);
    assertThat(report.counted()).isEqualTo(LINES / 3);
    assertThat(endless.used).hasSize(2);
    assertThat(endless.used.get(1) - endless.used.get(0)).isLessThan(4 * MEGABYTE);
  }

  @Test
  void aLineOfAnyLengthIsOneLine() {
    byte[] good = Logs.bytes(Logs.view("10.0.0.1", "05/Nov/2026:08:00:00", "bai-viet/a.html"));
    var source =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int from, int length) {
            long rest = 300 * MEGABYTE - at;
            int count = (int) Math.min(length, rest);
            if (rest <= 0) {
              count = (int) Math.min(length, good.length + rest);
              System.arraycopy(good, (int) -rest, into, from, count);
              at += count;
              return count == 0 ? -1 : count;
            }
            java.util.Arrays.fill(into, from, from + count, (byte) 'x');
            at += count;
            if (at == 300 * MEGABYTE) {
              into[from + count - 1] = '\n';
            }
            return count;
          }
        };
    LogReport report = Logs.read(new LogFile("long.log", 0, () -> source));

    assertThat(report.lines()).isEqualTo(2);
    assertThat(report.counted()).isOne();
    assertThat(report.problems()).singleElement().extracting(p -> p.pos().line()).isEqualTo(1);
  }
}
