package vn.cachlamhay.encoding;

/**
 * Bytes as a program shows them that takes them for windows-1252 (Microsoft; the five codes that it
 * leaves free are control characters, as in the Encoding Standard), and back. Stateless.
 */
final class Windows1252 {

  /** The codes 80 to 9F, where windows-1252 is not ISO 8859-1. */
  private static final String HIGH =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
          + "\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + "\u009d\u017e\u0178";

  private Windows1252() {}

  static char letter(int code) {
    return code >= 0x80 && code < 0xA0 ? HIGH.charAt(code - 0x80) : (char) code;
  }

  /** The code of a character, or -1; control characters from ISO 8859-1 keep theirs. */
  static int code(char letter) {
    if (letter < 0x100) {
      return letter;
    }
    int high = HIGH.indexOf(letter);
    return high < 0 ? -1 : 0x80 + high;
  }

  static String text(byte[] bytes, int start, int end) {
    var text = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      text.append(letter(bytes[i] & 0xFF));
    }
    return text.toString();
  }
}
