package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cachlamhay.text.LetterTable;

/**
 * A word of a query with all that may stand for it, and how well. Grows while a query is being
 * understood; for one thread.
 */
final class Wanted {

  /** As it was typed. */
  static final int EXACT = 16;

  private static final int OTHER_TONE = 5;
  private static final int FOLDED = 3;

  /** As it was typed, and on. */
  static final int COMPLETED = 12;

  private static final int COMPLETED_FOLDED = 2;
  private static final int MENDED = 9;
  private static final int MENDED_FOLDED = 5;

  private final Query.Term term;
  private final boolean alone;
  private final Syllables syllables;
  private final boolean bare;
  private final boolean verbatim;
  private final String toneless;
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private boolean anywhere;

  /** How a folded word came to stand for the one that was typed. */
  private enum Way {
    TYPED,
    COMPLETED,
    MENDED
  }

  private Wanted(
      Query.Term term, boolean alone, boolean bare, boolean verbatim, Syllables syllables) {
    this.term = term;
    this.alone = alone;
    this.syllables = syllables;
    this.bare = bare;
    this.verbatim = verbatim || term.quoted();
    this.toneless = LetterTable.withoutTones(term.exact());
    ways.put(term.folded(), Way.TYPED);
  }

  /**
   * The words of a query.
   *
   * @param bare whether every marking of its words is meant
   * @param verbatim whether every word is meant as it stands
   */
  static List<Wanted> of(
      List<Query.Term> terms, boolean bare, boolean verbatim, Syllables syllables) {
    var wanted = new ArrayList<Wanted>();
    for (int i = 0; i < terms.size(); i++) {
      boolean joined = terms.get(i).joined() || (i + 1 < terms.size() && terms.get(i + 1).joined());
      wanted.add(new Wanted(terms.get(i), !joined, bare, verbatim, syllables));
    }
    return wanted;
  }

  /**
   * Whether articles count that have a word which may stand for this one, wherever. Beside others
   * heavy syllables, and words that were not typed, count only in pairs with these, unless nothing
   * is found that way.
   */
  boolean counts(String folded) {
    return alone || anywhere || (ways.get(folded) == Way.TYPED && !syllables.isHeavy(folded));
  }

  /** Whether articles that have the word as it was typed count only beside its neighbours. */
  boolean isLimited() {
    return !counts(term.folded());
  }

  /** From now on all of them count. */
  void countAnywhere() {
    anywhere = true;
  }

  Query.Term term() {
    return term;
  }

  /** The folded words that may stand for it. */
  Set<String> folded() {
    return ways.keySet();
  }

  void complete(String folded) {
    ways.putIfAbsent(folded, Way.COMPLETED);
  }

  void mend(String folded) {
    ways.putIfAbsent(folded, Way.MENDED);
  }

  boolean isCompleted() {
    return ways.containsValue(Way.COMPLETED);
  }

  /** How well a word stands for it: up to {@link #EXACT}, 0 where it does not. */
  int quality(String exact, String folded) {
    Way way = ways.get(folded);
    if (way == null) {
      return 0;
    }
    if (way == Way.COMPLETED) {
      return bare || exact.startsWith(term.exact()) ? COMPLETED : COMPLETED_FOLDED;
    }
    if (way == Way.MENDED) {
      return isNear(exact, term.exact()) ? MENDED : MENDED_FOLDED;
    }
    return typed(exact);
  }

  private int typed(String exact) {
    if (bare || exact.equals(term.exact())) {
      return EXACT;
    }
    if (verbatim) {
      return 0;
    }
    return LetterTable.withoutTones(exact).equals(toneless) ? OTHER_TONE : FOLDED;
  }

  /** Whether two words differ in one letter, or in two neighbours that changed places. */
  static boolean isNear(String a, String b) {
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int left = a.length() - start - end;
    int right = b.length() - start - end;
    return Math.max(left, right) <= 1
        || (left == 2
            && right == 2
            && a.charAt(start) == b.charAt(start + 1)
            && a.charAt(start + 1) == b.charAt(start));
  }
}
