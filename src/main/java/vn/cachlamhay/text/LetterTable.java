package vn.cachlamhay.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Latin letters one by one: what is left of each without its tone and without any diacritic. The
 * table of folding for the search index; the script of the search page makes the same one ({@code
 * search/script/letters.js}), and both fold alike because decompositions of letters that Unicode
 * has never change (Standard Annex 15, section 12; all of these are older than browsers that can
 * run the script). đ, which has none, becomes d. Stateless.
 */
public final class LetterTable {

  /** Latin-1, Latin Extended-A and -B, then Latin Extended Additional: all of Vietnamese. */
  private static final int[][] BLOCKS = {{0xDF, 0x24F}, {0x1E00, 0x1EFF}};

  private static final int END = 0x1F00;
  private static final char[] FOLDED = new char[END];
  private static final char[] TONELESS = new char[END];

  static {
    for (char c = 0; c < END; c++) {
      FOLDED[c] = c;
      TONELESS[c] = c;
    }
    for (int[] block : BLOCKS) {
      for (char c = (char) block[0]; c <= block[1]; c++) {
        if (Character.isLowerCase(c)) {
          FOLDED[c] = single(VietnameseText.fold(String.valueOf(c)), c);
          TONELESS[c] = single(withoutTone(c), c);
        }
      }
    }
  }

  private LetterTable() {}

  /** A lower-case letter without any diacritic: ề, ê and é become e, đ becomes d. */
  public static char folded(char letter) {
    return letter < END ? FOLDED[letter] : letter;
  }

  /** A lower-case letter without its tone: ề becomes ê, đ stays. */
  public static char toneless(char letter) {
    return letter < END ? TONELESS[letter] : letter;
  }

  /** A lower-case NFC text without diacritics; marks that stand alone are left out. */
  public static String fold(String text) {
    int length = text.length();
    int plain = 0;
    while (plain < length && text.charAt(plain) < 0x80) {
      plain++;
    }
    if (plain == length) {
      return text;
    }
    var folded = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!isMark(c)) {
        folded.append(folded(c));
      }
    }
    return folded.toString();
  }

  /** A lower-case NFC text without tones. */
  public static String withoutTones(String text) {
    var toneless = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      toneless.append(toneless(text.charAt(i)));
    }
    return toneless.toString();
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && c <= 0x36F;
  }

  /** Grave, acute, hook above, tilde, dot below: the marks of the five tones. */
  private static String withoutTone(char letter) {
    String decomposed = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
    List<String> left = new ArrayList<>();
    for (char c : decomposed.toCharArray()) {
      if ("\u0300\u0301\u0309\u0303\u0323".indexOf(c) < 0) {
        left.add(String.valueOf(c));
      }
    }
    return Normalizer.normalize(String.join("", left), Normalizer.Form.NFC);
  }

  private static char single(String result, char otherwise) {
    return result.length() == 1 ? result.charAt(0) : otherwise;
  }
}
