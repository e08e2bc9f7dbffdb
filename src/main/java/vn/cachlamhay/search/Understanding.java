package vn.cachlamhay.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cachlamhay.text.LetterTable;

/**
 * Finds out what may be meant by the words of a query: completes the one that is being typed, and
 * mends those that nothing in the index supports. Loads what it needs. For one query.
 */
final class Understanding {

  /** Words that one of the query may stand for besides itself. */
  private static final int MOST = 3;

  /** More than any logarithm. */
  private static final int AS_TYPED = 32;

  /** Letters of a word that is hardly whole yet. */
  private static final int SHORT = 2;

  private final Query query;
  private final Index index;
  private final List<Wanted> wanted;

  private Understanding(Query query, Index index, boolean verbatim) {
    this.query = query;
    this.index = index;
    this.wanted = Wanted.of(query.terms(), query.bare(), verbatim, index.syllables());
  }

  /**
   * The words of a query with what may stand for them; the shards that tell where they stand are
   * loaded.
   *
   * @param verbatim whether every word is meant as it stands
   */
  static List<Wanted> of(Query query, Index index, boolean verbatim) {
    var understanding = new Understanding(query, index, verbatim);
    List<Wanted> wanted = understanding.wanted;
    load(index, wanted);
    if (!verbatim) {
      if (understanding.isUnfinished()) {
        understanding.complete(wanted.size() - 1);
        load(index, wanted);
      }
      for (int i = 0; i < wanted.size(); i++) {
        understanding.mend(i);
      }
      load(index, wanted);
    }
    return wanted;
  }

  private boolean isUnfinished() {
    return query.unfinished()
        && !index.syllables().isWhole(query.terms().get(wanted.size() - 1).folded());
  }

  /** Loads the lines of words and of their pairs. */
  static void load(Index index, List<Wanted> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      for (String folded : wanted.get(i).folded()) {
        if (wanted.get(i).counts(folded)) {
          index.load(folded);
        }
        if (wanted.get(i).term().joined()) {
          wanted.get(i - 1).folded().forEach(before -> index.loadPair(before, folded));
        }
      }
    }
  }

  private void complete(int last) {
    Query.Term term = query.terms().get(last);
    Map<String, Integer> after = Map.of();
    if (term.joined()) {
      index.loadPairs(query.terms().get(last - 1).folded(), term.folded());
      after = after(last - 1, query.bare() ? "" : term.exact());
    }
    boolean typed = after.containsKey(term.folded());
    List<String> longer =
        after.entrySet().stream()
            .filter(entry -> goesOn(entry.getKey(), term))
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    boolean whole =
        term.joined()
            && (typed || (index.syllables().has(term.folded()) && term.folded().length() > SHORT));
    if (longer.isEmpty() && !whole) {
      index.load(term.folded());
      longer = longer(term);
    }
    longer.stream().limit(MOST).forEach(wanted.get(last)::complete);
  }

  /** Words that begin like one: those that the shard of that one has, then those of the table. */
  private List<String> longer(Query.Term term) {
    return Stream.concat(
            index.beside(term.folded()).stream()
                .sorted(Comparator.comparingInt(index.syllables()::rarity)),
            index.syllables().byFrequency().stream())
        .filter(word -> goesOn(word, term))
        .distinct()
        .toList();
  }

  private static boolean goesOn(String folded, Query.Term term) {
    return folded.startsWith(term.folded()) && !folded.equals(term.folded());
  }

  private Map<String, Integer> after(int number) {
    return after(number, "");
  }

  /**
   * What stands after a word of the query, folded, with the logarithm of how often.
   *
   * @param typed what begins so, letter by letter, goes before all else; empty for nothing
   */
  private Map<String, Integer> after(int number, String typed) {
    var after = new TreeMap<String, Integer>();
    Wanted word = wanted.get(number);
    for (Index.Owner owner : index.owners(word.term().folded())) {
      if (word.quality(owner.exact(), word.term().folded()) > 0) {
        for (Index.Pair pair : owner.pairs()) {
          if (pair.kind() != Line.Kind.AFTER) {
            boolean goesOn = !typed.isEmpty() && pair.exact().startsWith(typed);
            after.merge(pair.folded(), weight(pair) + (goesOn ? AS_TYPED : 0), Math::max);
          }
        }
      }
    }
    return after;
  }

  /** What stands before a word of the query, as far as it stands with that word. */
  private Map<String, Integer> before(int number) {
    var before = new TreeMap<String, Integer>();
    for (Index.Owner owner : index.owners(query.terms().get(number).folded())) {
      for (Index.Pair pair : owner.pairs()) {
        if (pair.kind() == Line.Kind.AFTER) {
          before.merge(pair.folded(), weight(pair), Math::max);
        }
      }
    }
    return before;
  }

  /** The binary logarithm of the number of articles with a pair. */
  private static int weight(Index.Pair pair) {
    if (pair.kind() == Line.Kind.FOLLOWER) {
      return Postings.DIGITS.indexOf(pair.text());
    }
    var count = new int[1];
    Postings.read(pair.kind(), pair.text(), (article, place, next) -> count[0]++);
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count[0]);
  }

  private void mend(int number) {
    Query.Term term = query.terms().get(number);
    Wanted word = wanted.get(number);
    if (term.quoted() || word.isCompleted() || term.folded().length() < 2 || isSupported(number)) {
      return;
    }
    List<String> decoded = Keys.decoded(term.exact());
    for (String meant : decoded) {
      String folded = LetterTable.fold(meant);
      if (index.syllables().has(folded)) {
        word.mend(folded);
      }
    }
    if (term.folded().chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return;
    }
    Map<String, Integer> support = support(number);
    Map<String, Integer> order = new LinkedHashMap<>();
    boolean known = index.syllables().has(term.folded());
    for (String changed : Keys.changes(term.folded())) {
      // a word that there is stands for another only where its neighbours want that one
      if (index.syllables().has(changed) && (!known || support.containsKey(changed))) {
        order.put(changed, order.size());
      }
    }
    order.keySet().stream()
        .sorted(
            Comparator.comparingInt((String changed) -> -support.getOrDefault(changed, -1))
                .thenComparingInt(order::get))
        .limit(MOST)
        .forEach(word::mend);
  }

  /** Whether the index has the word, side by side with a neighbour if there are any. */
  private boolean isSupported(int number) {
    Query.Term term = query.terms().get(number);
    if (isUnknown(number)) {
      return false;
    }
    boolean joinedAfter =
        number + 1 < query.terms().size() && query.terms().get(number + 1).joined();
    if (!term.joined() && !joinedAfter) {
      return true;
    }
    // beside a word that nobody knows it is that one which is wrong
    return (term.joined() && (isUnknown(number - 1) || isPair(number - 1, number)))
        || (joinedAfter && (isUnknown(number + 1) || isPair(number, number + 1)));
  }

  private boolean isUnknown(int number) {
    String folded = query.terms().get(number).folded();
    return wanted.get(number).counts(folded) && index.owners(folded).isEmpty();
  }

  /** Whether two neighbours, or what the second may go on to be, stand side by side somewhere. */
  private boolean isPair(int first, int second) {
    Set<String> next = wanted.get(second).folded();
    return after(first).keySet().stream().anyMatch(next::contains)
        || before(second).containsKey(query.terms().get(first).folded());
  }

  /**
   * How well the neighbour of a word goes with others in its place. One is asked, the one before
   * where there is one: that tells more, since notes about what follows stand with it, and with
   * both nothing more is found for a fifth more requests.
   */
  private Map<String, Integer> support(int number) {
    if (query.terms().get(number).joined()) {
      index.loadPairs(query.terms().get(number - 1).folded(), "");
      return after(number - 1);
    }
    if (number + 1 < query.terms().size() && query.terms().get(number + 1).joined()) {
      index.loadPairs(query.terms().get(number + 1).folded(), "");
      return before(number + 1);
    }
    return Map.of();
  }
}
