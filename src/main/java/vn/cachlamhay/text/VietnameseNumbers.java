package vn.cachlamhay.text;

import java.math.BigDecimal;

/**
 * Numbers in digits as Vietnamese texts have them: {@code 11.000}, {@code 88,78}, {@code –3,5}.
 * Stateless and thread-safe.
 */
public final class VietnameseNumbers {

  /** Between the digits of each thousand. */
  private static final String GROUPS = "(?<=\\d)(?=(?:\\d{3})+$)";

  private VietnameseNumbers() {}

  /** A number with as many decimals as it has: 88.780 is {@code 88,780}. */
  public static String text(BigDecimal number) {
    String[] parts = number.abs().toPlainString().split("\\.");
    String whole = (number.signum() < 0 ? "–" : "") + parts[0].replaceAll(GROUPS, ".");
    return parts.length == 1 ? whole : whole + "," + parts[1];
  }
}
