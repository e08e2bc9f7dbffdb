package vn.cachlamhay.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The static table of folded syllables: how rare each is, and where its part of an index stands.
 * Syllables that often stand side by side are neighbours in it, so that a query finds them in one
 * shard; a shard is an interval of it. It never depends on a site's articles: an edit therefore
 * moves nothing from one shard to another. Counted in a public collection of Vietnamese news (see
 * {@code bench/search/syllables}). Immutable.
 */
public final class Syllables {

  /** The length of the table: all weights together, and places for syllables it does not know. */
  static final int LENGTH = 100_000;

  private static final String RESOURCE = "syllables.txt";
  private static final int RAREST = 63;
  private static final int UNKNOWN = RAREST + 1;
  private static final int HEAVY = 100;
  private static final int FEW = 2;

  private final List<String> inTable = new ArrayList<>();
  private final List<String> byFrequency = new ArrayList<>();
  private final Map<String, Entry> entries = new HashMap<>();

  private final String[] inOrder;
  private final int[] before;
  private final int total;

  private record Entry(int start, int weight, int rarity) {}

  private Syllables(String text) {
    int position = 0;
    for (String line : text.split("\n")) {
      String[] parts = line.split(" ");
      int weight = Integer.parseInt(parts[1]);
      entries.put(parts[0], new Entry(position, weight, Integer.parseInt(parts[2])));
      inTable.add(parts[0]);
      position += weight;
    }
    entries.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Entry> entry) -> entry.getValue().rarity)
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> byFrequency.add(entry.getKey()));
    total = position;
    inOrder = entries.keySet().stream().sorted().toArray(String[]::new);
    before = new int[inOrder.length + 1];
    for (int i = 0; i < inOrder.length; i++) {
      before[i + 1] = before[i] + entries.get(inOrder[i]).weight;
    }
  }

  /** The table that comes with the product. */
  public static Syllables load() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Syllables.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
      var text = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          text.append(line).append('\n');
        }
      }
      return new Syllables(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The syllables of the table in its order, with blanks between them. */
  String words() {
    return String.join(" ", inTable);
  }

  /**
   * For each syllable of {@link #words} how rare it is and its weight, as {@link Postings#number
   * numbers}; the rarity is taken from {@value #RAREST}, so that it is one letter as a rule.
   */
  String numbers() {
    var numbers = new StringBuilder();
    for (String word : inTable) {
      Entry entry = entries.get(word);
      Postings.number(RAREST - entry.rarity, numbers);
      Postings.number(entry.weight, numbers);
    }
    return numbers.toString();
  }

  /** The syllables of the table, the most frequent first. */
  List<String> byFrequency() {
    return byFrequency;
  }

  /** Whether the table has a syllable. */
  boolean has(String folded) {
    return entries.containsKey(folded);
  }

  /**
   * Whether the table has a syllable, no number, and none that goes on from it: whoever types it is
   * done.
   */
  boolean isWhole(String folded) {
    int next = Arrays.binarySearch(inOrder, folded) + 1;
    return next > 0
        && folded.charAt(0) > '9'
        && (next == inOrder.length || !inOrder[next].startsWith(folded));
  }

  /** From 0 for the most frequent; syllables that the table does not know are rarer than all. */
  int rarity(String folded) {
    Entry entry = entries.get(folded);
    return entry == null ? UNKNOWN : entry.rarity;
  }

  /**
   * Whether a syllable is so frequent that its pairs fill several shards, while the list of its
   * articles says little; a number says what it says.
   */
  boolean isHeavy(String folded) {
    return weight(folded) >= HEAVY && folded.charAt(0) > '9';
  }

  /** Where a syllable stands in the table; the lines of its pairs go on from here. */
  int position(String folded) {
    Entry entry = entries.get(folded);
    return entry == null ? hash(folded) : entry.start;
  }

  int weight(String folded) {
    Entry entry = entries.get(folded);
    return entry == null ? 0 : entry.weight;
  }

  /** The weight of all syllables that come before a word in the order of letters. */
  int before(String folded) {
    int at = Arrays.binarySearch(inOrder, folded);
    return before[at < 0 ? -at - 1 : at];
  }

  /** The shard with the list of a syllable, of so many. */
  int shard(String folded, int shards) {
    return shard(position(folded), shards);
  }

  /**
   * The shard with the line of a pair: in the part of its owner, by the letters of the other, so
   * that all others that begin alike are neighbours. Owners that fill few shards stay in the one
   * where they begin, with all their pairs.
   */
  int shard(String owner, String other, int shards) {
    return shard(position(owner), weight(owner), before(other), shards);
  }

  /** The same where position and weight of the owner and what is before the other are known. */
  int shard(int start, int weight, int before, int shards) {
    boolean spread = (long) weight * shards > (long) FEW * LENGTH;
    return shard(spread ? start + (int) ((long) weight * before / (total + 1)) : start, shards);
  }

  private static int shard(int position, int shards) {
    return (int) ((long) position * shards / LENGTH);
  }

  /** Whether a pair stands with its second syllable: with the rarer one, whose list is shorter. */
  boolean isOwnedBySecond(String first, String second) {
    return isOwnedBySecond(first, rarity(first), second, rarity(second));
  }

  /** The same where it is known how rare they are. */
  static boolean isOwnedBySecond(String first, int firstRarity, String second, int secondRarity) {
    return firstRarity != secondRarity ? secondRarity > firstRarity : second.compareTo(first) > 0;
  }

  /** FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, 32 bits. */
  private static int hash(String folded) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < folded.length(); i++) {
      hash = (hash ^ folded.charAt(i)) * 0x01000193;
    }
    return Integer.remainderUnsigned(hash, LENGTH);
  }
}
