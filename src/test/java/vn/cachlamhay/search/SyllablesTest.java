package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

  @ParameterizedTest
  @CsvSource({
    "tuong, true", // as in thủ tướng
    "nuoc, true",
    "khu, false", // khung
    "ha, false", // hai
    "tuon, false", // not a syllable
    "zzz, false",
    "'', false"
  })
  void isWholeWhereNothingGoesOn(String typed, boolean whole) {
    assertThat(Syllables.load().isWhole(typed)).isEqualTo(whole);
  }

  /** A word of the table has two numbers, so that the script can put them together again. */
  @Test
  void hasTwoNumbersAWord() {
    Syllables table = Syllables.load();
    String[] words = table.words().split(" ");
    long numbers = table.numbers().chars().filter(c -> Postings.DIGITS.indexOf(c) < 32).count();
    assertThat(words).hasSizeGreaterThan(1_500).doesNotHaveDuplicates().doesNotContain("");
    assertThat(numbers).isEqualTo(2L * words.length);
  }
}
