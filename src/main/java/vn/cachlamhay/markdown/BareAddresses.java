package vn.cachlamhay.markdown;

/**
 * Tells at a glance whether a text may hold addresses that stand there as they are. Looking for
 * them in earnest takes a tenth of all the time of a bake, and few articles have any. Stateless.
 */
final class BareAddresses {

  private BareAddresses() {}

  /**
   * False only where there is no {@code ://}, no {@code www.} and no {@code @}, nor anything that
   * Markdown may make one of: a reference to a character, or an escaped one.
   */
  static boolean mayBeIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@'
          || c == '&'
          || (c == ':' && text.startsWith("://", i))
          || (c == '.' && text.regionMatches(true, i - 3, "www", 0, 3))
          || (c == '\\' && i + 1 < text.length() && "/:.".indexOf(text.charAt(i + 1)) >= 0)) {
        return true;
      }
    }
    return false;
  }
}
