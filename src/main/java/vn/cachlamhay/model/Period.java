package vn.cachlamhay.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A span of days. Immutable.
 *
 * @param from its first day; empty where it is not known or before all records
 * @param until its last day; empty where it has not ended
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

  /** All days. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether a day is in it. */
  public boolean contains(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether some day is in both. */
  public boolean overlaps(Period other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  /** Whether it ends before it begins. */
  public boolean isReversed() {
    return from.isPresent() && until.isPresent() && until.get().isBefore(from.get());
  }

  /** The first day after it, where it has ended. */
  public Optional<LocalDate> dayAfter() {
    return until.map(last -> last.plusDays(1));
  }

  /** The same with the bounds of another one where it has none of its own. */
  public Period within(Period outer) {
    return new Period(from.or(outer::from), until.or(outer::until));
  }

  private boolean startsBeforeEndOf(Period other) {
    return from.isEmpty() || other.until().isEmpty() || !from.get().isAfter(other.until().get());
  }
}
