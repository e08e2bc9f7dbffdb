package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.TonePlacement;
import vn.cachlamhay.text.VietnameseText;

/**
 * A word of a line. Immutable.
 *
 * @param text as written
 * @param key in lower case, tones in their old place
 * @param start its first letter in the line
 * @param gap what stands before it, from the word before
 */
record Word(String text, String key, int start, String gap) {

  private static final int LONGEST = 30;

  /** The words of a line; those that are too long to be any are parted. */
  static List<Word> of(String line, int most) {
    var words = new ArrayList<Word>();
    int length = Math.min(line.length(), most);
    int last = 0;
    int i = 0;
    while (i < length) {
      int end = i;
      while (end < length && end - i < LONGEST && Character.isLetterOrDigit(line.charAt(end))) {
        end++;
      }
      if (end > i) {
        String text = line.substring(i, end);
        words.add(
            new Word(
                text,
                TonePlacement.old(text.toLowerCase(VietnameseText.LOCALE)),
                i,
                line.substring(last, i)));
        last = end;
        i = end;
      } else {
        i++;
      }
    }
    return words;
  }

  int end() {
    return start + text.length();
  }

  boolean isCapital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether only a space parts it from the word before. */
  boolean isJoined() {
    return gap.equals(" ");
  }

  /** Whether a sentence begins with it. */
  boolean beginsSentence() {
    return start == 0 || gap.chars().anyMatch(c -> ".!?:;…\"“”(–\n-".indexOf(c) >= 0);
  }
}
