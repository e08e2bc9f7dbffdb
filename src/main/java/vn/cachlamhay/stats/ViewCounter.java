package vn.cachlamhay.stats;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Counts views of articles. Of each it keeps the total and the last 30 days of its own, so that its
 * size depends on the number of articles only. For one thread.
 */
final class ViewCounter {

  /** How many days are recent, the newest of the logs included. */
  private static final int RECENT = 30;

  private final Map<String, Days> byUri = new HashMap<>();

  void count(String uri, long second) {
    byUri.computeIfAbsent(uri, key -> new Days()).add(day(second));
  }

  /**
   * What was counted.
   *
   * @param newest second of the newest line of all logs: recent is what is near to that
   */
  Views views(long newest) {
    long last = day(newest);
    var counts = new HashMap<String, Views.Count>();
    byUri.forEach((uri, days) -> counts.put(uri, new Views.Count(days.recent(last), days.total)));
    return new Views(counts);
  }

  private static long day(long second) {
    return Instant.ofEpochSecond(second).atZone(VietnameseDates.ZONE).toLocalDate().toEpochDay();
  }

  /** The views of an article: in all, and of its newest days, each in the place of its number. */
  private static final class Days {

    private final long[] numbers = new long[RECENT];
    private final long[] counts = new long[RECENT];
    private long total;

    void add(long day) {
      total++;
      int place = Math.floorMod(day, RECENT);
      if (counts[place] == 0 || numbers[place] < day) {
        numbers[place] = day;
        counts[place] = 0;
      }
      if (numbers[place] == day) {
        counts[place]++;
      }
    }

    long recent(long last) {
      long sum = 0;
      for (int i = 0; i < RECENT; i++) {
        sum += numbers[i] > last - RECENT ? counts[i] : 0;
      }
      return sum;
    }
  }
}
