package vn.cachlamhay.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * How long numbers are drawn: in proportion, from 0. Immutable.
 *
 * @param most the number that is drawn at full length; more than 0
 * @param length of that number, in units of the drawing
 */
public record Scale(BigDecimal most, int length) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Scale {
    if (most.signum() <= 0 || length <= 0) {
      throw new IllegalArgumentException("nothing to measure by: " + most + ", " + length);
    }
  }

  /**
   * The scale on which the largest of some numbers has full length; shares are measured by the
   * whole.
   *
   * @param unit of the numbers: {@code %}
   */
  public static Scale of(Collection<BigDecimal> numbers, String unit, int length) {
    BigDecimal largest = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    boolean share = unit.strip().equals("%") && largest.compareTo(HUNDRED) <= 0;
    BigDecimal most = share ? HUNDRED : largest;
    return new Scale(most.signum() > 0 ? most : BigDecimal.ONE, length);
  }

  /** The length of a number, to a whole unit; 0 of what is less than 0. */
  public BigDecimal of(BigDecimal number) {
    return number
        .max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(length))
        .divide(most, 0, RoundingMode.HALF_UP);
  }
}
