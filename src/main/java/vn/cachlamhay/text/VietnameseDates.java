package vn.cachlamhay.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as Vietnamese editors write them and readers read them, always in the time of Việt Nam.
 * Stateless.
 */
public final class VietnameseDates {

  /** The time zone of the portal, whatever the machine says. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String TIME =
      "(?<hour>\\d{1,2})[:hH](?<minute>\\d{2})(?::(?<second>\\d{2}))?";
  private static final String ISO_DAY = "(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})";
  private static final String LOCAL_DAY =
      "(?<day>\\d{1,2})(?<sep>[/.-])(?<month>\\d{1,2})\\k<sep>(?<year>\\d{4})";
  private static final String GAP = "(?:\\s*[-–—,T]\\s*|\\s+)";

  private static final Pattern[] FORMS = {
    Pattern.compile(ISO_DAY + "(?:" + GAP + TIME + ")?"),
    Pattern.compile(LOCAL_DAY + "(?:" + GAP + TIME + ")?"),
    Pattern.compile(TIME + GAP + LOCAL_DAY),
  };

  private static final String[] WEEKDAYS = {
    "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật",
  };
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter PLAIN_DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  private VietnameseDates() {}

  /**
   * Reads {@code 2018-09-12}, {@code 12/9/2018}, {@code 9.5.2018}, each also with a time after it
   * ({@code 08:30}, {@code 8h30}, {@code 08:30:15}, after a space, {@code T}, a comma or a dash),
   * or {@code 19:58 22/04/2024}. The day comes before the month.
   *
   * @return a {@link LocalDateTime} where a time was given, otherwise a {@link LocalDate}; empty
   *     when the text is none of these or names no real day
   */
  public static Optional<Temporal> parse(String text) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text.strip());
      if (matcher.matches()) {
        return toTemporal(matcher);
      }
    }
    return Optional.empty();
  }

  /** {@code Thứ tư, 12/09/2018}. */
  public static String longDay(LocalDate day) {
    return WEEKDAYS[day.getDayOfWeek().getValue() - 1] + ", " + shortDay(day);
  }

  /** {@code Thứ tư, 12/09/2018 – 08:30}. */
  public static String longDay(LocalDateTime moment) {
    return longDay(moment.toLocalDate()) + " – " + CLOCK.format(moment);
  }

  /** {@code 12/09/2018}. */
  public static String shortDay(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 1/7/2025}, as resolutions and newspapers name a day within a sentence. */
  public static String plainDay(LocalDate day) {
    return PLAIN_DAY.format(day);
  }

  /** {@code 09/2018}. */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** ISO 8601 with the offset of Việt Nam: {@code 2018-09-12T08:30:00+07:00}. */
  public static String iso(LocalDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(ZONE));
  }

  private static Optional<Temporal> toTemporal(Matcher matcher) {
    try {
      LocalDate day =
          LocalDate.of(number(matcher, "year"), number(matcher, "month"), number(matcher, "day"));
      if (matcher.group("hour") == null) {
        return Optional.of(day);
      }
      int second = matcher.group("second") == null ? 0 : number(matcher, "second");
      return Optional.of(
          day.atTime(LocalTime.of(number(matcher, "hour"), number(matcher, "minute"), second)));
    } catch (DateTimeException e) {
      // 31/2 or 25:00: no such day or time
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
