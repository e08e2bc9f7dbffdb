package vn.cachlamhay.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says, in one language. Immutable and thread-safe. */
final class Texts {

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "vn.cachlamhay.cli.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Texts in(String language) {
    return new Texts(Locale.forLanguageTag(language));
  }

  /** For the help, which picocli puts together. */
  ResourceBundle bundle() {
    return bundle;
  }

  /** A text with its gaps filled. */
  String text(String key, Object... args) {
    return new MessageFormat(bundle.getString(key), locale).format(args);
  }

  /** {@code vi} or {@code en}. */
  String language() {
    return locale.getLanguage();
  }
}
