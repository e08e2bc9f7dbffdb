package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.cachlamhay.practice.Column.Role;

/**
 * The columns of a table of results. What stands in them decides between the two senses of "Đơn vị"
 * (a unit of measure, a place or organisation) and of "Chỉ tiêu" (an indicator, a target).
 * Immutable.
 *
 * @param all from left to right
 */
record Columns(List<Column> all) {

  private static final Pattern PLACE =
      Pattern.compile(
          "^(?:toàn |cả )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|khu phố|tổ dân"
              + " phố|đảng bộ|đảng ủy|chi bộ|chi, đảng bộ|trung tâm|trường|trạm|ban|hội|đoàn|công ty|cơ"
              + " quan)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * Reads the headings of a table.
   *
   * @param rows the cells below them
   */
  static Columns of(List<String> headings, List<List<String>> rows) {
    var all = new ArrayList<Column>();
    for (int i = 0; i < headings.size(); i++) {
      Column column = Column.of(headings.get(i));
      boolean organisations =
          column.role() == Role.UNIT && most(rows, i, cell -> PLACE.matcher(cell).find());
      boolean numbers = column.role() == Role.INDICATOR && most(rows, i, Columns::isNumber);
      all.add(organisations ? column.as(Role.PLACE) : numbers ? column.as(Role.TARGET) : column);
    }
    return new Columns(List.copyOf(all));
  }

  /** Whether it says what was counted, or where, and how many there were. */
  boolean areResults() {
    boolean counted = has(Role.INDICATOR) || has(Role.PLACE);
    long years = all.stream().filter(column -> column.year().isPresent()).count();
    boolean values =
        all.stream().anyMatch(c -> c.role() == Role.VALUE && c.year().isEmpty()) || years > 1;
    return counted && (values || has(Role.SHARE));
  }

  private static boolean most(List<List<String>> rows, int column, Predicate<String> wanted) {
    List<String> cells =
        rows.stream()
            .filter(row -> row.size() > column)
            .map(row -> row.get(column))
            .filter(cell -> !Cells.isEmpty(cell))
            .toList();
    return !cells.isEmpty() && cells.stream().filter(wanted).count() * 2 > cells.size();
  }

  /** In digits: "Một cửa" is an indicator. */
  private static boolean isNumber(String cell) {
    return cell.chars().anyMatch(Character::isDigit) && QuantityReader.read(cell).isPresent();
  }

  /** The numbers of the columns of a role. */
  List<Integer> at(Role role) {
    return IntStream.range(0, all.size()).filter(i -> all.get(i).role() == role).boxed().toList();
  }

  /** The year that a column is of. */
  Optional<Integer> yearOf(int at) {
    return at < 0 ? Optional.empty() : all.get(at).year();
  }

  /** The unit that a column names; may be empty. */
  String unitOf(int at) {
    return at < 0 ? "" : all.get(at).unit();
  }

  boolean has(Role role) {
    return all.stream().anyMatch(column -> column.role() == role);
  }
}
