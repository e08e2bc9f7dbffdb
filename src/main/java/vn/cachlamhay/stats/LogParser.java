package vn.cachlamhay.stats;

import java.util.Optional;

/** Understands the lines of one access log, in whichever format they are. For one thread. */
final class LogParser {

  private final W3cLines columns = new W3cLines();

  /** Whether a line tells nothing of a request: blank, or a remark of IIS. It is remembered. */
  boolean isRemark(String line) {
    if (line.startsWith(W3cLines.FIELDS)) {
      columns.setFields(line);
    }
    return line.isBlank() || line.startsWith("#");
  }

  /** What a line says; empty where it is of no format that is known. */
  Optional<LogLine> parse(String line) {
    Optional<LogLine> ncsa = NcsaLine.parse(line);
    return ncsa.isEmpty() && columns.areNamed() ? columns.parse(line) : ncsa;
  }
}
