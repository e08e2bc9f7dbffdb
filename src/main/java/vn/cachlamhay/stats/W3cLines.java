package vn.cachlamhay.stats;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lines in the W3C Extended Log File Format, which is what IIS writes: a line {@code
 * #Fields:} names the columns of those that follow. Remembers it; for one file and one thread.
 */
final class W3cLines {

  static final String FIELDS = "#Fields:";

  private final Map<String, Integer> columns = new HashMap<>();

  /** Takes a line that begins with {@link #FIELDS}; from now on its columns count. */
  void setFields(String line) {
    columns.clear();
    for (String name : line.substring(FIELDS.length()).strip().split("\\s+")) {
      columns.putIfAbsent(name, columns.size());
    }
  }

  /** Whether the columns have been named. */
  boolean areNamed() {
    return !columns.isEmpty();
  }

  /** What a line says; empty where its columns are not those that were named. */
  Optional<LogLine> parse(String line) {
    String[] values = line.split(" ");
    if (values.length != columns.size()) {
      return Optional.empty();
    }
    String status = value(values, "sc-status");
    try {
      // the times of this format are those of Greenwich
      var time = LocalDateTime.parse(value(values, "date") + "T" + value(values, "time"));
      return status.matches("\\d{3}")
          ? Optional.of(
              new LogLine(
                  value(values, "c-ip") + " " + value(values, "cs-username"),
                  time.toEpochSecond(ZoneOffset.UTC),
                  LogLine.hostName(value(values, "cs-host")),
                  value(values, "cs-method"),
                  value(values, "cs-uri-stem"),
                  Integer.parseInt(status),
                  columns.containsKey("cs(User-Agent)")
                      ? Optional.of(value(values, "cs(User-Agent)").replace('+', ' '))
                      : Optional.empty()))
          : Optional.empty();
    } catch (DateTimeException e) {
      // no such time
      return Optional.empty();
    }
  }

  private String value(String[] values, String name) {
    Integer column = columns.get(name);
    return column == null || values[column].equals("-") ? "" : values[column];
  }
}
