package vn.cachlamhay.reference;

import vn.cachlamhay.model.Period;
import vn.cachlamhay.text.VietnameseDates;

/** Days as problems show them, in words that need no translation. Stateless. */
final class Spelling {

  private Spelling() {}

  /** "1/7/2025 → …"; empty where it never began and never ended. */
  static String days(Period period) {
    if (period.equals(Period.ALWAYS)) {
      return "";
    }
    String from = period.from().map(VietnameseDates::plainDay).orElse("…");
    String until = period.until().map(VietnameseDates::plainDay).orElse("…");
    return from + " → " + until;
  }
}
