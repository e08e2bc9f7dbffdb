package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.cachlamhay.text.LetterTable;

/**
 * As much of an index as has been loaded: its shards are read when a word in them is asked for. For
 * one thread.
 */
final class Index {

  private final List<Segment> segments;
  private final Syllables syllables;
  private final Source source;
  private final Map<String, List<Owner>> owners = new HashMap<>();
  private final Map<String, List<String>> byShard = new HashMap<>();

  /**
   * A segment.
   *
   * @param first number of its oldest article
   * @param count of its articles
   * @param id as {@link vn.cachlamhay.page.SearchSegment#id}
   */
  record Segment(int first, int count, int shards, String id) {}

  /** Where shards come from. */
  interface Source {
    /** The text of a shard. */
    String shard(Segment segment, int shard);
  }

  /**
   * A syllable in a segment, with the lines that stand with it.
   *
   * @param first number of the segment's oldest article
   * @param text its articles
   */
  record Owner(String exact, int first, String text, List<Pair> pairs) {}

  /** A pair that stands with a syllable. */
  record Pair(Line.Kind kind, String exact, String folded, String text) {}

  Index(List<Segment> segments, Syllables syllables, Source source) {
    this.segments = segments;
    this.syllables = syllables;
    this.source = source;
  }

  Syllables syllables() {
    return syllables;
  }

  /** The number of articles. */
  int articles() {
    return segments.stream().mapToInt(Segment::count).sum();
  }

  /** Reads the shards with some folded words. */
  void load(Collection<String> words) {
    for (String folded : words) {
      for (Segment segment : segments) {
        int shard = syllables.shard(folded, segment.shards);
        byShard.computeIfAbsent(
            key(segment, shard), key -> parse(segment, source.shard(segment, shard)));
      }
    }
  }

  /** All exact forms of a folded word, in the segments' order; empty where it is not loaded. */
  List<Owner> owners(String folded) {
    return owners.getOrDefault(folded, List.of());
  }

  /** The exact forms of a folded word that are loaded. */
  Set<String> forms(String folded) {
    var forms = new TreeSet<String>();
    owners(folded).forEach(owner -> forms.add(owner.exact));
    return forms;
  }

  /** Whether two words stand side by side in an article. */
  boolean isPair(String first, String second, int article) {
    String a = LetterTable.fold(first);
    String b = LetterTable.fold(second);
    boolean bySecond = syllables.isOwnedBySecond(a, b);
    for (Owner owner : owners(bySecond ? b : a)) {
      if (owner.exact.equals(bySecond ? second : first)) {
        for (Pair pair : owner.pairs) {
          if (pair.kind == (bySecond ? Line.Kind.AFTER : Line.Kind.BEFORE)
              && pair.exact.equals(bySecond ? first : second)
              && has(pair.text, owner.first, article)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a list of a segment has an article. */
  boolean has(String text, int first, int article) {
    var has = new boolean[1];
    Postings.read(text, 0, text.length(), (number, place) -> has[0] |= first + number == article);
    return has[0];
  }

  private static String key(Segment segment, int shard) {
    return segment.first + "/" + shard;
  }

  /** The folded words in the shards of a word, in the order of their letters. */
  Set<String> beside(String folded) {
    var beside = new TreeSet<String>();
    for (Segment segment : segments) {
      beside.addAll(byShard.get(key(segment, syllables.shard(folded, segment.shards))));
    }
    return beside;
  }

  private List<String> parse(Segment segment, String text) {
    var found = new ArrayList<String>();
    List<Pair> pairs = new ArrayList<>();
    for (Line line : Line.read(text)) {
      if (line.kind() == Line.Kind.SINGLE) {
        pairs = new ArrayList<>();
        found.add(LetterTable.fold(line.owner()));
        owners
            .computeIfAbsent(found.get(found.size() - 1), folded -> new ArrayList<>())
            .add(new Owner(line.owner(), segment.first, line.text(), pairs));
      } else {
        pairs.add(new Pair(line.kind(), line.other(), LetterTable.fold(line.other()), line.text()));
      }
    }
    return found;
  }
}
