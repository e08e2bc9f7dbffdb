package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the right side of a row. For one block: it knows the keys that may be named. */
final class ExpectedParser {

  private static final String PARTLY = "partly: ";
  private static final String FIRST = "first: ";
  private static final String NOT = "not: ";
  private static final String CORRECTION = " ~ ";

  private final Set<String> keys;

  ExpectedParser(Collection<String> keys) {
    this.keys = Set.copyOf(keys);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  Expected parse(String text) {
    int tilde = text.indexOf(CORRECTION);
    String[] clauses = (tilde < 0 ? text : text.substring(0, tilde)).split(" … ", -1);
    Optional<String> correction =
        tilde < 0
            ? Optional.empty()
            : Optional.of(text.substring(tilde + CORRECTION.length()).strip());
    if (correction.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException("nothing after ~");
    }
    boolean any = correction.filter("?"::equals).isPresent();
    String main = clauses[0].strip();
    Expected.Kind kind = kind(main);
    var named = new HashSet<String>();
    List<Set<String>> ranks =
        switch (kind) {
          case FULL -> ranks(main, named);
          case PARTLY -> ranks(main.substring(PARTLY.length()), named);
          case FIRST -> ranks(main.substring(FIRST.length()), named);
          case NOTHING, ANYTHING -> List.of();
        };
    List<Set<String>> partly = List.of();
    Set<String> not = Set.of();
    boolean nothingElse = false;
    for (int i = 1; i < clauses.length; i++) {
      String clause = clauses[i].strip();
      if (clause.startsWith(NOT)) {
        not = keysOf(clause.substring(NOT.length()), ",", named);
      } else if (clause.startsWith(PARTLY) && kind == Expected.Kind.FULL) {
        partly = ranks(clause.substring(PARTLY.length()), named);
      } else if (clause.equals("nothing else") && !ranks.isEmpty()) {
        nothingElse = true;
      } else {
        throw new IllegalArgumentException("\"" + clause + "\" is not understood here");
      }
    }
    return new Expected(
        kind, ranks, partly, not, nothingElse, any ? Optional.empty() : correction, any);
  }

  private static Expected.Kind kind(String main) {
    if (main.startsWith(PARTLY)) {
      return Expected.Kind.PARTLY;
    }
    if (main.startsWith(FIRST)) {
      return Expected.Kind.FIRST;
    }
    return switch (main) {
      case "nothing" -> Expected.Kind.NOTHING;
      case "anything" -> Expected.Kind.ANYTHING;
      default -> Expected.Kind.FULL;
    };
  }

  private List<Set<String>> ranks(String text, Set<String> named) {
    var ranks = new ArrayList<Set<String>>();
    for (String rank : text.split(">", -1)) {
      ranks.add(keysOf(rank, "=", named));
    }
    return ranks;
  }

  private Set<String> keysOf(String text, String between, Set<String> named) {
    var found = new LinkedHashSet<String>();
    for (String part : text.split(between, -1)) {
      String key = part.strip();
      if (!keys.contains(key)) {
        throw new IllegalArgumentException("no article \"" + key + "\"");
      }
      if (!named.add(key)) {
        throw new IllegalArgumentException("\"" + key + "\" is named twice");
      }
      found.add(key);
    }
    return found;
  }
}
