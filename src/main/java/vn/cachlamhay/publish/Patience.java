package vn.cachlamhay.publish;

import java.time.Duration;

/**
 * How often something that failed is tried again, and how long it is waited in between: twice as
 * long each time.
 *
 * @param tries after the first
 * @param pause before the first of them
 */
public record Patience(int tries, Duration pause) {

  /** For hosts out in the country: half a minute in all. */
  public static final Patience USUAL = new Patience(5, Duration.ofSeconds(1));

  /** Milliseconds to wait. */
  long millisBefore(int attempt) {
    return pause.toMillis() << (attempt - 1);
  }
}
