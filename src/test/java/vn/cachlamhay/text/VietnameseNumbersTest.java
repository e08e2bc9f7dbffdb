package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers have dots between thousands and a comma before decimals. */
class VietnameseNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0          | 0",
        "999        | 999",
        "1000       | 1.000",
        "11000      | 11.000",
        "123456     | 123.456",
        "1234567.50 | 1.234.567,50",
        "88.78      | 88,78",
        "0.1250     | 0,1250",
        "1E+6       | 1.000.000",
        "-3.5       | –3,5",
        "-1234      | –1.234"
      })
  void areWrittenAsVietnameseDo(BigDecimal number, String text) {
    assertThat(VietnameseNumbers.text(number)).isEqualTo(text);
  }
}
