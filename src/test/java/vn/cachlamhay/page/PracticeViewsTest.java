package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.Quantity;

/** What stands at the head of a practice, and in its contents. */
class PracticeViewsTest {

  @Test
  void onlyPracticesHaveACard() {
    assertThat(PracticeViews.view(Samples.article("a").build(), List.of())).isNull();
    assertThat(PracticeViews.view(practice().build(), List.of())).isNotNull();
  }

  @Test
  void theFirstFourResultsWithANumberEachWithItsOwnPlaceAndTime() {
    PracticeView view =
        view(
            figure("Không số", "", "", "", 0),
            figure("Một", "gần 11.000", "", "", 2018),
            figure("Hai", "2", "Xã A", "", 2018),
            figure("Ba", "3", "", "đến 4/9/2018", 2018),
            figure("Bốn", "4", "", "", 2018),
            figure("Năm", "5", "", "", 2018));
    assertThat(view.period()).isEqualTo("năm 2018");
    assertThat(view.figures())
        .extracting(KeyFigure::value, KeyFigure::place, KeyFigure::when)
        .containsExactly(
            tuple("gần 11.000", "", ""),
            tuple("2", "Xã A", ""),
            tuple("3", "", "đến 4/9/2018"),
            tuple("4", "", ""));
  }

  @Test
  void thePeriodIsThatOfTheResults() {
    assertThat(view().period()).as("of the article").isEqualTo("năm 2018");
    assertThat(view(figure("A", "1", "", "sau năm 2010", 0)).period()).isEqualTo("sau năm 2010");
    assertThat(view(figure("A", "1", "", "", 2016), figure("A", "1", "", "", 2019)).period())
        .isEqualTo("các năm 2016–2019");
    assertThat(view(figure("A", "1", "", "quý I", 2019), figure("A", "1", "", "", 2019)).period())
        .isEqualTo("năm 2019");
  }

  @Test
  void eachStepStandsInTheContentsBelowItsPart() {
    var steps =
        List.of(new Practice.Step("Rà nguồn", "buoc-1"), new Practice.Step("Giao", "buoc-2"));
    var part = new Practice.Part(PartKind.STEPS, "Cách làm", "cach-lam", "phan-cach-lam");
    Article article =
        practice()
            .heading("Bối cảnh")
            .heading("Cách làm")
            .heading("Kết quả")
            .practice(new Practice(List.of(part), steps, List.of(), List.of()))
            .build();
    assertThat(PracticeViews.contents(article))
        .extracting(Heading::text)
        .containsExactly("Bối cảnh", "Cách làm", "1. Rà nguồn", "2. Giao", "Kết quả");
    assertThat(PracticeViews.contents(article).get(2))
        .isEqualTo(new Heading("buoc-1", "1. Rà nguồn", 3));
  }

  /** Steps that are headings stand there already. */
  @Test
  void stepsThatAreHeadingsAreNotSaidTwice() {
    var steps = List.of(new Practice.Step("Rà nguồn", "ra-nguon"));
    var part = new Practice.Part(PartKind.STEPS, "Cách làm", "cach-lam", "phan-cach-lam");
    Article article =
        practice()
            .heading("Cách làm")
            .heading("Rà nguồn")
            .practice(new Practice(List.of(part), steps, List.of(), List.of()))
            .build();
    assertThat(PracticeViews.contents(article)).isEqualTo(article.body().headings());
  }

  @Test
  void aSheetIsThereWhereThereIsSomethingToSumUp() {
    assertThat(view().sheet()).isEmpty();
    Article taught = practice().lessons("Đăng ký trước").build();
    assertThat(PracticeViews.view(taught, List.of()).sheet())
        .isEqualTo("bai-viet/a/to-tom-tat.html");
    assertThat(PracticeViews.hasSheet(Samples.article("b").lessons("Một").build())).isFalse();
  }

  private static PracticeView view(Figure... figures) {
    return PracticeViews.view(practice().figures(figures).build(), List.of());
  }

  private static Samples.Builder practice() {
    return Samples.article("a").type("practice");
  }

  private static Figure figure(String what, String value, String place, String period, int year) {
    Optional<Quantity> number =
        value.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Quantity(
                    Quantity.Qualifier.EXACT,
                    BigDecimal.ONE,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    value));
    return new Figure(
        what,
        "",
        place,
        Optional.empty(),
        number,
        Optional.empty(),
        year == 0 ? Optional.empty() : Optional.of(year),
        period,
        "",
        "so-lieu-1");
  }
}
