package vn.cachlamhay.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts by their fingerprints: finds the one that is most like another. For one thread. */
final class Alike {

  /** From here on two texts are nearly the same: about every tenth word may be another. */
  private static final double NEARLY = 0.55;

  private final Map<Long, List<Integer>> byKey = new HashMap<>();
  private final List<Fingerprint> prints = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  void add(String name, Fingerprint print) {
    int number = prints.size();
    prints.add(print);
    names.add(name);
    for (long key : print.keys()) {
      byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(number);
    }
  }

  /**
   * A text that is like another.
   *
   * @param likeness of their fingerprints, up to 1
   */
  record Near(String name, double likeness) {}

  /** The text that is most like this one; empty where none is nearly the same. */
  Optional<Near> nearest(Fingerprint print) {
    Set<Integer> candidates = new LinkedHashSet<>();
    for (long key : print.keys()) {
      candidates.addAll(byKey.getOrDefault(key, List.of()));
    }
    double best = NEARLY;
    Optional<Near> nearest = Optional.empty();
    for (int candidate : candidates) {
      double likeness = prints.get(candidate).likeness(print);
      if (likeness > best) {
        best = likeness;
        nearest = Optional.of(new Near(names.get(candidate), likeness));
      }
    }
    return nearest;
  }
}
