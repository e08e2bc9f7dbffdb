package vn.cachlamhay.practice;

import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.Quantity.Qualifier;

/**
 * Between which numbers a quantity may lie, by what its text says of its exactness: wide rather
 * than narrow, as it serves to find what cannot be. Immutable.
 */
record Span(double low, double high) {

  private static final double ABOUT = 0.2;
  private static final double TINY = 1e-9;
  private static final double NEARLY = 0.15;

  /** Of a quantity as its text has it. */
  static Span of(Quantity quantity) {
    double value = quantity.value().doubleValue();
    Qualifier qualifier = quantity.qualifier();
    if (qualifier == Qualifier.EXACT) {
      return new Span(value, value);
    }
    if (qualifier == Qualifier.ABOUT) {
      double width = Math.abs(value) * ABOUT;
      return new Span(value - width, value + width);
    }
    if (qualifier == Qualifier.NEARLY) {
      return new Span(value - Math.abs(value) * NEARLY, value);
    }
    if (qualifier == Qualifier.RANGE) {
      return new Span(value, quantity.upper().orElseThrow().doubleValue());
    }
    boolean more = qualifier == Qualifier.OVER || qualifier == Qualifier.AT_LEAST;
    return more
        ? new Span(value, Double.POSITIVE_INFINITY)
        : new Span(Double.NEGATIVE_INFINITY, value);
  }

  /** What may have been rounded (up, too) or cut off to numbers in such steps. */
  Span beforeRounding(double step) {
    return new Span(low - step / 2 - TINY, high + step * (1 - TINY) + TINY);
  }

  /** This as a share of a whole, in per cent; both are more than nothing. */
  Span shareOf(Span whole) {
    return new Span(
        Math.max(0, low) * 100 / whole.high(),
        whole.low() <= 0 ? Double.POSITIVE_INFINITY : high * 100 / whole.low());
  }

  boolean meets(Span other) {
    return low <= other.high() && other.low() <= high;
  }
}
