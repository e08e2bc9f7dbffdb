package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.text.VietnameseText;

/** Numbers of cells and phrases: the table of cases in {@code practice/quantities.tsv}. */
class QuantityReaderTest {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** Signs at the ends, verbs, ones in words, plain spaces in numbers, units that nobody bounds. */
  private static final Pattern CELL_ONLY =
      Pattern.compile(
          "(?s)\\p{Z}.*|.*[\\s*;.]|(?iu)(?:đạt|chiếm|bằng|kết nạp) .*|[^\\d]*|1 234 567|11 000"
              + "|2018 người|từ 200 người trở lên");

  record Case(
      String written, String qualifier, String value, String upper, String whole, String unit) {}

  static List<Case> cases() throws IOException {
    try (var in = QuantityReaderTest.class.getResourceAsStream("/practice/quantities.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cell -> new Case(unescaped(cell[0]), cell[1], cell[2], cell[3], cell[4], cell[5]))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsACell(Case wanted) {
    Optional<Quantity> read = QuantityReader.read(wanted.written());
    Case got =
        read.map(
                quantity ->
                    new Case(
                        wanted.written(),
                        quantity.qualifier().name(),
                        plain(quantity.value()),
                        quantity.upper().map(QuantityReaderTest::plain).orElse(""),
                        quantity.whole().map(QuantityReaderTest::plain).orElse(""),
                        quantity.unit()))
            .orElse(new Case(wanted.written(), "", "", "", "", ""));
    assertThat(got).isEqualTo(wanted);
  }

  /** What is one number in a cell is the same number in a sentence, its unit aside. */
  @ParameterizedTest
  @MethodSource("cases")
  void findsTheSameInASentence(Case wanted) {
    boolean cellOnly =
        wanted.qualifier().isEmpty() || CELL_ONLY.matcher(wanted.written()).matches();
    if (!cellOnly) {
      String sentence = "Ở đó " + VietnameseText.nfc(wanted.written()) + ", theo báo cáo.";
      assertThat(QuantityReader.find(sentence))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(plain(found.quantity().value())).isEqualTo(wanted.value());
                assertThat(found.quantity().qualifier().name()).isIn(wanted.qualifier(), "EXACT");
                assertThat(found.start()).isEqualTo(5);
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Huyện đã có 182 đảng viên mới, bằng 88,78% chỉ tiêu. | 182; 88,78%
          Từ năm 2015 đến năm 2018 kết nạp 34 người. | 34
          Ngày 22/6/2015 ban hành Chỉ thị số 60-CT/TU. |
          Kế hoạch số 47-KH/HU ngày 13/01/2017, Nghị quyết 03 của Tỉnh ủy | ''
          Giai đoạn 2023–2025, ít nhất 650 đảng viên | ít nhất 650
          32 trong số 54 chi, đảng bộ | 32 trong số 54
          mỗi chi bộ 1–2 người, xã 50 người | 1–2; 50
          Tổng số 54 chi bộ, khu phố 5, thôn 3, quận 1 | 54
          thu nhập 45 triệu đồng/người/năm | 45 triệu đồng/người/năm
          với gần 11.000 đảng viên (chiếm 16,1%) | gần 11.000; 16,1%
          hơn mười sáu người, hai mươi hộ | hơn mười sáu; hai mươi
          lúc 7:30, 10h30, 8 giờ ngày 4/9 | 8
          có 11,000 người và 1.23 điểm | ''
          tăng từ 5 lên 7 hộ | 7
          nước CO2, Covid-19, A4, F0 | ''
          """)
  void findsTheNumbersOfSentences(String sentence, String wanted) {
    List<String> expected =
        wanted == null || wanted.isEmpty() ? List.of() : List.of(wanted.split("; "));
    List<QuantityReader.Found> found = QuantityReader.find(sentence);
    assertThat(found).extracting(each -> each.quantity().written()).isEqualTo(expected);
    assertThat(found)
        .extracting(each -> sentence.substring(each.start(), each.end()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11,000 | 11.000
          1.23 | 1,23
          88.78% | 88,78%
          1,234.5 | 1.234,5
          2018 | 2.018
          11.000 | ''
          vượt 3 | ''
          """)
  void proposesTheVietnameseForm(String written, String wanted) {
    assertThat(QuantityReader.suggestion(written).orElse("")).isEqualTo(wanted);
  }

  @Test
  void keepsTheDecimalsThatAreWritten() {
    assertThat(QuantityReader.read("88,0%").orElseThrow().value().scale()).isEqualTo(1);
    assertThat(QuantityReader.read("1,20 triệu").orElseThrow().value()).hasToString("1200000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.",
        "1,",
        "1.000.",
        "từ ",
        "1-",
        "9/",
        "khoảng ",
        "trên trên ",
        "hai mươi ",
        "1 tỷ ",
        "a",
        " ",
        "\u00a0",
        "%",
        "1 ",
        "1.111",
        "a/",
        "trở lên ",
        "chi, ",
        "ắ",
        "a\u0306\u0301"
      })
  void takesTimeInProportion(String hostile) {
    String text = hostile.repeat(400_000 / hostile.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          QuantityReader.find(text);
          QuantityReader.read(text);
          QuantityReader.suggestion(text);
          for (int length = 1; length < 480; length++) {
            QuantityReader.read(text.substring(0, length));
          }
        });
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.toPlainString();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            hit ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(hit.group(1), 16))));
  }
}
