package vn.cachlamhay.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.text.LetterTable;

/** The words of the articles that are being indexed, numbered as they are met. Thread-safe. */
final class Vocabulary {

  /** A word needs to fit into twenty bits, see {@link PostingCode}. */
  private static final int MOST = 1 << 20;

  private static final int PAGE = 1 << 10;

  private final Syllables syllables;
  private final int shards;
  private final Map<String, Word> byText = new ConcurrentHashMap<>();
  private final Map<String, Word> byExact = new ConcurrentHashMap<>();

  /** In pages of which none moves, so that words can be looked up while others are added. */
  private final Word[][] pages = new Word[MOST / PAGE][];

  private int count;

  /**
   * A word.
   *
   * @param next what it is to a pair that it comes after, as in {@link Next}
   * @param rarity as in the table of syllables, and so are its position, weight and what is before
   */
  record Word(
      int id,
      String exact,
      String folded,
      int next,
      int rarity,
      int position,
      int weight,
      int before) {}

  Vocabulary(Syllables syllables, int shards) {
    this.syllables = syllables;
    this.shards = shards;
  }

  /** The word for a token as it is written. */
  Word word(String token) {
    Word word = byText.get(token);
    if (word == null) {
      word = byExact.computeIfAbsent(Tokenizer.exact(token), this::add);
      byText.put(token, word);
    }
    return word;
  }

  /** The other word of a pair that a sign parts, with its mark. */
  Word apart(Word word) {
    return byExact.computeIfAbsent(Line.APART + word.exact(), this::add);
  }

  /** A word that was met before: whoever has its number was told after it had been added. */
  Word word(int id) {
    return pages[id / PAGE][id % PAGE];
  }

  /** The shard with the line of a posting. */
  int shard(long code) {
    Word owner = word(PostingCode.owner(code));
    boolean single = PostingCode.kind(code) == Line.Kind.SINGLE.ordinal();
    int before = single ? 0 : word(PostingCode.other(code)).before;
    return syllables.shard(owner.position, owner.weight, before, shards);
  }

  private Word add(String exact) {
    String plain = Line.withoutMark(exact);
    String folded = LetterTable.fold(plain);
    synchronized (pages) {
      if (count == MOST) {
        throw new IllegalStateException("more than " + MOST + " different words");
      }
      var word =
          new Word(
              count,
              exact,
              folded,
              Next.of(plain),
              syllables.rarity(folded),
              syllables.position(folded),
              syllables.weight(folded),
              syllables.before(folded));
      if (pages[count / PAGE] == null) {
        pages[count / PAGE] = new Word[PAGE];
      }
      pages[count / PAGE][count % PAGE] = word;
      count++;
      return word;
    }
  }
}
