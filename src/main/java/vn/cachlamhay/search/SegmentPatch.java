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

/**
 * Brings the shards of a segment up to date when the text of a few articles changed: the same
 * shards as if the whole segment were indexed anew. For one use.
 */
final class SegmentPatch {

  private final int count;
  private final IntFunction<byte[]> before;
  private final BitSet articles = new BitSet();
  private final Syllables syllables;
  private final List<Map<Line, String>> added = new ArrayList<>();
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
  }

  /**
   * The shards that are others now.
   *
   * @param changed the new text of articles, by number within the segment
   */
  Map<Integer, String> apply(Map<Integer, List<Field>> changed) {
    changed.keySet().forEach(articles::set);
    for (int shard = 0; shard < count; shard++) {
      added.add(new TreeMap<>(Line.ORDER));
    }
    collect(new TreeMap<>(changed));
    IntStream.range(0, count).parallel().forEach(this::patch);
    notes.forEach(this::patchNote);
    Map<Integer, String> result = new HashMap<>();
    shards.forEach((shard, lines) -> result.put(shard, Line.write(lines)));
    return result;
  }

  private void collect(TreeMap<Integer, List<Field>> changed) {
    var vocabulary = new Vocabulary(syllables, count);
    var collector = new ArticlePostings(vocabulary);
    long[] codes =
        changed.entrySet().stream()
            .flatMapToLong(e -> Arrays.stream(collector.of(e.getKey(), e.getValue())))
            .sorted()
            .toArray();
    for (int i = 0; i < codes.length; ) {
      int from = i;
      while (i < codes.length && PostingCode.line(codes[i]) == PostingCode.line(codes[from])) {
        i++;
      }
      Line line = SegmentIndex.line(codes, from, i, vocabulary);
      added.get(vocabulary.shard(codes[from])).put(key(line), line.text());
    }
  }

  private static Line key(Line line) {
    return new Line(line.owner(), line.kind(), line.other(), "");
  }

  private void patch(int shard) {
    Map<Line, String> wanted = added.get(shard);
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
