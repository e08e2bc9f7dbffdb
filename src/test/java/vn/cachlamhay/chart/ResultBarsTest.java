package vn.cachlamhay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;

/** Results as bars: what is drawn, how long, and with which words. */
class ResultBarsTest {

  private static final String GOLDEN =
      """
      <svg role="img" aria-label="Biểu đồ: Đảng viên mới, năm 2018" viewBox="0 0 340 96" fill="currentColor">
      <text class="head" x="0" y="14">Đảng viên mới, năm 2018</text>
      <text class="label" x="0" y="34">Xã Lâm Ca</text>
      <rect class="value" x="124" y="24" width="106" height="12"/>
      <text class="number" x="235" y="34">13</text>
      <rect class="target" x="124.5" y="38.5" width="82" height="9" fill="none" stroke="currentColor" stroke-dasharray="3 2"/>
      <text class="number" x="211" y="47">giao 10</text>
      <text class="label" x="0" y="68">Xã Châu Sơn</text>
      <rect class="value" x="124" y="58" width="57" height="12"/>
      <text class="number" x="186" y="68">7</text>
      <rect class="target" x="124.5" y="72.5" width="49" height="9" fill="none" stroke="currentColor" stroke-dasharray="3 2"/>
      <text class="number" x="178" y="81">giao 6</text>
      </svg>""";

  @Test
  void placesOfOneIndicatorStandOnOneScale() {
    assertThat(
            ResultBars.of(
                List.of(
                    figure("Đảng viên mới", "đảng viên", "Xã Lâm Ca", 13, 10),
                    figure("Đảng viên mới", "đảng viên", "Xã Châu Sơn", 7, 6))))
        .contains(GOLDEN.replace("\n", ""));
  }

  /** Numbers that nobody would hold against each other are not drawn as if they could be. */
  @Test
  void whatCannotBeComparedIsNotDrawn() {
    assertThat(ResultBars.of(List.of())).isEmpty();
    assertThat(ResultBars.of(List.of(figure("Chi bộ", "chi bộ", "", 14, 0)))).isEmpty();
    assertThat(
            ResultBars.of(
                List.of(figure("Chi bộ", "chi bộ", "", 14, 0), figure("Lớp", "lớp", "", 3, 0))))
        .as("units differ")
        .isEmpty();
    assertThat(
            ResultBars.of(
                List.of(
                    figure("Người đi học", "người", "Xã A", 66, 0),
                    figure("Người được kết nạp", "người", "Xã B", 34, 0))))
        .as("neither the indicator nor the place is the same")
        .isEmpty();
  }

  @Test
  void oneRowWithItsTargetIsEnough() {
    Element svg = svg(List.of(figure("Đảng viên mới", "đảng viên", "", 15, 12)));
    assertThat(svg.select(".value")).hasSize(1);
    assertThat(svg.select(".target").attr("fill")).isEqualTo("none");
    assertThat(svg.text()).contains("15").contains("giao 12");
  }

  @Test
  void wordsThatLookLikeMarkupStayWords() {
    String evil = "<script>\"&'</text>";
    Element svg =
        svg(List.of(figure(evil, evil, evil, 1, 0), figure(evil, evil, "Xã \"B\" & <C>", 2, 0)));
    assertThat(svg.select("script")).isEmpty();
    assertThat(svg.text()).contains("Xã \"B\" & <C>");
    assertThat(svg.attr("aria-label")).contains(evil);
  }

  @Property(tries = 200)
  void barsAreAsLongAsTheirNumbers(
      @ForAll @Size(min = 2, max = 16) List<@IntRange(max = 100_000) Integer> numbers) {
    List<Figure> figures =
        IntStream.range(0, numbers.size())
            .mapToObj(i -> figure("Số hộ", "hộ", "Thôn " + i, numbers.get(i), 0))
            .toList();
    Elements bars = svg(figures).select(".value");
    assertThat(bars).hasSameSizeAs(numbers);
    int most = numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
    double full = bars.stream().mapToDouble(ResultBarsTest::width).max().orElseThrow();
    for (int i = 0; i < bars.size(); i++) {
      double share = most == 0 ? 0 : (double) numbers.get(i) / most;
      assertThat(width(bars.get(i))).isBetween(full * share - 0.51, full * share + 0.51);
      assertThat(Double.parseDouble(bars.get(i).attr("x")) + width(bars.get(i)))
          .isLessThan(ResultBars.WIDTH);
    }
  }

  private static double width(Element bar) {
    return Double.parseDouble(bar.attr("width"));
  }

  private static Element svg(List<Figure> figures) {
    return Jsoup.parseBodyFragment(ResultBars.of(figures).orElseThrow()).selectFirst("svg");
  }

  private static Figure figure(String indicator, String unit, String place, int value, int target) {
    return new Figure(
        indicator,
        unit,
        place,
        target == 0 ? Optional.empty() : Optional.of(exact(target)),
        Optional.of(exact(value)),
        Optional.empty(),
        Optional.of(2018),
        "",
        "",
        "so-lieu-1");
  }

  private static Quantity exact(int value) {
    return new Quantity(
        Quantity.Qualifier.EXACT,
        BigDecimal.valueOf(value),
        Optional.empty(),
        Optional.empty(),
        "",
        String.valueOf(value));
  }
}
