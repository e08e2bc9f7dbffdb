package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;

/** By its first result a practice is found among those that reached what they wanted. */
class PracticeItemTest {

  /** Numbers as an article has them: what was to be reached, what was, the share. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "        |                |                | NO_FIGURE | -",
        "150     |                |                | NO_FIGURE | -",
        "        | 182            |                | NO_SHARE  | -",
        "        |                | 88,78%         | BELOW     | 88.78",
        "        | 182            | 121,3%         | ABOVE     | 121.3",
        "        | 182            | 100%           | WHOLE     | 100",
        // what the row says of its share counts more than what can be worked out
        "100     | 182            | 67%            | BELOW     | 67",
        "150     | 182            |                | ABOVE     | 121.33",
        "182     | 182            |                | WHOLE     | 100.00",
        // all but reached is not reached
        "100.000 | 99.999         |                | BELOW     | 99.99",
        "100.000 | 100.001        |                | WHOLE     | 100.00",
        "        |                | gần 100%       | BELOW     | 100",
        "        |                | dưới 100%      | BELOW     | 100",
        "        |                | trên 100%      | ABOVE     | 100",
        "        |                | hơn 120%       | ABOVE     | 120",
        "        |                | gần 60%        | BELOW     | 60",
        // no share of what nobody knows exactly, nor of nothing
        "150     | gần 182        |                | NO_SHARE  | -",
        "trên 50 | 182            |                | NO_SHARE  | -",
        "0       | 182            |                | NO_SHARE  | -",
      })
  void tellsWhatItsFirstResultReached(
      String target, String value, String share, PracticeItem.Result result, BigDecimal percent) {
    PracticeItem item =
        item(Samples.figure("Đảng viên mới", text(target), text(value), text(share)));
    assertThat(item.result()).isEqualTo(result);
    assertThat(item.share()).isEqualTo(Optional.ofNullable(percent));
  }

  @Test
  void aRowWithoutANumberIsNoResult() {
    PracticeItem item =
        item(
            Samples.figure("Sinh hoạt chi bộ", "100", "", ""),
            Samples.figure("Đảng viên mới", "", "182", "121%"),
            Samples.figure("Lớp đã mở", "", "3", "50%"));
    assertThat(item.figure()).map(KeyFigure::indicator).contains("Đảng viên mới");
    assertThat(item.share()).contains(new BigDecimal("121"));
    assertThat(item().figure()).isEmpty();
  }

  /** Addresses that readers sent each other go on to name the same choice. */
  @Test
  void choicesKeepTheirNames() {
    assertThat(Arrays.stream(PracticeItem.Result.values()).map(PracticeItem.Result::key))
        .containsExactly("tren-100", "du-100", "duoi-100", "khong-ty-le", "chua-co-so");
  }

  private static PracticeItem item(Figure... figures) {
    Article article = Samples.article("a").type("practice").figures(figures).build();
    return new PracticeItem(article, List.of(), Optional.empty(), Optional.empty());
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }
}
