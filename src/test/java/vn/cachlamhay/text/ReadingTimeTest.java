package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                  | 0",
        "'  – … — !'                         | 0",
        "Chi bộ                              | 2",
        "'“Chi bộ” – đảng viên (mới).'       | 5",
        "88,78% của 11.000 người             | 4",
        "'Một hai\tba\nbốn'             | 4",
        "4/9/2018                            | 1",
        "'đảng\u00a0viên\u2003mới\u3000nữa'  | 4",
      })
  void aSyllableIsWhatStandsBetweenSpaces(String text, int syllables) {
    assertThat(ReadingTime.syllables(text.replace("\\t", "\t").replace("\\n", "\n")))
        .isEqualTo(syllables);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "219, 1", "329, 1", "330, 2", "880, 4", "1000, 5", "11000, 50"})
  void minutesAreRoundedAndNeverNone(int syllables, int minutes) {
    assertThat(ReadingTime.minutes("chữ ".repeat(syllables))).isEqualTo(minutes);
  }
}
