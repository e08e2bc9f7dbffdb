package vn.cachlamhay.stats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads lines in the Common and the Combined Log Format of Apache and nginx (see Apache's
 * mod_log_config). What hosts add is passed over: the site's name before the address or before the
 * request, and fields after the browser. Stateless.
 */
final class NcsaLine {

  /** {@code 10/Oct/2000:13:55:36 -0700}. */
  private static final int TIME = 26;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int BRACKETS = 8;

  private NcsaLine() {}

  /** What a line says; empty where it is of another format. */
  static Optional<LogLine> parse(String line) {
    int open = line.indexOf('[');
    // addresses of IPv6 may stand in brackets before the time
    for (int i = 0; i < BRACKETS && open >= 0; i++) {
      OptionalLong second = second(line, open + 1);
      if (second.isPresent()) {
        return parse(line, open, second.getAsLong());
      }
      open = line.indexOf('[', open + 1);
    }
    return Optional.empty();
  }

  private static Optional<LogLine> parse(String line, int open, long second) {
    String visitor = line.substring(0, open).strip();
    int afterTime = open + TIME + 2;
    int quote = line.indexOf('"', afterTime);
    int end = closingQuote(line, quote);
    if (visitor.isEmpty() || end < 0) {
      return Optional.empty();
    }
    int status = status(line, end + 1);
    if (status < 0) {
      return Optional.empty();
    }
    String between = line.substring(afterTime, quote).strip();
    String request = line.substring(quote + 1, end);
    int blank = request.indexOf(' ');
    int last = request.indexOf(' ', blank + 1);
    return Optional.of(
        new LogLine(
            visitor,
            second,
            between.isEmpty() ? hostBefore(visitor) : LogLine.hostName(between),
            blank < 0 ? "" : request.substring(0, blank),
            blank < 0 ? "" : request.substring(blank + 1, last < 0 ? request.length() : last),
            status,
            agent(line, end + 1)));
  }

  /** {@code example.vn:443 203.0.113.7 - - }: one part more than there has to be. */
  private static String hostBefore(String visitor) {
    int blanks = 0;
    for (int i = 0; i < visitor.length(); i++) {
      blanks += visitor.charAt(i) == ' ' ? 1 : 0;
    }
    return blanks == 3 ? LogLine.hostName(visitor.substring(0, visitor.indexOf(' '))) : "";
  }

  /** The second text in quotation marks from here on; the first is the page that led here. */
  private static Optional<String> agent(String line, int from) {
    int end = closingQuote(line, line.indexOf('"', from));
    int quote = end < 0 ? -1 : line.indexOf('"', end + 1);
    if (quote < 0) {
      return Optional.empty();
    }
    int close = closingQuote(line, quote);
    String agent = line.substring(quote + 1, close < 0 ? line.length() : close).strip();
    return Optional.of(agent.equals("-") ? "" : agent);
  }

  /** Where a text in quotation marks ends; -1 where it does not. Both hosts escape with \. */
  private static int closingQuote(String line, int quote) {
    if (quote < 0) {
      return -1;
    }
    for (int i = quote + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }

  private static int status(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    boolean ends = at + 3 == line.length() || at + 3 < line.length() && line.charAt(at + 3) == ' ';
    return ends ? number(line, at, 3) : -1;
  }

  private static OptionalLong second(String line, int at) {
    if (at + TIME >= line.length()
        || line.charAt(at + TIME) != ']'
        || line.charAt(at + 2) != '/'
        || line.charAt(at + 6) != '/'
        || line.charAt(at + 11) != ':'
        || line.charAt(at + 14) != ':'
        || line.charAt(at + 17) != ':'
        || line.charAt(at + 20) != ' ') {
      return OptionalLong.empty();
    }
    int month = MONTHS.indexOf(line.substring(at + 3, at + 6));
    int day = number(line, at, 2);
    int year = number(line, at + 7, 4);
    int hour = number(line, at + 12, 2);
    int minute = number(line, at + 15, 2);
    int second = number(line, at + 18, 2);
    char sign = line.charAt(at + 21);
    int offsetHour = number(line, at + 22, 2);
    int offsetMinute = number(line, at + 24, 2);
    if (month < 0
        || month % 3 != 0
        || Math.min(Math.min(hour, minute), Math.min(second, year)) < 0
        || Math.min(offsetHour, offsetMinute) < 0
        || hour > 23
        || minute > 59
        || second > 60
        || sign != '+' && sign != '-') {
      return OptionalLong.empty();
    }
    try {
      long days = LocalDate.of(year, month / 3 + 1, day).toEpochDay();
      long offset = (offsetHour * 60L + offsetMinute) * 60L * (sign == '+' ? 1 : -1);
      return OptionalLong.of(days * 86_400 + hour * 3_600L + minute * 60L + second - offset);
    } catch (DateTimeException e) {
      // 31 February
      return OptionalLong.empty();
    }
  }

  /** A number of so many digits; -1 where there is none. */
  private static int number(String line, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      char c = line.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
