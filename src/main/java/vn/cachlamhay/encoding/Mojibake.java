package vn.cachlamhay.encoding;

import vn.cachlamhay.text.VietnameseSyllables;
import vn.cachlamhay.text.VietnameseText;

/**
 * UTF-8 that some program took for windows-1252 and saved so: "Viá»‡t". Each letter of several
 * bytes is put together again. Stateless.
 */
final class Mojibake {

  private static final int ROUNDS = 2;

  private Mojibake() {}

  /** The text as it was meant; the same where nothing in it is such a letter. */
  static String repaired(String text) {
    String repaired = text;
    for (int i = 0; i < ROUNDS; i++) {
      String next = once(repaired);
      if (next.equals(repaired)) {
        return repaired;
      }
      repaired = next;
    }
    return repaired;
  }

  private static String once(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int length = sequence(text, i);
      if (length > 0) {
        out.appendCodePoint(letter(text, i, length));
        i += length - 1;
      } else if (text.startsWith("\u00c3 ", i)) {
        // the second code of à is a hard space, which many programs make a plain one
        out.append('à');
        i += isSpaceOfLetter(out, text, i + 2) ? 1 : 0;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** The number of codes of a letter in UTF-8; 0 where there is none. */
  private static int sequence(String text, int at) {
    int first = Windows1252.code(text.charAt(at));
    int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
    if (length == 0 || at + length > text.length()) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      int code = Windows1252.code(text.charAt(i));
      if (code < 0x80 || code > 0xBF) {
        return 0;
      }
    }
    return first == 0xE0 && Windows1252.code(text.charAt(at + 1)) < 0xA0 ? 0 : length;
  }

  private static int letter(String text, int at, int length) {
    int letter = Windows1252.code(text.charAt(at)) & (length == 2 ? 0x1F : 0x0F);
    for (int i = at + 1; i < at + length; i++) {
      letter = letter << 6 | Windows1252.code(text.charAt(i)) & 0x3F;
    }
    return letter;
  }

  /**
   * Whether the space behind Ã belongs to the letter: another space follows, or the letters behind
   * it go on with the syllable ("toÃ n").
   */
  private static boolean isSpaceOfLetter(StringBuilder before, String text, int after) {
    if (after == text.length() || !Character.isLetter(text.charAt(after))) {
      return true;
    }
    int start = before.length();
    while (start > 0 && Character.isLetter(before.charAt(start - 1))) {
      start--;
    }
    int end = after;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return VietnameseSyllables.isOne(
        (before.substring(start) + text.substring(after, end)).toLowerCase(VietnameseText.LOCALE));
  }
}
