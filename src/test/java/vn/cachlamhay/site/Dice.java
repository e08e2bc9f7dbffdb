package vn.cachlamhay.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chance that falls the same for the same seed. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Dice of their own: how often they are thrown does not change how these fall. */
  Dice split() {
    return new Dice(random.split());
  }

  /** From 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A list in some order. */
  <T> Deque<T> shuffled(Collection<T> list) {
    var left = new ArrayList<T>(list);
    var shuffled = new ArrayDeque<T>();
    while (!left.isEmpty()) {
      shuffled.add(left.remove(below(left.size())));
    }
    return shuffled;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** One of a list; empty where there is none. */
  <T> Optional<T> pickAny(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(pick(list));
  }
}
