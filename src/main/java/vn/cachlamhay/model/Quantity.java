package vn.cachlamhay.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as a text gives it: exact or with a qualifier, alone or out of a whole. Immutable.
 *
 * @param qualifier what the text says of its exactness
 * @param value the number; of a range the lower one; of "12/19" the first one
 * @param upper the end of a range; empty unless the qualifier is {@link Qualifier#RANGE}
 * @param whole of how many, where the text says so: 19 in "12/19"
 * @param unit as the number's own words have it: {@code %}, {@code tiêu chí}; may be empty
 * @param written as the text has it, for people to read: {@code gần 11.000}
 */
public record Quantity(
    Qualifier qualifier,
    BigDecimal value,
    Optional<BigDecimal> upper,
    Optional<BigDecimal> whole,
    String unit,
    String written) {

  /** What a text says of the exactness of a number. */
  public enum Qualifier {
    EXACT,
    /** "khoảng", "xấp xỉ": to either side. */
    ABOUT,
    /** "gần", "ngót": a little less. */
    NEARLY,
    /** "trên", "hơn": more. */
    OVER,
    /** "ít nhất", "từ … trở lên": that or more. */
    AT_LEAST,
    /** "dưới": less. */
    UNDER,
    /** "tối đa", "không quá": that or less. */
    AT_MOST,
    /** "từ 2 đến 3", "1–2". */
    RANGE
  }

  /** Whether it is this number and no other. */
  public boolean isExact() {
    return qualifier == Qualifier.EXACT;
  }
}
