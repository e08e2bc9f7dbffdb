package vn.cachlamhay.stats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of which none can fill the memory: of a longer one the beginning. Bytes become the
 * characters of the same numbers, so that none is lost. For one thread.
 */
final class LineReader {

  /** Hosts take requests of 8 KB, and as much for each field of their head. */
  static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private final byte[] line = new byte[LONGEST];
  private int at;
  private int end;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end; empty after the last. */
  Optional<String> next() throws IOException {
    int length = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int feed = at;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      int taken = Math.min(feed - at, LONGEST - length);
      System.arraycopy(buffer, at, line, length, taken);
      length += taken;
      at = feed;
      if (feed < end) {
        at++;
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    number++;
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return Optional.of(new String(line, 0, length, StandardCharsets.ISO_8859_1));
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
