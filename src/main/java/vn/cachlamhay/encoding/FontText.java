package vn.cachlamhay.encoding;

import vn.cachlamhay.text.VietnameseText;

/**
 * Words in fonts from before Unicode, as they look there. Text that is Unicode already stays as it
 * is, whatever its font. Stateless.
 */
public final class FontText {

  private FontText() {}

  /**
   * The words as the font shows them; unchanged where the font is none of the old ones.
   *
   * @param fontFamily as {@link FontEncodings#ofFont} takes it
   * @param text as it stands in the document. Give neighbouring pieces in one font at once: a
   *     letter of VNI is two characters, which may not be torn apart
   */
  public static String toUnicode(String fontFamily, String text) {
    return toUnicode(fontFamily, text, text);
  }

  /**
   * The same for a piece of a paragraph. A short piece can often be read both ways: "có" is
   * Vietnamese, and in the codes of TCVN3 it is "cú". Then what stands around it decides.
   *
   * @param around the text of the paragraph, the piece itself with it
   */
  public static String toUnicode(String fontFamily, String text, String around) {
    return FontEncodings.ofFont(fontFamily)
        .filter(encoding -> !isUnicode(encoding, text, around))
        .map(encoding -> converted(encoding, fontFamily, text))
        .orElse(text);
  }

  private static String converted(LegacyEncoding encoding, String fontFamily, String text) {
    String letters = encoding.toUnicode(codes(text));
    return FontEncodings.isCapitals(fontFamily)
        ? letters.toUpperCase(VietnameseText.LOCALE)
        : letters;
  }

  private static boolean isUnicode(LegacyEncoding encoding, String text, String around) {
    if (UnicodeLetters.areIn(text)) {
      return true;
    }
    int gain = gain(encoding, text);
    return gain == 0 || isOneWord(text) ? gain(encoding, around) < 0 : gain < 0;
  }

  /**
   * How many more words are Vietnamese after conversion than before; below zero where the text is
   * Unicode, whatever its font.
   */
  private static int gain(LegacyEncoding encoding, String text) {
    if (UnicodeLetters.areIn(text)) {
      return -1;
    }
    int before = Evidence.of(Composition.of(text)).score();
    int after = Evidence.of(encoding.toUnicode(codes(text))).score();
    if (UnicodeLetters.areOfCodePage(text)) {
      // codes that a Vietnamese Windows showed, or else Unicode
      return after > before ? 1 : -1;
    }
    // one word can be anything, and then the font is right
    return before > 1 || after > before ? after - before : 0;
  }

  private static boolean isOneWord(String text) {
    return text.strip().indexOf(' ') < 0;
  }

  /** As the bytes look in windows-1252. */
  private static String codes(String text) {
    var codes = new StringBuilder(text.length());
    boolean page = UnicodeLetters.areOfCodePage(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uf020' && c <= '\uf0ff') {
        // Word keeps the letters of symbol fonts in the private use area
        codes.append(Windows1252.letter(c - 0xF000));
      } else {
        codes.append(page ? UnicodeLetters.codeOfPage(c) : c);
      }
    }
    return codes.toString();
  }
}
