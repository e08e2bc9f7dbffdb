package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.text.LetterTable;

/** Tells how a query was understood, by the words that the best article has. Stateless. */
final class Correction {

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
    Wanted word = wanted.get(number);
    int best = 0;
    Optional<String> form = Optional.empty();
    for (String folded : word.folded()) {
      for (Index.Owner owner : index.owners(folded)) {
        int quality = word.quality(owner.exact(), folded);
        if (quality > 0 && index.has(owner.text(), owner.first(), article)) {
          int value = quality;
          value += isPair(index, wanted, number, number - 1, owner.exact(), article) ? 16 : 0;
          value += isPair(index, wanted, number, number + 1, owner.exact(), article) ? 16 : 0;
          if (value > best) {
            best = value;
            form = Optional.of(owner.exact());
          }
        }
      }
    }
    return form;
  }

  /** Whether an article has a form of a word side by side with some form of a neighbour. */
  private static boolean isPair(
      Index index, List<Wanted> wanted, int number, int neighbour, String form, int article) {
    int second = Math.max(number, neighbour);
    if (neighbour < 0 || second == wanted.size() || !wanted.get(second).term().joined()) {
      return false;
    }
    for (String folded : wanted.get(neighbour).folded()) {
      for (String other : index.forms(folded)) {
        boolean isForm = wanted.get(neighbour).quality(other, folded) > 0;
        String first = number < neighbour ? form : other;
        String next = number < neighbour ? other : form;
        if (isForm && index.isPair(first, next, article)) {
          return true;
        }
      }
    }
    return false;
  }
}
