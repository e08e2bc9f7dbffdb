package vn.cachlamhay.text;

import java.text.Normalizer;

/**
 * Where the tone mark of a syllable belongs, by the rules of {@link TonePlacement} the old way: on
 * the letter with a hat, breve or horn; in closed syllables and in the middle of three vowels on
 * the second; otherwise on the first. Stateless.
 */
final class ToneMarks {

  private static final String VOWELS = "aăâeêioôơuưy";
  private static final String HATS = "ăâêôơư";
  private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

  private ToneMarks() {}

  /**
   * The word with its mark where it belongs; the same where it is there, and where the word is no
   * single syllable of Vietnamese with a tone.
   *
   * @param word composed letters of any case
   */
  static String placed(String word) {
    if (VietnameseText.isPlainAscii(word)) {
      return word;
    }
    String lower = word.toLowerCase(VietnameseText.LOCALE);
    if (lower.length() != word.length() || vowels(lower) < 2 || !VietnameseSyllables.isOne(lower)) {
      return word;
    }
    int marked = -1;
    for (int i = 0; i < lower.length(); i++) {
      marked = LetterTable.toneless(lower.charAt(i)) != lower.charAt(i) ? i : marked;
    }
    int right = marked < 0 ? -1 : place(LetterTable.withoutTones(lower));
    if (marked == right) {
      return word;
    }
    char tone = tone(lower.charAt(marked));
    var placed = new StringBuilder(word);
    placed.setCharAt(marked, inCaseOf(word, marked, LetterTable.toneless(lower.charAt(marked))));
    String letter =
        Normalizer.normalize(lower.charAt(right) + String.valueOf(tone), Normalizer.Form.NFC);
    placed.setCharAt(right, inCaseOf(word, right, letter.charAt(0)));
    return placed.toString();
  }

  private static int vowels(String lower) {
    int vowels = 0;
    for (int i = 0; i < lower.length(); i++) {
      vowels += VOWELS.indexOf(LetterTable.toneless(lower.charAt(i))) >= 0 ? 1 : 0;
    }
    return vowels;
  }

  private static char inCaseOf(String word, int at, char letter) {
    return Character.isUpperCase(word.charAt(at)) ? Character.toUpperCase(letter) : letter;
  }

  private static char tone(char letter) {
    String marks = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
    for (char mark : marks.toCharArray()) {
      if (TONES.indexOf(mark) >= 0) {
        return mark;
      }
    }
    throw new IllegalStateException("No tone: " + letter);
  }

  /** The index of the letter that carries the mark, in a syllable without it. */
  private static int place(String plain) {
    int start = 0;
    while (VOWELS.indexOf(plain.charAt(start)) < 0) {
      start++;
    }
    int end = start;
    while (end < plain.length() && VOWELS.indexOf(plain.charAt(end)) >= 0) {
      end++;
    }
    // the u of qu and the i of gi belong to the consonant, where another vowel follows
    if (end - start > 1 && (plain.startsWith("qu") || plain.startsWith("gi"))) {
      start++;
    }
    for (int i = end - 1; i >= start; i--) {
      if (HATS.indexOf(plain.charAt(i)) >= 0) {
        return i;
      }
    }
    boolean second = end - start == 3 || end - start == 2 && end < plain.length();
    return second ? start + 1 : start;
  }
}
