package vn.cachlamhay.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/** Days as portals, papers and offices write them, with the time beside them. Stateless. */
final class DateForms {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Map<String, Integer> MONTHS = months();

  private static final String MONTH_NAME =
      "giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp";
  private static final String ENGLISH =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

  private static final List<Pattern> DAYS =
      List.of(
          form("(?<year>(?:19|20)\\d{2})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})"),
          form(
              "(?<day>\\d{1,2})\\s?(?<sep>[/.-])\\s?(?<month>\\d{1,2})\\s?\\k<sep>\\s?"
                  + "(?<year>\\d{4}|\\d{2})"),
          form(
              "(?<day>\\d{1,2})\\s{1,3}tháng\\s{1,3}(?<month>\\d{1,2}|"
                  + MONTH_NAME
                  + "),?\\s{0,3}(?:năm\\s{1,3})?(?<year>\\d{4})"),
          form(
              "tháng\\s(?<month>\\d{1,2}|"
                  + MONTH_NAME
                  + ")\\s(?<day>\\d{1,2}),\\s(?<year>\\d{4})"),
          form(
              "(?<month>"
                  + ENGLISH
                  + ")\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})"),
          form("(?<day>\\d{1,2})[\\s-](?<month>" + ENGLISH + ")\\.?,?[\\s-](?<year>\\d{4})"));

  private static final int IN_TEXT = 3;

  private static final String TIME =
      "(?<hour>\\d{1,2})\\s?(?:[:hg]|giờ)\\s?(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?(?!\\d)"
          + "(?:\\s?phút)?(?:\\s?(?<half>am|pm|sa|ch)(?!\\p{L}))?";
  private static final Pattern AFTER =
      Pattern.compile("^(?:[\\s,|–—-]{0,5}(?:lúc|vào lúc)?\\s?|T)" + TIME, FLAGS);
  private static final Pattern BEFORE =
      Pattern.compile(
          TIME
              + "[\\s,|–—-]{0,5}(?:(?:thứ\\s?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)[\\s,|–—-]{0,5})?"
              + "(?:ngày\\s)?$",
          FLAGS);
  private static final int WINDOW = 48;

  /**
   * A day in a text.
   *
   * @param start of it and of the time beside it
   * @param end of both
   * @param full whether its year has four digits
   */
  record Day(LocalDate day, Optional<LocalTime> time, int start, int end, boolean full) {

    /** As it stands in front matter. */
    String written() {
      return time.map(t -> day + " " + t).orElseGet(day::toString);
    }
  }

  private DateForms() {}

  /** The days of a text in their order, none within another. */
  static List<Day> in(String text) {
    var found = new ArrayList<Day>();
    // the other forms stand in lines of their own
    List<Pattern> forms = text.length() > Row.SHORT ? DAYS.subList(0, IN_TEXT) : DAYS;
    for (Pattern form : forms) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        read(matcher, text).filter(day -> isFree(day, found)).ifPresent(found::add);
      }
    }
    found.sort((one, two) -> Integer.compare(one.start(), two.start()));
    return found;
  }

  private static boolean isFree(Day day, List<Day> found) {
    return found.stream().noneMatch(d -> day.start() < d.end() && d.start() < day.end());
  }

  private static Optional<Day> read(Matcher matcher, String text) {
    try {
      int year = Integer.parseInt(matcher.group("year"));
      boolean full = year > 99;
      LocalDate day =
          LocalDate.of(
              full ? year : 2000 + year,
              month(matcher.group("month")),
              Integer.parseInt(matcher.group("day")));
      if (day.getYear() < 1900) {
        return Optional.empty();
      }
      return Optional.of(withTime(day, full, matcher.start(), matcher.end(), text));
    } catch (DateTimeException e) {
      // 31/2: no such day
      return Optional.empty();
    }
  }

  private static Day withTime(LocalDate day, boolean full, int start, int end, String text) {
    Matcher after = AFTER.matcher(text.substring(end, Math.min(text.length(), end + WINDOW)));
    if (after.find()) {
      Optional<LocalTime> time = time(after);
      if (time.isPresent()) {
        return new Day(day, time, start, end + after.end(), full);
      }
    }
    int from = Math.max(0, start - WINDOW);
    Matcher before = BEFORE.matcher(text.substring(from, start));
    if (before.find()) {
      Optional<LocalTime> time = time(before);
      if (time.isPresent()) {
        return new Day(day, time, from + before.start(), end, full);
      }
    }
    return new Day(day, Optional.empty(), start, end, full);
  }

  private static Optional<LocalTime> time(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group("hour"));
    String half =
        Optional.ofNullable(matcher.group("half")).orElse("").toLowerCase(VietnameseText.LOCALE);
    if ((half.equals("pm") || half.equals("ch")) && hour < 12) {
      hour += 12;
    } else if ((half.equals("am") || half.equals("sa")) && hour == 12) {
      hour = 0;
    }
    int minute = Integer.parseInt(matcher.group("minute"));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  private static int month(String written) {
    String month = written.toLowerCase(VietnameseText.LOCALE);
    return Character.isDigit(month.charAt(0))
        ? Integer.parseInt(month)
        : MONTHS.getOrDefault(
            month, MONTHS.getOrDefault(month.substring(0, Math.min(3, month.length())), 0));
  }

  private static Pattern form(String day) {
    return Pattern.compile("(?<![\\p{L}\\d/.-])" + day + "(?![\\d/]|[.-]\\d)", FLAGS);
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    String[] names = {
      "một giêng jan",
      "hai feb",
      "ba mar",
      "tư bốn apr",
      "năm may",
      "sáu jun",
      "bảy jul",
      "tám aug",
      "chín sep",
      "mười oct",
      "nov",
      "chạp dec",
    };
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ")) {
        months.put(name, i + 1);
      }
    }
    months.put("mười một", 11);
    months.put("mười hai", 12);
    return Map.copyOf(months);
  }
}
