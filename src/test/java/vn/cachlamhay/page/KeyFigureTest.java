package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;

/** Results as they are printed: each says what, where and when, and nothing twice. */
class KeyFigureTest {

  @Test
  void theUnitIsSaidOnce() {
    assertThat(of(figure("Đảng viên mới", "đảng viên", "182", "")))
        .extracting("unit")
        .isEqualTo("");
    assertThat(of(figure("Tiêu chí đạt", "tiêu chí", "12/19 tiêu chí", "")).unit()).isEmpty();
    assertThat(of(figure("Lớp đã mở", "lớp", "3", "")).unit()).isEmpty();
    assertThat(of(figure("Thu nhập", "triệu đồng", "60", "")).unit()).isEqualTo("triệu đồng");
  }

  @Test
  void aShareStandsForTheValueWhereThereIsNone() {
    KeyFigure alone = of(figure("Người Mông", "%", "", "trên 50%"));
    assertThat(alone.value()).isEqualTo("trên 50%");
    assertThat(alone.share()).isEmpty();
    KeyFigure both = of(figure("Đảng viên nữ", "đảng viên", "438", "67%"));
    assertThat(both.value()).isEqualTo("438");
    assertThat(both.share()).isEqualTo("67%");
  }

  @Test
  void whatHasNoNumberIsNotShown() {
    assertThat(KeyFigure.of(Samples.article("a").figures(figure("A", "", "", "")).build()))
        .isEmpty();
  }

  @Test
  void thePeriodGoesBeforeTheYear() {
    assertThat(of(figure("A", "", "1", "")).when()).isEqualTo("năm 2018");
    Figure figure =
        new Figure(
            "A",
            "",
            "",
            Optional.empty(),
            quantity("1"),
            Optional.empty(),
            Optional.of(2018),
            "đến 4/9/2018",
            "",
            "so-lieu-1");
    assertThat(of(figure).when()).isEqualTo("đến 4/9/2018");
  }

  private static KeyFigure of(Figure figure) {
    return KeyFigure.of(Samples.article("a").figures(figure).build()).get(0);
  }

  private static Figure figure(String indicator, String unit, String value, String share) {
    return new Figure(
        indicator,
        unit,
        "",
        Optional.empty(),
        quantity(value),
        quantity(share),
        Optional.of(2018),
        "",
        "",
        "so-lieu-1");
  }

  private static Optional<Quantity> quantity(String written) {
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Quantity(
                Quantity.Qualifier.EXACT,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                "",
                written));
  }
}
