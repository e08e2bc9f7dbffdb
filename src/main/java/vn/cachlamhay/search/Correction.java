package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cachlamhay.text.LetterTable;

/** Tells how a query was understood, by the words that the best article has. Stateless. */
final class Correction {

  /** What it counts that a form stands beside a neighbour. */
  private static final int BESIDE = 16;

  private Correction() {}

  /** The query in the words of an article; empty where these are the words of the query. */
  static Optional<String> of(Query query, Index index, List<Wanted> wanted, int article) {
    var words = new ArrayList<String>();
    boolean other = false;
    for (int i = 0; i < wanted.size(); i++) {
      String typed = wanted.get(i).term().exact();
      String found = word(index, wanted, i, article).orElse(typed);
      boolean same = query.bare() ? LetterTable.fold(found).equals(typed) : found.equals(typed);
      other |= !same && !isOnlyLonger(query, i, found);
      words.add(found);
    }
    return other ? Optional.of(String.join(" ", words)) : Optional.empty();
  }

  /** Completing the word that is being typed is no correction. */
  private static boolean isOnlyLonger(Query query, int number, String found) {
    return query.unfinished()
        && number == query.terms().size() - 1
        && LetterTable.fold(found).startsWith(query.terms().get(number).folded());
  }

  /** The form of a word that an article has: side by side with a neighbour, if it has one. */
  private static Optional<String> word(Index index, List<Wanted> wanted, int number, int article) {
    Map<String, Integer> values = new TreeMap<>();
    Wanted word = wanted.get(number);
    for (String folded : word.folded()) {
      for (Index.Owner owner : index.owners(folded)) {
        if (word.counts(folded)
            && Index.has(Line.Kind.SINGLE, owner.text(), owner.first(), article)) {
          values.merge(owner.exact(), word.quality(owner.exact(), folded), Math::max);
        }
      }
    }
    for (int second = number; second <= number + 1; second++) {
      if (second < wanted.size() && wanted.get(second).term().joined()) {
        Set<String> forms = new TreeSet<>();
        boolean isSecond = second == number;
        Pairs.of(
            index,
            wanted.get(second - 1),
            wanted.get(second),
            (first, next, quality, text, from) -> {
              if (Index.has(Line.Kind.AFTER, text, from, article)) {
                forms.add(isSecond ? next : first);
              }
            });
        forms.forEach(
            form -> {
              int quality = word.quality(form, LetterTable.fold(form));
              values.merge(form, quality + BESIDE, (a, b) -> Math.max(a, quality) + BESIDE);
            });
      }
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }
}
