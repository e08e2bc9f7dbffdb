package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings the shards of a segment up to date when the text of a few articles changed: the same
 * shards as if the whole segment were indexed anew. For one use.
 */
final class SegmentPatch {

  private final int count;
  private final IntFunction<byte[]> before;
  private final BitSet articles = new BitSet();
  private final Syllables syllables;
  private final Vocabulary vocabulary;
  private final Map<Integer, List<Line>> shards = new ConcurrentHashMap<>();
  private final Map<Line, Optional<Line>> notes = new ConcurrentHashMap<>();

  /**
   * @param count how many shards there are
   * @param before the text of a shard in UTF-8; asked from any thread, for some of them twice
   */
  SegmentPatch(int count, IntFunction<byte[]> before, Syllables syllables) {
    this.count = count;
    this.before = before;
    this.syllables = syllables;
    this.vocabulary = new Vocabulary(syllables, count);
  }

  /**
   * The shards that are others now.
   *
   * @param changed the new text of articles, by number within the segment
   * @param formerly the text of the same articles that is in the shards; where it is not known, all
   *     shards are searched for what is left of it
   */
  Map<Integer, String> apply(
      Map<Integer, List<Field>> changed, Optional<Map<Integer, List<Field>>> formerly) {
    changed.keySet().forEach(articles::set);
    List<Map<Line, String>> wanted = entries(changed);
    Optional<List<Map<Line, String>>> there = formerly.map(this::entries);
    IntStream.range(0, count)
        .filter(i -> there.filter(all -> all.get(i).equals(wanted.get(i))).isEmpty())
        .parallel()
        .forEach(shard -> patch(shard, wanted.get(shard)));
    notes.forEach(this::patchNote);
    Map<Integer, String> result = new HashMap<>();
    shards.forEach((shard, lines) -> result.put(shard, Line.write(lines)));
    return result;
  }

  /** What stands of some articles in each shard, by lines without their entries. */
  private List<Map<Line, String>> entries(Map<Integer, List<Field>> texts) {
    var collector = new ArticlePostings(vocabulary);
    long[] codes =
        texts.entrySet().stream()
            .flatMapToLong(e -> Arrays.stream(collector.of(e.getKey(), e.getValue())))
            .sorted()
            .toArray();
    List<Map<Line, String>> entries =
        Stream.generate(() -> (Map<Line, String>) new TreeMap<Line, String>(Line.ORDER))
            .limit(count)
            .toList();
    for (int i = 0; i < codes.length; ) {
      int from = i;
      while (i < codes.length && PostingCode.line(codes[i]) == PostingCode.line(codes[from])) {
        i++;
      }
      Line line = SegmentIndex.line(codes, from, i, vocabulary);
      entries.get(vocabulary.shard(codes[from])).put(key(line), line.text());
    }
    return entries;
  }

  private static Line key(Line line) {
    return new Line(line.owner(), line.kind(), line.other(), "");
  }

  private void patch(int shard, Map<Line, String> wanted) {
    byte[] old = before.apply(shard);
    if (Line.hasJust(old, articles, wanted)) {
      return;
    }
    List<Line> lines = Line.read(old);
    var patched = new ArrayList<Line>();
    for (Line line : lines) {
      String more = wanted.isEmpty() ? null : wanted.remove(key(line));
      if (line.kind() == Line.Kind.FOLLOWER || (more == null && !isTouched(line))) {
        patched.add(line);
      } else {
        String entries =
            Postings.replaced(line.kind(), line.text(), articles, more == null ? "" : more);
        Line now = new Line(line.owner(), line.kind(), line.other(), entries);
        noteChanged(
            Followers.note(line), now.text().isEmpty() ? Optional.empty() : Followers.note(now));
        if (!now.text().isEmpty()) {
          patched.add(now);
        }
      }
    }
    wanted.forEach(
        (key, text) -> {
          var line = new Line(key.owner(), key.kind(), key.other(), text);
          noteChanged(Optional.empty(), Followers.note(line));
          patched.add(line);
        });
    patched.sort(Line.ORDER);
    if (!patched.equals(lines)) {
      shards.put(shard, patched);
    }
  }

  private boolean isTouched(Line line) {
    return line.kind() != Line.Kind.FOLLOWER && Postings.hasAny(line.kind(), line.text(), articles);
  }

  private void noteChanged(Optional<Line> old, Optional<Line> now) {
    if (!old.equals(now)) {
      notes.put(key(old.or(() -> now).orElseThrow()), now);
    }
  }

  private void patchNote(Line key, Optional<Line> now) {
    int shard = Followers.shard(key, count, syllables);
    List<Line> lines = shards.computeIfAbsent(shard, s -> Line.read(before.apply(s)));
    lines.removeIf(line -> Line.ORDER.compare(line, key) == 0);
    now.ifPresent(lines::add);
    lines.sort(Line.ORDER);
  }
}
