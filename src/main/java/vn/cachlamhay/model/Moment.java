package vn.cachlamhay.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;

/**
 * When something was published, in the time of Việt Nam. Immutable.
 *
 * @param at the moment; midnight where no time was given
 * @param timed whether a time of day was given
 */
public record Moment(LocalDateTime at, boolean timed) implements Comparable<Moment> {

  /**
   * From a {@link LocalDate} or a {@link LocalDateTime}.
   *
   * @throws IllegalArgumentException for any other type
   */
  public static Moment of(Temporal temporal) {
    if (temporal instanceof LocalDateTime moment) {
      return new Moment(moment, true);
    }
    if (temporal instanceof LocalDate day) {
      return new Moment(day.atStartOfDay(), false);
    }
    throw new IllegalArgumentException("neither a date nor a date with a time: " + temporal);
  }

  /** The calendar day. */
  public LocalDate day() {
    return at.toLocalDate();
  }

  @Override
  public int compareTo(Moment other) {
    return at.compareTo(other.at);
  }
}
