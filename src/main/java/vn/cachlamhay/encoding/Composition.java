package vn.cachlamhay.encoding;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Letters whose marks stand behind them as characters of their own, put together. Nothing else of a
 * text changes: full composition (NFC) also replaces signs that only look alike. Stateless.
 */
final class Composition {

  private static final Pattern MARKED = Pattern.compile("\\p{L}[\\u0300-\\u036f]+");

  private Composition() {}

  static String of(String text) {
    return isNeeded(text)
        ? MARKED
            .matcher(text)
            .replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFC))
        : text;
  }

  /** Whether there is any such mark. */
  static boolean isNeeded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0300' && c <= '\u036f') {
        return true;
      }
    }
    return false;
  }
}
