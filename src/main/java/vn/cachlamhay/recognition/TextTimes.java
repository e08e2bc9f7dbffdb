package vn.cachlamhay.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The latest time that the sentences of a text speak of as past. Plans do not count: "đến năm
 * 2030", "nhiệm kỳ 2020 – 2025". Immutable.
 *
 * @param last the last day of the latest month or year named; empty where none is
 * @param month the latest month named, where no year after it is
 * @param quote the words that name it
 */
record TextTimes(Optional<LocalDate> last, Optional<YearMonth> month, String quote) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern MONTH =
      Pattern.compile(
          "tháng\\s(?<month>\\d{1,2})\\s?(?:[/-]|năm)\\s?(?<year>(?:19|20)\\d{2})(?!\\d)", FLAGS);
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\p{L})năm\\s(?<year>(?:19|20)\\d{2})(?!\\d|\\s?[-–/]\\s?\\d)", FLAGS);
  private static final String PLANNED =
      "phấn đấu|dự kiến|mục tiêu|giai đoạn|nhiệm kỳ|định hướng|tầm nhìn|kế hoạch";
  private static final Pattern PLAN = Pattern.compile(PLANNED, FLAGS);
  private static final Pattern PLAN_OF_YEAR =
      Pattern.compile(PLANNED + "|(?:đến(?: hết| cuối)?|trước)\\s?$", FLAGS);
  private static final int BEFORE = 60;
  private static final int LONGEST = 20_000;

  /** What counts of a text, as it is read. */
  private static final class Latest {
    private final LocalDate today;
    private LocalDate last = LocalDate.MIN;
    private Optional<YearMonth> month = Optional.empty();
    private String quote = "";

    private Latest(LocalDate today) {
      this.today = today;
    }

    private void see(LocalDate end, Optional<YearMonth> named, String words) {
      boolean later = end.isAfter(last);
      boolean finer = end.equals(last) && named.isPresent();
      // a year is as long as its months: a month of it says more than the year itself
      boolean within = named.isPresent() && month.isEmpty() && end.getYear() == last.getYear();
      if (within || (later || finer) && !(named.isEmpty() && sameYear(end))) {
        month = named;
        quote = words;
      }
      if (later) {
        last = end;
      }
    }

    private boolean sameYear(LocalDate end) {
      return month.filter(m -> m.getYear() == end.getYear()).isPresent();
    }
  }

  /** Of the lines of a text; what lies after today is a plan. */
  static TextTimes of(List<String> lines, LocalDate today) {
    var latest = new Latest(today);
    for (String line : lines) {
      see(line.length() > LONGEST ? line.substring(0, LONGEST) : line, latest);
    }
    boolean any = !latest.last.equals(LocalDate.MIN);
    return new TextTimes(
        any ? Optional.of(latest.last) : Optional.empty(), latest.month, latest.quote);
  }

  private static void see(String line, Latest latest) {
    for (DateForms.Day day : DateForms.in(line)) {
      if (day.full() && !day.day().isAfter(latest.today) && !isPlan(line, day.start(), PLAN)) {
        String words = line.substring(day.start(), day.end());
        latest.see(day.day(), Optional.of(YearMonth.from(day.day())), words);
      }
    }
    Matcher months = MONTH.matcher(line);
    while (months.find()) {
      month(months)
          .filter(month -> !month.atDay(1).isAfter(latest.today))
          .filter(month -> !isPlan(line, months.start(), PLAN))
          .ifPresent(month -> latest.see(month.atEndOfMonth(), Optional.of(month), months.group()));
    }
    Matcher years = YEAR.matcher(line);
    while (years.find()) {
      int year = Integer.parseInt(years.group("year"));
      if (year <= latest.today.getYear() && !isPlan(line, years.start(), PLAN_OF_YEAR)) {
        latest.see(LocalDate.of(year, 12, 31), Optional.empty(), years.group());
      }
    }
  }

  private static Optional<YearMonth> month(Matcher matcher) {
    try {
      return Optional.of(
          YearMonth.of(
              Integer.parseInt(matcher.group("year")), Integer.parseInt(matcher.group("month"))));
    } catch (DateTimeException e) {
      // there is no 13th month
      return Optional.empty();
    }
  }

  private static boolean isPlan(String line, int at, Pattern plan) {
    String before = line.substring(Math.max(0, at - BEFORE), at);
    int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "));
    return plan.matcher(before.substring(sentence + 1)).find();
  }
}
