package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

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
}
