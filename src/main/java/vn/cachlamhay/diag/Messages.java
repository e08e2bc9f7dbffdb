package vn.cachlamhay.diag;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of problems in one language, from the resource bundle {@code problems}. Immutable and
 * thread-safe.
 */
public final class Messages {

  private static final String BUNDLE = "vn.cachlamhay.diag.problems";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * The words in a language.
   *
   * @param language {@code vi} or {@code en}
   */
  public static Messages in(String language) {
    return new Messages(Locale.forLanguageTag(language));
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
    boolean none = problem.args().contains("") && bundle.containsKey(key + ".none");
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
            bundle.getString(problem.isError() ? "error" : "notice"),
            problem.code().code(),
            message(problem),
            bundle.getString("hint"),
            hint(problem));
  }

  private String text(String key, List<String> args) {
    return new MessageFormat(bundle.getString(key), locale).format(args.toArray());
  }
}
