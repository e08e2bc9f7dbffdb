package vn.cachlamhay.web;

import java.time.Duration;

/**
 * How much is fetched, and how long is waited for it. Immutable.
 *
 * @param page bytes of a page, also once it is unpacked
 * @param picture bytes of a picture
 * @param attachment bytes of a document
 * @param connect until a host answers at all
 * @param answer between two bytes of an answer
 * @param whole for an answer from its beginning to its end
 * @param pause between two requests to a host, where it does not ask for more
 */
public record FetchLimits(
    long page,
    long picture,
    long attachment,
    Duration connect,
    Duration answer,
    Duration whole,
    Duration pause) {

  private static final long MEGABYTE = 1024L * 1024;

  /** What an import goes by. */
  public static FetchLimits usual() {
    return new FetchLimits(
        10 * MEGABYTE,
        20 * MEGABYTE,
        50 * MEGABYTE,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(90),
        Duration.ofSeconds(1));
  }
}
