package vn.cachlamhay.stats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Access logs that tests make up, and what is counted in them. */
final class Logs {

  static final String HOST = "https://example.vn/trang";
  static final List<String> ARTICLES = List.of("bai-viet/a.html", "bai-viet/b/index.html");

  private Logs() {}

  /** A log in memory. */
  static LogFile log(String name, String... lines) {
    return log(name, bytes(lines));
  }

  static LogFile log(String name, byte[] bytes) {
    return new LogFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  static byte[] bytes(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A view, by day and time such as {@code 01/Oct/2026:12:00:00}. */
  static String view(String visitor, String time, String path) {
    return "%s - - [%s +0700] \"GET /trang/%s HTTP/1.1\" 200 5123 \"-\" \"Mozilla/5.0 (Windows NT 10.0)\""
        .formatted(visitor, time, path);
  }

  static LogReport read(LogFile... logs) {
    var addresses = new SiteAddresses(ARTICLES, HOST);
    return new LogReader(addresses, (log, read) -> {}).read(Arrays.asList(logs));
  }
}
