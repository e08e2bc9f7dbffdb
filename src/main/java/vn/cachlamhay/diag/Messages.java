package vn.cachlamhay.diag;

import java.util.List;

/**
 * The words of problems in one language, from the resource bundle {@code problems}. Immutable and
 * thread-safe.
 */
public final class Messages {

  private final WordBundle words;

  private Messages(WordBundle words) {
    this.words = words;
  }

  /**
   * The words in a language.
   *
   * @param language {@code vi} or {@code en}
   */
  public static Messages in(String language) {
    return new Messages(WordBundle.of("vn.cachlamhay.diag.problems", language));
  }

  /** What is wrong, in one line. */
  public String message(Problem problem) {
    return text(problem.code().code(), problem.args());
  }

  /**
   * What to do about it. Where the nearest valid value would be named and there is none (an empty
   * particular), the words of {@code .hint.none} stand in.
   */
  public String hint(Problem problem) {
    String key = problem.code().code() + ".hint";
    boolean none = problem.args().contains("") && words.has(key + ".none");
    return text(none ? key + ".none" : key, problem.args());
  }

  /**
   * The whole report of a problem: place, severity, code and message, then the hint on its own
   * line.
   */
  public String format(Problem problem) {
    return "%s: %s [%s] %s\n    %s: %s"
        .formatted(
            problem.pos(),
            words.get(problem.isError() ? "error" : "notice"),
            problem.code().code(),
            message(problem),
            words.get("hint"),
            hint(problem));
  }

  private String text(String key, List<String> args) {
    return words.format(key, args.toArray());
  }
}
