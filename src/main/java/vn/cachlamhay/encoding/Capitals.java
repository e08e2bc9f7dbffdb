package vn.cachlamhay.encoding;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.LetterTable;
import vn.cachlamhay.text.VietnameseText;

/**
 * TCVN3 has no capitals with tones, so a heading in capitals comes out as "CộNG HOà". Here they
 * become capitals where the letters around them leave no doubt. Stateless.
 */
final class Capitals {

  private Capitals() {}

  /**
   * Between two places of a text.
   *
   * @param toned whether it has small letters with a tone
   * @param capitals its capital letters; -1 where a small letter that has a capital in TCVN3 shows
   *     that it is none of these words
   */
  private record Word(int start, int end, boolean toned, int capitals) {

    boolean isSurelyCapitals() {
      return toned && capitals >= 2;
    }
  }

  static String restored(String text) {
    List<Word> words = words(text);
    var sure = new boolean[words.size()];
    for (int i = 0; i < sure.length; i++) {
      sure[i] = words.get(i).isSurelyCapitals() || i > 0 && sure[i - 1] && isPart(words, i);
    }
    StringBuilder out = null;
    for (int i = sure.length - 1; i >= 0; i--) {
      sure[i] |= i + 1 < sure.length && sure[i + 1] && isPart(words, i);
      if (sure[i]) {
        Word word = words.get(i);
        out = out == null ? new StringBuilder(text) : out;
        String upper = text.substring(word.start, word.end).toUpperCase(VietnameseText.LOCALE);
        out.replace(word.start, word.end, upper);
      }
    }
    return out == null ? text : out.toString();
  }

  /** "Hà" alone may be a name; beside capitals, and with no small letters beside it, it is not. */
  private static boolean isPart(List<Word> words, int i) {
    return words.get(i).toned
        && words.get(i).capitals >= 0
        && !(i > 0 && words.get(i - 1).capitals < 0)
        && !(i + 1 < words.size() && words.get(i + 1).capitals < 0);
  }

  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        if (i > start) {
          words.add(word(text, start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static Word word(String text, int start, int end) {
    boolean toned = false;
    int capitals = 0;
    boolean small = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        capitals++;
      } else if (LetterTable.toneless(c) != c) {
        toned = true;
      } else {
        small = true;
      }
    }
    return new Word(start, end, toned, small ? -1 : capitals);
  }
}
