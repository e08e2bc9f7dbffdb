package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps of shading by numbers of articles: step 0 for none, then at most four that grow by ratios,
 * with limits that are easy to read and stay as they are while the site grows a little. Immutable.
 *
 * @param limits the highest number of each step from the first on; the last step has none
 * @param any whether there is any number to shade
 */
record Shades(List<Integer> limits, boolean any) {

  private static final int STEPS = 4;
  private static final int[] ROUND = {1, 2, 5};

  Shades {
    limits = List.copyOf(limits);
  }

  /**
   * The steps that suit numbers up to a highest one.
   *
   * @param highest 0 where all are
   */
  static Shades upTo(int highest) {
    var limits = new ArrayList<Integer>();
    for (int step = 1; step < STEPS; step++) {
      int limit = round(Math.pow(highest, (double) step / STEPS));
      if (limit < highest && !limits.contains(limit)) {
        limits.add(limit);
      }
    }
    return new Shades(limits, highest > 0);
  }

  /** The step of a number. */
  int of(int count) {
    if (count == 0) {
      return 0;
    }
    return 1 + (int) limits.stream().filter(limit -> count > limit).count();
  }

  /** What each step stands for, as readers see it; the first is step 0. */
  List<String> labels() {
    var labels = new ArrayList<>(List.of("0"));
    int from = 1;
    for (int limit : limits) {
      labels.add(from == limit ? "" + from : from + "–" + limit);
      from = limit + 1;
    }
    if (any) {
      labels.add("từ " + from);
    }
    return labels;
  }

  /** The nearest of 1, 2, 5, 10, 20, 50 …, by ratio; the lower one of two as near. */
  private static int round(double number) {
    double best = 1;
    for (double power = 1; power <= number * 10; power *= 10) {
      for (int digit : ROUND) {
        if (distance(digit * power, number) < distance(best, number) - 1e-9) {
          best = digit * power;
        }
      }
    }
    return (int) best;
  }

  private static double distance(double one, double other) {
    return Math.abs(Math.log(one / other));
  }
}
