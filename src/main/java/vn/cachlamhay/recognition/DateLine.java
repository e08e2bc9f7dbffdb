package vn.cachlamhay.recognition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that tells a day and perhaps little else: "Thứ bảy, 19/06/2021", "(Ngày đăng: 5/3/2019)".
 * Immutable.
 *
 * @param day the first that it names
 * @param label what the day is said to be
 * @param weekday whether it names the day of the week
 * @param rest its words before and behind the day; empty where there are none
 */
record DateLine(DateForms.Day day, Label label, boolean weekday, String rest) {

  /** What a day is said to be. */
  enum Label {
    /** The day on which the page is read. */
    TODAY,
    POSTED,
    UPDATED,
    NONE
  }

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern TODAY =
      Pattern.compile("^\\W{0,3}(?:hôm nay|bây giờ là|today)(?!\\p{L})", FLAGS);
  private static final Pattern UPDATED =
      Pattern.compile(
          "(?:lần cập nhật|ngày cập nhật|cập nhật(?: lần)? cuối|cập nhật|updated|sửa lần cuối)"
              + "(?: lúc| ngày| on)?(?!\\p{L})",
          FLAGS);
  private static final Pattern POSTED =
      Pattern.compile(
          "(?:ngày đăng(?: tin| bài)?|đăng ngày|đăng lúc|đăng tải(?: ngày| lúc)?|đã đăng|ngày xuất bản|xuất bản"
              + "|ngày ban hành|ngày phát hành|ngày tạo|ngày viết|ngày gửi|gửi lúc|đăng vào|thời gian(?: đăng)?"
              + "|posted(?: on)?|published(?: on)?|date|đăng bởi)(?!\\p{L})",
          FLAGS);
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<!\\p{L})(?:thứ\\s?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn|t[2-7]"
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\\p{L})",
          FLAGS);
  private static final Pattern NOISE =
      Pattern.compile(
          "\\(?\\s?(?:gmt|utc)\\s?[+-]?\\s?\\d{0,2}(?::\\d{2})?\\s?\\)?|(?<!\\p{L})(?:ngày|lúc|vào lúc|vào|hồi|at|on)(?!\\p{L})",
          FLAGS);

  /** The line of a text; empty where it names no day. */
  static Optional<DateLine> read(String text) {
    List<DateForms.Day> days = DateForms.in(text);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    DateForms.Day day = posted(days, text);
    var rest = new StringBuilder(text);
    for (int i = days.size() - 1; i >= 0; i--) {
      rest.replace(days.get(i).start(), days.get(i).end(), "\u0001");
    }
    Label label = label(text, day);
    String plain = rest.toString();
    boolean weekday = WEEKDAY.matcher(plain).find();
    for (Pattern pattern : List.of(TODAY, UPDATED, POSTED, WEEKDAY, NOISE)) {
      plain = pattern.matcher(plain).replaceAll("\u0001");
    }
    return Optional.of(new DateLine(day, label, weekday, trimmed(plain)));
  }

  /** Whether nothing but the day is said. */
  boolean isAlone() {
    return rest.isEmpty();
  }

  /** Where a line tells when it was posted and when changed, the first counts. */
  private static DateForms.Day posted(List<DateForms.Day> days, String text) {
    for (DateForms.Day day : days) {
      if (label(text, day) == Label.POSTED) {
        return day;
      }
    }
    return days.get(0);
  }

  private static Label label(String text, DateForms.Day day) {
    String before = text.substring(Math.max(0, day.start() - 40), day.start());
    if (TODAY.matcher(text).find()) {
      return Label.TODAY;
    }
    int posted = last(POSTED.matcher(before));
    int updated = last(UPDATED.matcher(before));
    if (posted < 0 && updated < 0) {
      return Label.NONE;
    }
    return posted >= updated ? Label.POSTED : Label.UPDATED;
  }

  private static int last(Matcher matcher) {
    int last = -1;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }

  private static String trimmed(String text) {
    String plain = text.replace('\u0001', ' ').replaceAll("\\s{2,}", " ");
    int start = 0;
    int end = plain.length();
    while (start < end && !Character.isLetterOrDigit(plain.charAt(start))) {
      start++;
    }
    while (end > start && " ,|:-–—.([/•*".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    String rest = plain.substring(start, end);
    return rest.endsWith(")") && !rest.contains("(")
        ? rest.substring(0, rest.length() - 1).stripTrailing()
        : rest;
  }
}
