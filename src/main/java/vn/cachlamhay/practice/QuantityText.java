package vn.cachlamhay.practice;

import java.math.BigDecimal;
import vn.cachlamhay.text.VietnameseNumbers;

/**
 * Writes numbers as Vietnamese texts do: {@code 11.000}, {@code 88,78}. What it writes, {@link
 * QuantityReader} reads as the same number. Stateless.
 */
public final class QuantityText {

  /** So many decimals look like the digits of a thousand. */
  private static final int DOUBTFUL = 3;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private QuantityText() {}

  /**
   * A number in digits: dots between thousands, a comma before decimals, no zeros at their end, but
   * one where three decimals would look like thousands: {@code 1,2340}.
   */
  public static String of(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    boolean doubtful =
        plain.scale() == DOUBTFUL
            && plain.abs().compareTo(BigDecimal.ONE) >= 0
            && plain.abs().compareTo(THOUSAND) < 0;
    return VietnameseNumbers.text(plain.setScale(Math.max(0, plain.scale() + (doubtful ? 1 : 0))));
  }

  /** A number with its unit: {@code 88,78%}, {@code 182 đảng viên}. */
  public static String of(BigDecimal number, String unit) {
    boolean sign = unit.startsWith("%") || unit.startsWith("‰");
    return of(number) + (unit.isEmpty() || sign ? "" : " ") + unit;
  }
}
