package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.text.LetterTable;

/**
 * What may come after a syllable, for completing the one that is being typed: a pair that stands
 * with its second syllable leaves a note with its first, unless it is in the body of a single
 * article only. Stateless.
 */
final class Followers {

  private final int shards;
  private final Syllables syllables;
  private final Map<Integer, List<Line>> notes = new ConcurrentHashMap<>();

  /**
   * @param shards how many the segment has
   */
  Followers(int shards, Syllables syllables) {
    this.shards = shards;
    this.syllables = syllables;
  }

  /** Takes the notes that the lines of some shards leave. */
  void take(List<List<Line>> lines) {
    lines.parallelStream()
        .flatMap(List::stream)
        .flatMap(line -> note(line).stream())
        .forEach(
            note ->
                notes.compute(
                    shard(note, shards, syllables),
                    (shard, list) -> {
                      List<Line> longer = list == null ? new ArrayList<>() : list;
                      longer.add(note);
                      return longer;
                    }));
  }

  /** The lines of a shard with all notes that were left there. */
  List<Line> added(List<Line> lines, int shard) {
    var all = new ArrayList<>(lines);
    all.addAll(notes.getOrDefault(shard, List.of()));
    all.sort(Line.ORDER);
    return all;
  }

  /** The shard of a note. */
  static int shard(Line note, int shards, Syllables syllables) {
    String owner = LetterTable.fold(note.owner());
    return syllables.shard(owner, LetterTable.fold(note.otherWord()), shards);
  }

  /** The note that a line leaves with the other syllable of its pair. */
  static Optional<Line> note(Line line) {
    if (line.kind() != Line.Kind.AFTER) {
      return Optional.empty();
    }
    var count = new int[2];
    Postings.read(
        line.kind(),
        line.text(),
        (article, place, next) -> {
          count[0]++;
          count[1] = Math.max(count[1], place);
        });
    if (count[0] < 2 && count[1] < Field.LEAD) {
      return Optional.empty();
    }
    int logarithm = 31 - Integer.numberOfLeadingZeros(count[0]);
    String text = String.valueOf(Postings.DIGITS.charAt(logarithm));
    String follower = line.isApart() ? Line.APART + line.owner() : line.owner();
    return Optional.of(new Line(line.otherWord(), Line.Kind.FOLLOWER, follower, text));
  }
}
