package vn.cachlamhay.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles in lines; every letter is one wide here. */
class LinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Lảng Chếu;                                        3; 20; Lảng Chếu
          Kế hoạch năm 2023: ít nhất 650 đảng viên;         3; 24; Kế hoạch năm 2023: | ít nhất 650 đảng viên
          một hai ba bốn năm sáu;                           3; 12; một hai ba | bốn năm sáu
          một hai ba bốn năm sáu;                           3; 21; một hai ba | bốn năm sáu
          cách làm của huyện Bắc Sơn ở Lạng;                2; 22; cách làm của huyện | Bắc Sơn ở Lạng
          kết nạp hơn 1200 người mới;                       2; 20; kết nạp hơn | 1200 người mới
          """)
  void breaksAreWhereAReaderWouldPause(String title, int most, int limit, String lines) {
    assertThat(String.join(" | ", Lines.of(title, most, limit, String::length))).isEqualTo(lines);
  }

  @Test
  void whatDoesNotFitHasNoLines() {
    assertThat(Lines.of("một hai ba bốn", 2, 5, String::length)).isEmpty();
    assertThat(Lines.of("nghiêngngả", 9, 5, String::length)).isEmpty();
  }
}
