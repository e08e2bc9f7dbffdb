package vn.cachlamhay.encoding;

import vn.cachlamhay.text.VietnameseSyllables;
import vn.cachlamhay.text.VietnameseText;

/**
 * How much of a text with letters beyond ASCII is Vietnamese. Words in plain letters say nothing:
 * they look alike in every encoding. Immutable.
 *
 * @param good words with Vietnamese letters that are syllables
 * @param bad words with other letters or signs in them, and Vietnamese letters that are no syllable
 */
record Evidence(int good, int bad) {

  static final Evidence NONE = new Evidence(0, 0);

  /** What ends a word, besides white space; signs of other encodings stand in words. */
  private static final String MARKS =
      "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u00a0";

  static Evidence of(String text) {
    int good = 0;
    int bad = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isEnd(text.charAt(i))) {
        if (tells(text, start, i)) {
          if (isSyllable(text.substring(start, i))) {
            // a sign alone is a letter in some encoding
            good += i - start > 1 ? 1 : 0;
          } else {
            bad++;
          }
        }
        start = i + 1;
      }
    }
    return new Evidence(good, bad);
  }

  /** A word that is none weighs as much as two that are: there are names and foreign words. */
  int score() {
    return good - 2 * bad;
  }

  /** Amounts and dimensions (30°C) stand in any text. */
  private static boolean tells(String text, int start, int end) {
    boolean beyond = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return false;
      }
      beyond |= c > 127;
    }
    return beyond;
  }

  private static boolean isEnd(char c) {
    return c <= ' ' || c < 0x80 && !Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
  }

  /** In small letters, in capitals, or with a capital at the beginning. */
  private static boolean isSyllable(String word) {
    String lower = word.toLowerCase(VietnameseText.LOCALE);
    boolean name = word.substring(1).equals(lower.substring(1));
    return (name || word.equals(word.toUpperCase(VietnameseText.LOCALE)))
        && VietnameseSyllables.isOne(lower);
  }
}
