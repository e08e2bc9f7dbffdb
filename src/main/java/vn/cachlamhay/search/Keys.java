package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.cachlamhay.text.TonePlacement;
import vn.cachlamhay.text.VietnameseText;

/**
 * What a hand that slipped may have meant: folded words one change away, and what was left of Telex
 * or VNI where the input method was off (letters and digits as in Bộ gõ UniKey). {@code
 * script/keys.js} does the same. Stateless.
 */
final class Keys {

  /** Rows of eleven keys, so that neighbours are a fixed number of places away. */
  private static final String ROWS =
      " ".repeat(12) + "qwertyuiop asdfghjkl  zxcvbnm" + " ".repeat(12);

  /** In its row, and in the rows above and below. */
  private static final int[] BESIDE = {-1, 1, -11, -10, 10, 11};

  /** By tone: grave, acute, hook above, tilde, dot below. */
  private static final String TELEX_TONES = "fsrxj";

  private static final String VNI_TONES = "21345";
  private static final String MARKS = "\u0300\u0301\u0309\u0303\u0323";
  private static final String CIRCUMFLEX = "\u0302";
  private static final String BREVE = "\u0306";
  private static final String HORN = "\u031b";

  /** The keys of Telex as those of VNI. */
  private static final Map<String, String> TELEX =
      Map.of(
          "f", "2", "s", "1", "r", "3", "x", "4", "j", "5", "a", "6", "e", "6", "o", "6", "w", "7",
          "d", "9");

  private Keys() {}

  /** What the script has to know of keyboards. */
  static Map<String, ?> tables() {
    var marks = new TreeMap<String, String>();
    for (int i = 0; i < MARKS.length(); i++) {
      marks.put(VNI_TONES.substring(i, i + 1), MARKS.substring(i, i + 1));
    }
    return new TreeMap<>(Map.of("rows", ROWS, "marks", marks, "telex", new TreeMap<>(TELEX)));
  }

  /**
   * Folded words one change away, the likeliest kinds of change first: two letters in each other's
   * place, a letter too much, the key beside, a letter too few.
   */
  static Set<String> changes(String folded) {
    var changes = new LinkedHashSet<String>();
    int length = folded.length();
    for (int i = 0; i + 1 < length; i++) {
      changes.add(
          folded.substring(0, i)
              + folded.charAt(i + 1)
              + folded.charAt(i)
              + folded.substring(i + 2));
    }
    for (int i = length - 1; i >= 0; i--) {
      changes.add(folded.substring(0, i) + folded.substring(i + 1));
    }
    for (int i = 0; i < length; i++) {
      int key = ROWS.indexOf(folded.charAt(i));
      for (int step : BESIDE) {
        if (key >= 0) {
          char beside = ROWS.charAt(key + step);
          changes.add(folded.substring(0, i) + beside + folded.substring(i + 1));
        }
      }
    }
    for (int i = 0; i <= length; i++) {
      for (char letter : ROWS.toCharArray()) {
        changes.add(folded.substring(0, i) + letter + folded.substring(i));
      }
    }
    changes.remove(folded);
    return changes;
  }

  /** The words that the keys would have given in Telex and in VNI, where that is another word. */
  static List<String> decoded(String exact) {
    var decoded = new ArrayList<String>();
    if (VietnameseText.isPlainAscii(exact)) {
      for (String word : List.of(telex(exact), vni(exact))) {
        if (!word.equals(exact) && !decoded.contains(word)) {
          decoded.add(word);
        }
      }
    }
    return decoded;
  }

  private static String telex(String keys) {
    var letters = new StringBuilder();
    int tone = -1;
    for (char key : keys.toCharArray()) {
      int vowel = TELEX_TONES.indexOf(key) >= 0 ? lastOf(letters, "aeiouy") : -1;
      if (vowel >= 0) {
        tone = TELEX_TONES.indexOf(key);
      } else if (key == 'w') {
        horn(letters);
      } else if (key == 'd' && letters.indexOf("d") == 0) {
        letters.setCharAt(0, 'đ');
      } else if ("aeo".indexOf(key) >= 0 && lastOf(letters, String.valueOf(key)) >= 0) {
        letters.insert(lastOf(letters, String.valueOf(key)) + 1, CIRCUMFLEX);
      } else {
        letters.append(key);
      }
    }
    return finished(letters, tone);
  }

  private static String vni(String keys) {
    var letters = new StringBuilder();
    int tone = -1;
    for (char key : keys.toCharArray()) {
      if (VNI_TONES.indexOf(key) >= 0 && lastOf(letters, "aeiouy") >= 0) {
        tone = VNI_TONES.indexOf(key);
      } else if (key == '6' && lastOf(letters, "aeo") >= 0) {
        letters.insert(lastOf(letters, "aeo") + 1, CIRCUMFLEX);
      } else if (key == '7' && lastOf(letters, "ou") >= 0) {
        horn(letters);
      } else if (key == '8' && lastOf(letters, "a") >= 0) {
        letters.insert(lastOf(letters, "a") + 1, BREVE);
      } else if (key == '9' && letters.indexOf("d") == 0) {
        letters.setCharAt(0, 'đ');
      } else {
        letters.append(key);
      }
    }
    return finished(letters, tone);
  }

  /** After uo both letters get a horn: dduwowcj and dduocwj are both được. */
  private static void horn(StringBuilder letters) {
    int o = lastOf(letters, "o");
    int u = lastOf(letters, "u");
    int a = lastOf(letters, "a");
    if (o > 0 && letters.charAt(o - 1) == 'u') {
      letters.insert(o + 1, HORN).insert(o, HORN);
    } else if (o > u && o > a) {
      letters.insert(o + 1, HORN);
    } else if (u >= 0 && (a < u || a == u + 1)) {
      letters.insert(u + 1, HORN);
    } else if (a >= 0) {
      letters.insert(a + 1, BREVE);
    }
  }

  /** The place of the last of some plain letters that has no mark yet, or -1. */
  private static int lastOf(StringBuilder letters, String plain) {
    for (int i = letters.length() - 1; i >= 0; i--) {
      boolean marked =
          i + 1 < letters.length()
              && letters.charAt(i + 1) > 0x2FF
              && letters.charAt(i + 1) < 0x370;
      if (plain.indexOf(letters.charAt(i)) >= 0 && (plain.length() > 4 || !marked)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * With the tone where it belongs: on the vowel with a mark of its own, else the last but one of a
   * group of vowels, or the last where a consonant follows.
   */
  private static String finished(StringBuilder letters, int tone) {
    String plain = VietnameseText.nfc(letters.toString());
    if (tone < 0) {
      return TonePlacement.old(plain);
    }
    String vowels = "aăâeêioôơuưy";
    int last = plain.length() - 1;
    while (last >= 0 && vowels.indexOf(plain.charAt(last)) < 0) {
      last--;
    }
    int first = last;
    while (first > 0 && vowels.indexOf(plain.charAt(first - 1)) >= 0) {
      first--;
    }
    boolean consonant = (plain.startsWith("qu") || plain.startsWith("gi")) && first == 1;
    if (consonant && last > 1) {
      first = 2;
    }
    int at = first;
    boolean open = last == plain.length() - 1;
    if (last - first == 1) {
      at = open ? first : last;
    } else if (last - first == 2) {
      at = first + 1;
    }
    for (int i = first; i <= last; i++) {
      if ("ăâêôơư".indexOf(plain.charAt(i)) >= 0) {
        at = i;
      }
    }
    String word = plain.substring(0, at + 1) + MARKS.charAt(tone) + plain.substring(at + 1);
    return TonePlacement.old(VietnameseText.nfc(word));
  }
}
