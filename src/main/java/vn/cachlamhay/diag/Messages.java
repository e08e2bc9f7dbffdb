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

  /** What to do about it; several lines are possible; empty where there is nothing to advise. */
  public String hint(Problem problem) {
    return text(problem.code().code() + ".hint", problem.args());
  }

  /**
   * The whole report of a problem as design.md lays it down: place, code, message, then the hint.
   */
  public String format(Problem problem) {
    String hint = hint(problem);
    String head =
        "%s: %s [%s] %s"
            .formatted(
                problem.pos(),
                bundle.getString(problem.isError() ? "error" : "notice"),
                problem.code().code(),
                message(problem));
    return hint.isEmpty() ? head : head + "\n    " + bundle.getString("hint") + ": " + hint;
  }

  private String text(String key, List<String> args) {
    return new MessageFormat(bundle.getString(key), locale).format(args.toArray());
  }
}
