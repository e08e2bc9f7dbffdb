package vn.cachlamhay.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import vn.cachlamhay.text.VietnameseText;

/**
 * The order of the articles for a query. What counts: every word and every pair of neighbours, more
 * where it is rare (inverse document frequency, as in BM25: Robertson and Zaragoza, The
 * Probabilistic Relevance Framework, 2009), more in the title than in the lead and there more than
 * in the body, more in the form that was typed than in another; then, a little, that an article is
 * new. All in whole numbers, so that {@code script/ranking.js} computes the very same. For one
 * query.
 */
final class Ranking {

  /** By place: once in the body, several times, lead, title. */
  private static final int[] SINGLE = {4, 5, 9, 13};

  private static final int[] PAIR = {12, 15, 21, 27};

  /** The newest article gets an n-th more than the oldest. */
  private static final int NEWER = 24;

  /** What a score counts where every word that is there stands as it was typed, and elsewhere. */
  private static final int AS_TYPED = 8;

  private static final int OTHERWISE = 6;

  /** The same where every two neighbours of several stand side by side. */
  private static final int CHAINED = 5;

  private static final int APART = 3;

  /** A mark beside {@link Next}: a pair comes where the one before goes on. */
  private static final int FITS = 4;

  /** One of so many words may be missing. */
  private static final int FEW = 3;

  private final Query query;
  private final Index index;
  private final List<Wanted> wanted;
  private final int articles;
  private final int[] scores;
  private final int[] found;
  private final int[] exactly;
  private final int[] pairs;
  private final int[] chains;
  private final int[] next;
  private final int[] fresh;
  private final int[] best;
  private final int[] ofPairs;
  private final int[] plain;
  private final int[] worst;
  private final PairValues taken = new PairValues();
  private int longest = -1;
  private int limited;

  private Ranking(Query query, Index index, List<Wanted> wanted) {
    this.query = query;
    this.index = index;
    this.wanted = wanted;
    this.articles = index.articles();
    this.scores = new int[articles];
    this.found = new int[articles];
    this.exactly = new int[articles];
    this.pairs = new int[articles];
    this.chains = new int[articles];
    this.next = new int[articles];
    this.fresh = new int[articles];
    this.best = new int[articles];
    this.ofPairs = new int[articles];
    this.plain = new int[articles];
    this.worst = new int[articles];
    Arrays.fill(worst, PAIR.length - 1);
  }

  /**
   * Articles in their order.
   *
   * @param hits their numbers, those with every word first
   * @param full how many have every word
   * @param exact whether one of those has every word as it was typed
   */
  record Order(List<Integer> hits, int full, boolean exact) {

    /** Another order, in which those with every word that this one has come first. */
    Order within(Order other) {
      var all = new LinkedHashSet<>(hits.subList(0, full));
      all.retainAll(new HashSet<>(other.hits.subList(0, other.full)));
      all.addAll(other.hits);
      return new Order(List.copyOf(all), other.full, exact || other.exact);
    }
  }

  static Order of(Query query, Index index, List<Wanted> wanted) {
    return new Ranking(query, index, wanted).order();
  }

  private Order order() {
    for (int i = 0; i < wanted.size(); i++) {
      limited |= wanted.get(i).isLimited() || wanted.get(i).isCompleted() ? 1 << i : 0;
    }
    count();
    long neighbours = wanted.stream().filter(word -> word.term().joined()).count();
    longest = neighbours > 1 ? (int) neighbours : -1;
    query.phrases().forEach(this::keepPhrase);
    query.excluded().forEach(this::exclude);
    int all = (1 << wanted.size()) - 1;
    int enough = Math.max(1, wanted.size() / 2);
    List<Integer> hits =
        IntStream.range(0, articles)
            .filter(article -> Integer.bitCount(found[article]) >= enough && scores[article] > 0)
            .boxed()
            .sorted(
                (a, b) -> {
                  boolean fullA = isFull(a);
                  if (fullA != isFull(b)) {
                    return fullA ? -1 : 1;
                  }
                  int byScore = Long.compare(total(b), total(a));
                  return byScore != 0 ? byScore : Integer.compare(b, a);
                })
            .toList();
    int full = (int) hits.stream().filter(this::isFull).count();
    boolean exact = hits.stream().limit(full).anyMatch(article -> exactly[article] == all);
    return new Order(hits, full, exact);
  }

  /**
   * Whether an article has every word. Of those that count beside their neighbours only a few may
   * be missing: a comma between two words of a title is enough.
   */
  private boolean isFull(int article) {
    int missing = (1 << wanted.size()) - 1 & ~found[article];
    return (missing & ~limited) == 0 && Integer.bitCount(missing) <= wanted.size() / FEW;
  }

  private long total(int article) {
    int share = exactly[article] == found[article] ? AS_TYPED : OTHERWISE;
    int length = Integer.bitCount(chains[article]);
    long sum = scores[article];
    if (length == longest) {
      // all of a phrase in the title, or it does not count as one of the title
      sum += (long) plain[article] * PAIR[worst[article]] - ofPairs[article];
    }
    long score = sum * share * (length == longest ? CHAINED : APART);
    return score + score * article / ((long) articles * NEWER);
  }

  private void single(int number) {
    Wanted word = wanted.get(number);
    if (!word.term().joined()) {
      Arrays.fill(next, Next.ANY);
    }
    for (String folded : word.folded()) {
      if (word.counts(folded)) {
        for (Index.Owner owner : index.owners(folded)) {
          int quality = word.quality(owner.exact(), folded);
          take(Line.Kind.SINGLE, owner.text(), owner.first(), quality, 0);
        }
      }
    }
    add(1 << number, 0);
  }

  private void pair(int second) {
    Pairs.of(
        index,
        wanted.get(second - 1),
        wanted.get(second),
        (before, word, quality, text, from) ->
            take(Line.Kind.AFTER, text, from, quality, Next.of(word)));
    add(3 << second - 1, 1 << second);
  }

  /**
   * Takes the list of a line.
   *
   * @param coming the second word of a pair, which has to come after the pair before, as in {@link
   *     Next}
   */
  private void take(Line.Kind kind, String text, int first, int quality, int coming) {
    int[] weights = kind == Line.Kind.SINGLE ? SINGLE : PAIR;
    if (quality > 0) {
      Postings.read(
          kind,
          text,
          (article, place, after) -> {
            fresh[first + article] |= after;
            if ((next[first + article] & coming) != 0) {
              fresh[first + article] |= FITS;
            }
            int value = weights[place] * quality << 7 | place << 5 | quality;
            if (value > best[first + article]) {
              best[first + article] = value;
            }
          });
    }
  }

  /** Adds what was taken, weighted by its rarity, and forgets it. */
  private void add(int word, int pair) {
    int any = 0;
    int exact = 0;
    for (int value : best) {
      if (value > 0) {
        any++;
        exact += qualityOf(value) == Wanted.EXACT ? 1 : 0;
      }
    }
    int rarity = any == 0 ? 0 : Rarity.of(articles, exact > 0 ? exact : any);
    if (pair > 0) {
      taken.add(rarity, best);
    }
    for (int article = 0; article < articles; article++) {
      int value = best[article];
      if (value > 0) {
        scores[article] += pair > 0 ? 0 : rarity * (value >> 7);
        if (pair > 0) {
          worst[article] = Math.min(worst[article], value >> 5 & 3);
        }
        int follows = (fresh[article] & FITS) != 0 ? pair : 0;
        found[article] |= word;
        chains[article] |= follows;
        if (qualityOf(value) >= Wanted.COMPLETED) {
          exactly[article] |= word;
          pairs[article] |= follows;
        }
        next[article] = pair > 0 ? fresh[article] : next[article];
        fresh[article] = 0;
        best[article] = 0;
      }
    }
  }

  /** Words first, then what their pairs count besides. */
  private void count() {
    for (int i = 0; i < wanted.size(); i++) {
      single(i);
      if (wanted.get(i).term().joined()) {
        pair(i);
      } else {
        taken.addNone();
      }
    }
    taken.forEach(
        (article, rarity, value) -> {
          scores[article] += rarity * (value >> 7);
          ofPairs[article] += rarity * (value >> 7);
          plain[article] += rarity * qualityOf(value);
        });
  }

  private static int qualityOf(int value) {
    return value & 31;
  }

  /** All words of a phrase, side by side where they are joined, in the form that was typed. */
  private void keepPhrase(List<Integer> phrase) {
    int words = 0;
    int joined = 0;
    for (int i = 0; i < phrase.size(); i++) {
      words |= 1 << phrase.get(i);
      if (wanted.get(phrase.get(i)).term().joined()) {
        joined |= 1 << phrase.get(i);
      }
    }
    for (int article = 0; article < articles; article++) {
      if ((exactly[article] & words) != words || (pairs[article] & joined) != joined) {
        scores[article] = 0;
      }
    }
  }

  private void exclude(List<Query.Term> phrase) {
    boolean bare = phrase.stream().map(Query.Term::exact).allMatch(VietnameseText::isPlainAscii);
    var out = new Query("", phrase, List.of(), List.of(), bare, false);
    List<Wanted> words = Wanted.of(phrase, bare, true, index.syllables());
    Understanding.load(index, words);
    var others = new Ranking(out, index, words);
    others.count();
    others.keepPhrase(IntStream.range(0, words.size()).boxed().toList());
    for (int article = 0; article < articles; article++) {
      if (others.scores[article] > 0) {
        scores[article] = 0;
      }
    }
  }
}
