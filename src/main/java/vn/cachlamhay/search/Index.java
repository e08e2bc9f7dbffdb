package vn.cachlamhay.search;

import java.util.ArrayList;
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
  private final Map<String, Set<String>> byShard = new HashMap<>();

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
   * A syllable in a segment, with those of its lines that are loaded.
   *
   * @param first number of the segment's oldest article
   */
  static final class Owner {
    private final String exact;
    private final int first;
    private final List<Pair> pairs = new ArrayList<>();
    private String text = "";

    private Owner(String exact, int first) {
      this.exact = exact;
      this.first = first;
    }

    String exact() {
      return exact;
    }

    int first() {
      return first;
    }

    List<Pair> pairs() {
      return pairs;
    }

    /** Its articles. */
    String text() {
      return text;
    }
  }

  /**
   * A pair that stands with a syllable.
   *
   * @param apart whether a sign parts the two
   */
  record Pair(Line.Kind kind, String exact, String folded, boolean apart, String text) {}

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

  /** Reads the shards with the line of a folded word. */
  void load(String folded) {
    segments.forEach(segment -> load(segment, syllables.shard(folded, segment.shards)));
  }

  /** Reads the shards with the line of a pair. */
  void loadPair(String first, String second) {
    boolean bySecond = syllables.isOwnedBySecond(first, second);
    String owner = bySecond ? second : first;
    String other = bySecond ? first : second;
    segments.forEach(segment -> load(segment, syllables.shard(owner, other, segment.shards)));
  }

  /** Reads the shards with all lines of a word about others that begin so. */
  void loadPairs(String owner, String beginning) {
    for (Segment segment : segments) {
      int last = syllables.shard(owner, beginning + Character.MAX_VALUE, segment.shards);
      for (int shard = syllables.shard(owner, beginning, segment.shards); shard <= last; shard++) {
        load(segment, shard);
      }
    }
  }

  private void load(Segment segment, int shard) {
    byShard.computeIfAbsent(
        key(segment, shard), key -> parse(segment, source.shard(segment, shard)));
  }

  /** All exact forms of a folded word, in the segments' order; empty where it is not loaded. */
  List<Owner> owners(String folded) {
    return owners.getOrDefault(folded, List.of());
  }

  /** Whether the list of a line of a segment has an article. */
  static boolean has(Line.Kind kind, String text, int first, int article) {
    var has = new boolean[1];
    Postings.read(kind, text, (number, place, next) -> has[0] |= first + number == article);
    return has[0];
  }

  private static String key(Segment segment, int shard) {
    return segment.first + "/" + shard;
  }

  /** The folded words that have lines in the shards with the line of a word. */
  Set<String> beside(String folded) {
    var beside = new TreeSet<String>();
    for (Segment segment : segments) {
      beside.addAll(byShard.get(key(segment, syllables.shard(folded, segment.shards))));
    }
    return beside;
  }

  private Set<String> parse(Segment segment, String text) {
    var found = new TreeSet<String>();
    for (Line line : Line.read(text)) {
      Owner owner = owner(line.owner(), segment.first);
      if (line.kind() == Line.Kind.SINGLE) {
        owner.text = line.text();
      } else {
        String other = line.otherWord();
        owner.pairs.add(
            new Pair(line.kind(), other, LetterTable.fold(other), line.isApart(), line.text()));
      }
      found.add(LetterTable.fold(line.owner()));
    }
    return found;
  }

  private Owner owner(String exact, int first) {
    List<Owner> forms =
        owners.computeIfAbsent(LetterTable.fold(exact), folded -> new ArrayList<>());
    for (Owner form : forms) {
      if (form.exact.equals(exact) && form.first == first) {
        return form;
      }
    }
    var owner = new Owner(exact, first);
    forms.add(owner);
    return owner;
  }
}
