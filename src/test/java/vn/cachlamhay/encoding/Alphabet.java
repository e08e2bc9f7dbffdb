package vn.cachlamhay.encoding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The letters of Vietnamese, made by putting tones on vowels. */
final class Alphabet {

  static final List<String> VOWELS =
      List.of("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y");

  /** None, then huyền, hỏi, ngã, sắc, nặng. */
  static final List<String> TONES = List.of("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323");

  private Alphabet() {}

  /** All letters of the alphabet in every tone, first small, then capital; with f, j, w and z. */
  static List<String> all() {
    var letters = new ArrayList<String>();
    for (String vowel : VOWELS) {
      for (String tone : TONES) {
        letters.add(Normalizer.normalize(vowel + tone, Normalizer.Form.NFC));
      }
    }
    letters.addAll(List.of("bcdđfghjklmnpqrstvwxz".split("")));
    List.copyOf(letters).forEach(letter -> letters.add(letter.toUpperCase(Locale.ROOT)));
    return letters;
  }

  /** Those that are not in ASCII. */
  static List<String> accented() {
    return all().stream().filter(letter -> letter.charAt(0) > 127).toList();
  }

  /** The tone of a letter, as a mark; empty for none. */
  static String tone(String letter) {
    String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
    return TONES.stream()
        .filter(tone -> !tone.isEmpty() && decomposed.contains(tone))
        .findFirst()
        .orElse("");
  }

  /** The letter without its tone. */
  static String base(String letter) {
    String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
    String tone = tone(letter);
    return Normalizer.normalize(
        tone.isEmpty() ? decomposed : decomposed.replace(tone, ""), Normalizer.Form.NFC);
  }
}
