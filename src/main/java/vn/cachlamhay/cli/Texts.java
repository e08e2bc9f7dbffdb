package vn.cachlamhay.cli;

import java.util.ResourceBundle;
import vn.cachlamhay.diag.WordBundle;

/** What the command line says, in one language. Immutable and thread-safe. */
final class Texts {

  private final WordBundle words;

  private Texts(WordBundle words) {
    this.words = words;
  }

  static Texts in(String language) {
    return new Texts(WordBundle.of("vn.cachlamhay.cli.texts", language));
  }

  /** For the help, which picocli puts together. */
  ResourceBundle bundle() {
    return words.bundle();
  }

  /** A text with its gaps filled. */
  String text(String key, Object... args) {
    return words.format(key, args);
  }

  /** {@code vi} or {@code en}. */
  String language() {
    return words.language();
  }
}
