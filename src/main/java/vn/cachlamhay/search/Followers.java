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

  private Followers() {}

  /** The lines of all shards with their notes. */
  static List<List<Line>> added(List<List<Line>> shards, Syllables syllables) {
    Map<Integer, List<Line>> notes = new ConcurrentHashMap<>();
    shards.parallelStream()
        .flatMap(List::stream)
        .flatMap(line -> note(line).stream())
        .forEach(
            note ->
                notes.compute(
                    shard(note, shards.size(), syllables),
                    (shard, list) -> {
                      List<Line> longer = list == null ? new ArrayList<>() : list;
                      longer.add(note);
                      return longer;
                    }));
    notes.forEach((shard, list) -> shards.get(shard).addAll(list));
    shards.parallelStream().forEach(lines -> lines.sort(Line.ORDER));
    return shards;
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
