package vn.cachlamhay.practice;

import java.math.BigDecimal;

/**
 * Writes numbers as Vietnamese texts do: {@code 11.000}, {@code 88,78}. What it writes, {@link
 * QuantityReader} reads as the same number. Stateless.
 */
public final class QuantityText {

  private static final int GROUP = 3;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private QuantityText() {}

  /**
   * A number in digits: dots between thousands, a comma before decimals, no zeros at their end, but
   * one where three decimals would look like thousands: {@code 1,2340}.
   */
  public static String of(BigDecimal number) {
    BigDecimal plain = number.abs().stripTrailingZeros();
    boolean doubtful =
        plain.scale() == GROUP
            && plain.compareTo(BigDecimal.ONE) >= 0
            && plain.compareTo(THOUSAND) < 0;
    String digits = plain.setScale(Math.max(0, plain.scale() + (doubtful ? 1 : 0))).toPlainString();
    int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    var text = new StringBuilder(number.signum() < 0 ? "–" : "");
    for (int i = 0; i < point; i++) {
      if (i > 0 && (point - i) % GROUP == 0) {
        text.append('.');
      }
      text.append(digits.charAt(i));
    }
    return point < digits.length()
        ? text.append(',').append(digits, point + 1, digits.length()).toString()
        : text.toString();
  }

  /** A number with its unit: {@code 88,78%}, {@code 182 đảng viên}. */
  public static String of(BigDecimal number, String unit) {
    boolean sign = unit.startsWith("%") || unit.startsWith("‰");
    return of(number) + (unit.isEmpty() || sign ? "" : " ") + unit;
  }
}
