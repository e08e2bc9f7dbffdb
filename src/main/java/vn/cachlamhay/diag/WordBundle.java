package vn.cachlamhay.diag;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words for people in one language, from a resource bundle; a language that is not there is no
 * reason to speak that of the machine. Immutable and thread-safe.
 */
public final class WordBundle {

  private final Locale locale;
  private final ResourceBundle bundle;

  private WordBundle(String name, Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            name,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * The words in a language.
   *
   * @param name of the bundle, with its package
   * @param language {@code vi} or {@code en}
   */
  public static WordBundle of(String name, String language) {
    return new WordBundle(name, Locale.forLanguageTag(language));
  }

  /** {@code vi} or {@code en}. */
  public String language() {
    return locale.getLanguage();
  }

  /** For libraries that ask it themselves. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /** Whether there are words of this name. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** Words as they stand there. */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** Words with their gaps filled, as {@link MessageFormat} does. */
  public String format(String key, Object... args) {
    return new MessageFormat(bundle.getString(key), locale).format(args);
  }
}
