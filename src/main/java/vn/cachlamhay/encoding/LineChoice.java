package vn.cachlamhay.encoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses what each line of a text says: lines that speak for themselves first, then the others as
 * their neighbours are. For one text and one thread.
 */
final class LineChoice {

  /** Readings of the lines that do not speak for themselves; null for the others. */
  private final List<LineReadings> open = new ArrayList<>();

  private final List<Reading> chosen = new ArrayList<>();
  private final BitSet guessed = new BitSet();

  /** Adds the next line. */
  void add(LineReadings line) {
    Reading clear = line.clear();
    guessed.set(open.size(), !line.unicode() || clear != null && clear != line.list().get(0));
    open.add(clear == null ? line : null);
    chosen.add(clear);
  }

  /** The text of all lines; to be called once. */
  Decoded decoded() {
    int size = open.size();
    var next = new Reading[size];
    Reading after = null;
    for (int i = size - 1; i >= 0; i--) {
      next[i] = after;
      after = isVoice(chosen.get(i)) ? chosen.get(i) : after;
    }
    Reading before = null;
    for (int i = 0; i < size; i++) {
      LineReadings line = open.get(i);
      if (line == null) {
        before = isVoice(chosen.get(i)) ? chosen.get(i) : before;
      } else {
        Reading reading = byNeighbours(line, before, next[i]);
        chosen.set(i, reading);
        guessed.set(i, guessed.get(i) || reading != line.list().get(0));
      }
    }
    return result();
  }

  private static boolean isVoice(Reading reading) {
    return reading != null && !reading.name().isEmpty();
  }

  private static Reading byNeighbours(LineReadings line, Reading before, Reading after) {
    Reading first = line.list().get(0);
    Reading best = line.best();
    for (Reading neighbour : new Reading[] {before, after}) {
      Reading alike = neighbour == null ? null : line.in(neighbour.name());
      if (alike != null && line.unicode() && !isContradicted(neighbour, before, after)) {
        return alike.score() > first.score() ? alike : first;
      }
      if (alike != null && !line.unicode() && alike.score() >= best.score() - 2) {
        return alike;
      }
    }
    return line.unicode() || best.score() <= 0 ? first : best;
  }

  /** What is Unicode must not change where a neighbour is Unicode too. */
  private static boolean isContradicted(Reading neighbour, Reading before, Reading after) {
    return before != null && !before.name().equals(neighbour.name())
        || after != null && !after.name().equals(neighbour.name());
  }

  private Decoded result() {
    var text = new StringBuilder();
    var letters = new HashMap<String, Integer>();
    int good = 0;
    int bad = 0;
    for (int i = 0; i < chosen.size(); i++) {
      Reading reading = chosen.get(i);
      text.append(reading.text());
      if (!reading.name().isEmpty()) {
        letters.merge(reading.name(), reading.text().length(), Integer::sum);
        if (guessed.get(i)) {
          good += reading.evidence().good();
          bad += reading.evidence().bad();
        }
      }
    }
    boolean likely = good >= 5 && bad * 10 <= good;
    return new Decoded(
        text.toString(),
        names(letters),
        guessed.isEmpty() ? Certainty.SURE : likely ? Certainty.LIKELY : Certainty.UNSURE);
  }

  private static String names(Map<String, Integer> letters) {
    return letters.isEmpty()
        ? Reading.UTF_8
        : letters.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
  }
}
