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
   * Nothing of that name.
   *
   * @param nearest the nearest name that would be found; empty only where the list is empty
   */
  record Unknown<T>(String nearest) implements Resolution<T> {}

  /**
   * Several things.
   *
   * @param choices names each of which would be found
   */
  record Ambiguous<T>(List<String> choices) implements Resolution<T> {}
}
