package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;

/** The script of the search page computes what this table holds. */
class LetterTableTest {

  private static final String ALL_MARKS = "[\u0300-\u036f]";
  private static final String TONES = "[\u0300\u0301\u0303\u0309\u0323]";

  @Test
  void lettersFoldAsInTheScript() {
    for (char letter = 0; letter < Character.MIN_SURROGATE; letter++) {
      if (!Character.isUpperCase(letter) && !Character.isTitleCase(letter)) {
        assertThat(LetterTable.folded(letter))
            .as("%x", (int) letter)
            .isEqualTo(letter == 'đ' ? 'd' : inScript(letter, Form.NFKD, ALL_MARKS));
        assertThat(LetterTable.toneless(letter))
            .as("%x", (int) letter)
            .isEqualTo(inScript(letter, Form.NFD, TONES));
      }
    }
  }

  /** {@code without} in {@code search/script/letters.js}. */
  private static char inScript(char letter, Form form, String marks) {
    boolean isLatin = (letter >= 0xDF && letter <= 0x24F) || (letter >= 0x1E00 && letter <= 0x1EFF);
    if (!isLatin) {
      return letter;
    }
    String bare = Normalizer.normalize(String.valueOf(letter), form).replaceAll(marks, "");
    String plain = Normalizer.normalize(bare, Form.NFC);
    return plain.length() > 1 ? letter : plain.charAt(0);
  }
}
