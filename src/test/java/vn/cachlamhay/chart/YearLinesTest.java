package vn.cachlamhay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines over years: only of places that have several, in the same form whatever the order. */
class YearLinesTest {

  @Test
  void oneYearIsNoLine() {
    assertThat(YearLines.of("A", List.of())).isEmpty();
    assertThat(YearLines.of("A", List.of(series("Bắc Sơn", 2018)))).isEmpty();
  }

  @Test
  void aPlaceOfOneYearIsLeftOut() {
    String svg =
        YearLines.of("A", List.of(series("Bắc Sơn", 2018, 2020), series("Đình Lập", 2019)))
            .orElseThrow();
    assertThat(svg).contains("Bắc Sơn", ">2018<", ">2020<").doesNotContain("Đình Lập", "2019");
  }

  @Test
  void fiveLinesAreTheMostAndDifferWithoutColour() {
    String svg =
        YearLines.of(
                "A",
                IntStream.rangeClosed(1, 7).mapToObj(n -> series("Nơi " + n, 2018, 2019)).toList())
            .orElseThrow();
    assertThat(svg).contains("Nơi 5").doesNotContain("Nơi 6");
    assertThat(svg.split("stroke-dasharray=\"9 3 2 3\"", -1)).hasSize(3);
  }

  @Test
  void namesCannotBecomeMarkupAndNothingAsksForAStyle() {
    String svg = YearLines.of("\"<b>\"", List.of(series("<i>&", 2018, 2019))).orElseThrow();
    assertThat(svg).contains("&lt;i&gt;&amp;").doesNotContain("<b>", "<i>", "style=");
  }

  @Test
  void yearsOfNothingAreDrawnAtTheAxis() {
    var series = new YearLines.Series("A", Map.of(2018, BigDecimal.ZERO, 2019, BigDecimal.ZERO));
    assertThat(YearLines.of("A", List.of(series)).orElseThrow()).contains("cy=\"142");
  }

  private static YearLines.Series series(String name, int... years) {
    var values = new java.util.HashMap<Integer, BigDecimal>();
    for (int year : years) {
      values.put(year, BigDecimal.valueOf(year - 2000));
    }
    return new YearLines.Series(name, values);
  }
}
