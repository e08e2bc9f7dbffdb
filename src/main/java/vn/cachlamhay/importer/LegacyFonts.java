package vn.cachlamhay.importer;

import java.util.Set;
import java.util.TreeSet;

/**
 * Recognises text that only looks Vietnamese in a font of its own, from before Unicode. For one
 * document and one thread.
 */
final class LegacyFonts {

  private final Set<String> seen = new TreeSet<>();

  /**
   * Looks at words and their font.
   *
   * @param families as a style sheet names them
   */
  void look(String families, String text) {
    if (families.isEmpty()) {
      return;
    }
    int comma = families.indexOf(',');
    String family =
        families
            .substring(0, comma < 0 ? families.length() : comma)
            .replaceAll("[\"']", "")
            .strip();
    boolean tcvn = family.regionMatches(true, 0, ".vn", 0, 3);
    boolean vni = family.regionMatches(true, 0, "vni-", 0, 4);
    if ((tcvn || vni) && isOldCode(text)) {
      seen.add(family);
    }
  }

  /** The fonts of such text. */
  Set<String> seen() {
    return seen;
  }

  /** Letters of Latin-1 where Unicode would have Vietnamese ones. */
  private static boolean isOldCode(String text) {
    boolean old = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u1ea0' && c <= '\u1ef9' || "ăĂđĐơƠưƯ".indexOf(c) >= 0) {
        return false;
      }
      old |= c > '\u00a0' && c <= '\u00ff';
    }
    return old;
  }
}
