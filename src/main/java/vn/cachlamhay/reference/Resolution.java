package vn.cachlamhay.reference;

import java.util.List;

/**
 * What a name in front matter stands for. Immutable.
 *
 * @param <T> locality or topic
 */
public sealed interface Resolution<T> {

  /** Exactly one thing. */
  record Found<T>(T value) implements Resolution<T> {}

  /**
   * One thing that the list does not have but that may well exist: a commune below a known
   * province.
   *
   * @param value made from what was written; always the same for the same words
   * @param nearest the nearest name that the list has; empty where none is near
   */
  record Made<T>(T value, String nearest) implements Resolution<T> {}

  /**
   * Nothing of that name.
   *
   * @param nearest the nearest name that would be found; empty only where the list is empty
   */
  record Unknown<T>(String nearest) implements Resolution<T> {}

  /** Several things. */
  record Ambiguous<T>(List<Choice> choices) implements Resolution<T> {}

  /**
   * An official code, which no name is.
   *
   * @param choices the units that have or had it; none where nobody has
   */
  record Code<T>(List<Choice> choices) implements Resolution<T> {}

  /**
   * A path written with commas, from the small to the large.
   *
   * @param spelling as it should be written
   */
  record Commas<T>(String spelling) implements Resolution<T> {}

  /**
   * One of several things that may be meant.
   *
   * @param spelling what would be found
   * @param days when it existed: "1/7/2025 → …"; empty where it always did
   */
  record Choice(String spelling, String days) {
    @Override
    public String toString() {
      return days.isEmpty() ? spelling : spelling + " (" + days + ")";
    }
  }
}
