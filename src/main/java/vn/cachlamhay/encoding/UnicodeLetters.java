package vn.cachlamhay.encoding;

/** Letters of Vietnamese that no text in old codes looks like. Stateless. */
final class UnicodeLetters {

  /** What windows-1258 has and windows-1252 has not, then the codes at those places. */
  private static final String PAGE =
      "\u0102\u0300\u0110\u0309\u01a0\u01af\u0303\u0103\u0301\u0111\u0323\u01a1\u01b0\u20ab";

  private static final String CODES =
      "\u00c3\u00cc\u00d0\u00d2\u00d5\u00dd\u00de\u00e3\u00ec\u00f0\u00f2\u00f5\u00fd\u00fe";

  private UnicodeLetters() {}

  /** Whether letters with tones are there that neither windows-1252 nor windows-1258 has. */
  static boolean areIn(String text) {
    return text.chars().anyMatch(c -> c >= 0x1EA0 && c <= 0x1EF9 || "ĨĩŨũ".indexOf(c) >= 0);
  }

  /** Whether letters of windows-1258 are there that windows-1252 does not have. */
  static boolean areOfCodePage(String text) {
    return text.chars().anyMatch(c -> PAGE.indexOf(c) >= 0);
  }

  /** The character at the same place in windows-1252. */
  static char codeOfPage(char letter) {
    int at = PAGE.indexOf(letter);
    return at < 0 ? letter : CODES.charAt(at);
  }
}
