package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.text.VietnameseText;

/** Numbers that are written in Vietnamese are read as the same numbers. */
class QuantityTextTest {

  @Example
  void writesAsVietnameseDo() {
    assertThat(text("0")).isEqualTo("0");
    assertThat(text("11000")).isEqualTo("11.000");
    assertThat(text("88.780")).isEqualTo("88,78");
    assertThat(text("1234567.89")).isEqualTo("1.234.567,89");
    assertThat(text("-3.5")).isEqualTo("–3,5");
    assertThat(text("1E+6")).isEqualTo("1.000.000");
    assertThat(text("1.125")).isEqualTo("1,1250");
    assertThat(text("0.125")).isEqualTo("0,125");
    assertThat(QuantityText.of(new BigDecimal("88.78"), "%")).isEqualTo("88,78%");
    assertThat(QuantityText.of(new BigDecimal("182"), "đảng viên")).isEqualTo("182 đảng viên");
    assertThat(QuantityText.of(BigDecimal.ONE, "")).isEqualTo("1");
  }

  @Property(seed = "20180904", tries = 3000)
  void isReadAsTheSameNumber(@ForAll("numbers") BigDecimal number) {
    Quantity read = QuantityReader.read(QuantityText.of(number, "%")).orElseThrow();
    assertThat(read.value()).isEqualByComparingTo(number);
    assertThat(read.isExact()).isTrue();
    // four digits such as 2018 get a dot, so that none of them is taken for a year
    assertThat(QuantityReader.read(QuantityText.of(number)).orElseThrow().value())
        .isEqualByComparingTo(number);
  }

  @Property(seed = "20180904", tries = 1000)
  void isFoundInASentence(@ForAll("numbers") BigDecimal number) {
    BigDecimal size = number.abs();
    String sentence = "Xã có " + QuantityText.of(size) + " hộ.";
    assertThat(QuantityReader.find(sentence))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.quantity().value()).isEqualByComparingTo(size);
              assertThat(sentence.substring(found.start(), found.end()))
                  .isEqualTo(QuantityText.of(size));
            });
  }

  @Property(seed = "20180904", tries = 3000)
  void noTextIsTooMuch(@ForAll("texts") String text) {
    QuantityReader.read(text);
    QuantityReader.suggestion(text);
    String composed = VietnameseText.nfc(text);
    int before = 0;
    for (QuantityReader.Found found : QuantityReader.find(text)) {
      assertThat(found.start()).isGreaterThanOrEqualTo(before);
      assertThat(found.end()).isGreaterThan(found.start()).isLessThanOrEqualTo(composed.length());
      before = found.end();
    }
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Combinators.combine(
            Arbitraries.bigIntegers()
                .between(
                    BigInteger.valueOf(-999_999_999_999L), BigInteger.valueOf(999_999_999_999L)),
            Arbitraries.integers().between(0, 6))
        .as(BigDecimal::new);
  }

  @Provide
  Arbitrary<String> texts() {
    List<String> pieces =
        List.of(
            "từ ",
            "gần",
            "trên ",
            " đến ",
            "–",
            "-",
            "/",
            "%",
            ",",
            ".",
            " ",
            "\u00a0",
            "\u2009",
            "triệu",
            " tỷ",
            " rưỡi",
            "hai mươi",
            " mười",
            "lăm",
            "2018",
            "11.000",
            "1",
            "trở lên",
            "năm",
            "đồng",
            "a\u0309",
            "\ud800",
            "😀",
            "\n",
            "(",
            "≥");
    return Arbitraries.of(pieces)
        .list()
        .ofMaxSize(14)
        .map(list -> String.join("", list))
        .injectDuplicates(0.1);
  }

  private static String text(String number) {
    return QuantityText.of(new BigDecimal(number));
  }
}
