package vn.cachlamhay.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Lets some time pass between two requests to a host. Thread-safe. */
final class Pace {

  /** Time, for tests to give. */
  interface Clock {

    /** Milliseconds since some moment. */
    long now();

    /**
     * Waits.
     *
     * @throws InterruptedException where the thread is to end
     */
    void sleep(long millis) throws InterruptedException;
  }

  /** The time of the machine. */
  static final Clock MACHINE =
      new Clock() {
        @Override
        public long now() {
          return System.nanoTime() / 1_000_000;
        }

        @Override
        public void sleep(long millis) throws InterruptedException {
          Thread.sleep(millis);
        }
      };

  private final Clock clock;
  private final Map<String, Long> next = new HashMap<>();

  Pace(Clock clock) {
    this.clock = clock;
  }

  /**
   * Waits until a host may be asked again, and takes that turn.
   *
   * @throws InterruptedException where the thread is to end
   */
  void await(String host, Duration pause) throws InterruptedException {
    long wait;
    synchronized (next) {
      long now = clock.now();
      long turn = Math.max(now, next.getOrDefault(host, now));
      next.put(host, turn + pause.toMillis());
      wait = turn - now;
    }
    if (wait > 0) {
      clock.sleep(wait);
    }
  }
}
