package vn.cachlamhay.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/**
 * A column of a table of results, known by its heading.
 *
 * @param role what stands in it
 * @param unit in brackets behind the heading, {@code Đạt (đảng viên)}; may be empty
 * @param year where the heading is one: the column of that year
 */
record Column(Role role, String unit, Optional<Integer> year) {

  /** What stands in a column. */
  enum Role {
    INDICATOR,
    UNIT,
    PLACE,
    TARGET,
    VALUE,
    SHARE,
    YEAR,
    PERIOD,
    NOTE,
    UNKNOWN
  }

  private static final Pattern BRACKETS = Pattern.compile("^(.*?)\\s*\\(([^()]+)\\)$");
  private static final Pattern OF_A_YEAR = Pattern.compile("^(?:năm )?((?:19|20)\\d\\d)$");

  private record Heading(Role role, List<String> words) {}

  private static final List<Heading> HEADINGS =
      List.of(
          new Heading(
              Role.INDICATOR,
              List.of(
                  "chỉ tiêu",
                  "chỉ số",
                  "nội dung",
                  "tiêu chí",
                  "hạng mục",
                  "tên chỉ tiêu",
                  "nội dung chỉ tiêu",
                  "chỉ tiêu theo dõi",
                  "kết quả về")),
          new Heading(Role.UNIT, List.of("đơn vị", "đơn vị tính", "đvt", "đv tính")),
          new Heading(
              Role.PLACE,
              List.of(
                  "nơi",
                  "nơi thực hiện",
                  "địa phương",
                  "địa bàn",
                  "xã",
                  "huyện",
                  "tỉnh",
                  "thôn",
                  "xã, phường",
                  "xã, thị trấn",
                  "chi bộ",
                  "đảng bộ",
                  "chi, đảng bộ",
                  "đơn vị cơ sở",
                  "tổ chức",
                  "tên đơn vị")),
          new Heading(
              Role.TARGET,
              List.of(
                  "giao",
                  "được giao",
                  "chỉ tiêu giao",
                  "chỉ tiêu được giao",
                  "chỉ tiêu năm",
                  "kế hoạch",
                  "mục tiêu",
                  "phấn đấu",
                  "đăng ký")),
          new Heading(
              Role.VALUE,
              List.of(
                  "đạt",
                  "đạt được",
                  "thực hiện",
                  "kết quả",
                  "kết quả đạt được",
                  "con số",
                  "số lượng",
                  "số liệu",
                  "đã đạt",
                  "thực hiện được")),
          new Heading(
              Role.SHARE,
              List.of(
                  "tỷ lệ",
                  "tỉ lệ",
                  "%",
                  "tỷ lệ %",
                  "tỉ lệ %",
                  "tỷ lệ đạt",
                  "so với chỉ tiêu",
                  "so với kế hoạch",
                  "so với giao",
                  "đạt tỷ lệ",
                  "đạt %")),
          new Heading(Role.YEAR, List.of("năm", "năm thực hiện", "năm báo cáo")),
          new Heading(
              Role.PERIOD,
              List.of(
                  "kỳ",
                  "kì",
                  "thời gian",
                  "giai đoạn",
                  "thời điểm",
                  "thời kỳ",
                  "kỳ báo cáo",
                  "tính đến",
                  "tháng",
                  "quý",
                  "nhiệm kỳ")),
          new Heading(Role.NOTE, List.of("ghi chú", "chú thích", "nhận xét")));

  private static final Map<String, Role> BY_NAME = byName();

  /** The column of a heading. */
  static Column of(String heading) {
    String key = VietnameseText.tidy(heading).toLowerCase(VietnameseText.LOCALE);
    Matcher year = OF_A_YEAR.matcher(key);
    if (year.matches()) {
      return new Column(Role.VALUE, "", Optional.of(Integer.valueOf(year.group(1))));
    }
    Optional<Role> whole = role(key);
    Matcher brackets = BRACKETS.matcher(VietnameseText.tidy(heading));
    if (whole.isEmpty() && brackets.matches()) {
      String inside = brackets.group(2).strip();
      Role role = role(brackets.group(1).toLowerCase(VietnameseText.LOCALE)).orElse(Role.UNKNOWN);
      boolean percent = inside.equals("%") && role == Role.VALUE;
      return new Column(percent ? Role.SHARE : role, inside, Optional.empty());
    }
    return new Column(whole.orElse(Role.UNKNOWN), "", Optional.empty());
  }

  private static Optional<Role> role(String key) {
    return Optional.ofNullable(BY_NAME.get(VietnameseText.nameKey(key)));
  }

  private static Map<String, Role> byName() {
    var roles = new HashMap<String, Role>();
    for (Heading heading : HEADINGS) {
      heading
          .words()
          .forEach(words -> roles.putIfAbsent(VietnameseText.nameKey(words), heading.role()));
    }
    return Map.copyOf(roles);
  }

  /** The same column with another role. */
  Column as(Role other) {
    return new Column(other, unit, year);
  }
}
