package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.VietnameseText;

/** What a line is like, seen by its letters only. Stateless. */
final class Letters {

  private Letters() {}

  /** Lower case, tones in their old place, one space between the words and nothing else. */
  static String key(String text) {
    String lower = VietnameseText.nameKey(text);
    var key = new StringBuilder(lower.length());
    boolean gap = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        key.append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return key.toString();
  }

  /** Whether it has letters, and all of them are capitals. */
  static boolean capitals(String text) {
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      any |= Character.isUpperCase(c);
    }
    return any;
  }

  /** How many words; those beyond a limit are not counted. */
  static int words(String text, int limit) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length() && words < limit; i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside) {
        words++;
      }
      inside = letter;
    }
    return words;
  }

  /** Whether it ends as a sentence does; closing quotation marks and brackets do not count. */
  static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0 && "\"”’»)]* ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…;:/".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The sentences of a line, with the marks at their ends. */
  static List<String> sentences(String text) {
    var sentences = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean end =
          i + 1 == text.length()
              || ".!?…;".indexOf(text.charAt(i)) >= 0 && Character.isWhitespace(text.charAt(i + 1))
              || text.charAt(i) == '\n';
      if (end) {
        String sentence = text.substring(start, i + 1).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = i + 1;
      }
    }
    return sentences;
  }

  /** With a capital at its head and nowhere else. */
  static String capitalized(String word) {
    String lower = word.toLowerCase(VietnameseText.LOCALE);
    return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  /** Cut to a length that fits into a report. */
  static String brief(String text) {
    return text.length() <= 160 ? text : text.substring(0, 157).stripTrailing() + "…";
  }
}
