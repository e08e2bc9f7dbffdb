package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.text.TonePlacement;
import vn.cachlamhay.text.VietnameseText;

/**
 * What an answer has to be; see the README beside the files. Immutable.
 *
 * @param ranks keys that come first; those of one set in any order
 * @param partly of the articles that lack words, those that come first
 * @param not keys that are not shown
 * @param nothingElse whether only those named are shown
 * @param correction what is said to have been understood; empty where nothing may be said
 * @param anyCorrection whether that is left open
 */
record Expected(
    Kind kind,
    List<Set<String>> ranks,
    List<Set<String>> partly,
    Set<String> not,
    boolean nothingElse,
    Optional<String> correction,
    boolean anyCorrection) {

  /** Of which articles the ranks speak. */
  enum Kind {
    /** Articles that have every word. */
    FULL,
    /** Articles that lack words, for no article has all. */
    PARTLY,
    /** Those that come first, whether they lack words or not. */
    FIRST,
    NOTHING,
    ANYTHING
  }

  /**
   * An answer.
   *
   * @param hits keys, best first
   * @param full how many of them, at the beginning, have every word
   */
  record Answer(List<String> hits, int full, Optional<String> corrected) {

    /** What a reader sees before asking for more. */
    List<String> shown() {
      return full > 0 ? hits.subList(0, full) : hits;
    }
  }

  /** What is wrong with an answer; empty for a right one. */
  List<String> complaints(Answer answer) {
    var complaints = new ArrayList<String>();
    List<String> hits = answer.hits();
    if (answer.full() < 0 || answer.full() > hits.size()) {
      complaints.add(answer.full() + " full ones of " + hits.size());
      return complaints;
    }
    if (new HashSet<>(hits).size() < hits.size()) {
      complaints.add("an article comes twice");
    }
    List<String> full = hits.subList(0, answer.full());
    switch (kind) {
      case FULL -> compare("full", ranks, full, complaints);
      case FIRST -> compare("first", ranks, hits, complaints);
      case PARTLY -> {
        compare("partly", ranks, hits, complaints);
        if (!full.isEmpty()) {
          complaints.add("none should have every word");
        }
      }
      case NOTHING -> {
        if (!hits.isEmpty()) {
          complaints.add("nothing should be found");
        }
      }
      case ANYTHING -> {}
    }
    compare("partly", partly, hits.subList(answer.full(), hits.size()), complaints);
    checkOthers(answer, complaints);
    checkCorrection(answer.corrected(), complaints);
    return complaints;
  }

  private void checkOthers(Answer answer, List<String> complaints) {
    for (String key : not) {
      if (answer.shown().contains(key)) {
        complaints.add(key + " should not be shown");
      }
    }
    List<String> last = partly.isEmpty() ? answer.shown() : answer.hits();
    if (nothingElse && last.size() > count(ranks) + count(partly)) {
      complaints.add("more is shown than expected");
    }
  }

  private void checkCorrection(Optional<String> said, List<String> complaints) {
    if (anyCorrection) {
      return;
    }
    if (correction.isEmpty()) {
      said.ifPresent(text -> complaints.add("nothing should be said to be corrected"));
    } else if (said.map(this::isAnotherCorrection).orElse(true)) {
      complaints.add("should be said to be \"" + correction.get() + "\"");
    }
  }

  private boolean isAnotherCorrection(String said) {
    String wanted = correction.orElseThrow();
    return VietnameseText.isPlainAscii(wanted)
        ? !VietnameseText.fold(said).equals(VietnameseText.fold(wanted))
        : !form(said).equals(form(wanted));
  }

  private static String form(String text) {
    return TonePlacement.old(VietnameseText.nfc(text).toLowerCase(VietnameseText.LOCALE));
  }

  private static void compare(
      String what, List<Set<String>> ranks, List<String> hits, List<String> complaints) {
    int at = 0;
    for (Set<String> rank : ranks) {
      int end = at + rank.size();
      if (end > hits.size() || !rank.equals(Set.copyOf(hits.subList(at, end)))) {
        complaints.add(what + ": " + String.join(" = ", rank) + " should come as no. " + (at + 1));
        return;
      }
      at = end;
    }
  }

  private static int count(List<Set<String>> ranks) {
    return ranks.stream().mapToInt(Set::size).sum();
  }
}
