package vn.cachlamhay.model;

import java.util.Optional;

/**
 * A result that an article states in a table. Immutable.
 *
 * @param indicator what was counted, as the row has it: {@code Đảng viên mới}
 * @param unit {@code đảng viên}, {@code %}; may be empty
 * @param place whom the row names, such as {@code Xã Trấn Yên}; empty where the article's own place
 *     is meant
 * @param target what was to be reached
 * @param value what was reached
 * @param share of the target or of the whole, in per cent
 * @param year the year that it stands for, where it is known
 * @param period as written, such as {@code 8 tháng đầu năm 2018}; may be empty
 * @param note what else the row says of it; may be empty
 * @param anchor of the row on the article's page
 */
public record Figure(
    String indicator,
    String unit,
    String place,
    Optional<Quantity> target,
    Optional<Quantity> value,
    Optional<Quantity> share,
    Optional<Integer> year,
    String period,
    String note,
    String anchor) {

  /** The same, of a row with an anchor. */
  public Figure at(String newAnchor) {
    return new Figure(indicator, unit, place, target, value, share, year, period, note, newAnchor);
  }
}
