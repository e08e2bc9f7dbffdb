package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Side by side stands what can be compared; what only one practice states comes after it. */
class CompareViewTest {

  @Test
  void figuresOfSeveralPracticesShareARow() {
    CompareView view =
        view(
            column("a", "Đảng viên mới=182", "Lớp đã mở=3"),
            column("b", "Hộ có nước sạch=90", "ĐẢNG VIÊN MỚI=40", "đảng viên  mới=41"),
            column("c", "Đảng viên mới=7"));
    assertThat(view.figures()).hasSize(1);
    CompareView.FigureRow row = view.figures().get(0);
    assertThat(row.indicator()).isEqualTo("Đảng viên mới");
    assertThat(values(row.cells()))
        .containsExactly(List.of("182"), List.of("40", "41"), List.of("7"));
    assertThat(values(view.others())).containsExactly(List.of("3"), List.of("90"), List.of());
  }

  /** An indicator that stands twice in one practice is still of one only. */
  @Test
  void anIndicatorThatOnePracticeStatesTwiceIsNotCompared() {
    CompareView view = view(column("a", "Lớp đã mở=3", "Lớp đã mở=5"), column("b"));
    assertThat(view.figures()).isEmpty();
    assertThat(values(view.others())).containsExactly(List.of("3", "5"), List.of());
  }

  @Test
  void rowsStandInTheOrderOfTheFirstPracticeThatStatesThem() {
    CompareView view = view(column("a", "X=1", "Y=2", "Z=3"), column("b", "Z=4", "Y=5", "X=6"));
    assertThat(view.figures())
        .extracting(CompareView.FigureRow::indicator)
        .containsExactly("X", "Y", "Z");
    assertThat(view.others()).isEmpty();
  }

  @Test
  void ofManyFiguresTheFirstAreShown() {
    CompareView view =
        view(
            column(
                "a", "X=1", "X=2", "X=3", "X=4", "A=1", "B=2", "C=3", "D=4", "E=5", "F=6", "G=7"),
            column("b", "X=5"));
    assertThat(values(view.figures().get(0).cells()))
        .containsExactly(List.of("1", "2", "3"), List.of("5"));
    assertThat(values(view.others()))
        .containsExactly(List.of("1", "2", "3", "4", "5", "6"), List.of());
  }

  /** The order in which a practice is told, whatever order its own parts have. */
  @Test
  void partsStandInTheOrderOfTheStandardHeadings() {
    CompareView view =
        view(
            new CompareColumn(
                "a",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Map.of("lien-he", "<p>1</p>", "bai-hoc", "<p>2</p>")),
            new CompareColumn(
                "b",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Map.of(
                    "dieu-kien", "<p>3</p>",
                    "bai-hoc", "<p>4</p>",
                    "ket-qua", "<p>5</p>",
                    "cach-lam", "<p>6</p>",
                    "muc-tieu", "<p>7</p>",
                    "boi-canh", "<p>8</p>",
                    "khac", "<p>9</p>")));
    assertThat(view.parts())
        .containsExactly(
            new CompareView.PartRow("boi-canh", "Bối cảnh", List.of("", "<p>8</p>")),
            new CompareView.PartRow("muc-tieu", "Mục tiêu", List.of("", "<p>7</p>")),
            new CompareView.PartRow("cach-lam", "Cách làm", List.of("", "<p>6</p>")),
            new CompareView.PartRow("ket-qua", "Kết quả", List.of("", "<p>5</p>")),
            new CompareView.PartRow("bai-hoc", "Bài học", List.of("<p>2</p>", "<p>4</p>")),
            new CompareView.PartRow("dieu-kien", "Điều kiện áp dụng", List.of("", "<p>3</p>")),
            new CompareView.PartRow("lien-he", "Liên hệ", List.of("<p>1</p>", "")));
  }

  @Test
  void withoutPracticesThereIsNothingToShow() {
    CompareView view = view();
    assertThat(view.figures()).isEmpty();
    assertThat(view.others()).isEmpty();
    assertThat(view.parts()).isEmpty();
  }

  private static CompareView view(CompareColumn... columns) {
    return CompareView.of("So sánh", "", List.of(columns), List.of(), List.of());
  }

  /** A practice with figures, each {@code indicator=value}. */
  private static CompareColumn column(String key, String... figures) {
    return new CompareColumn(
        key,
        "",
        key,
        "",
        "",
        "",
        "",
        Arrays.stream(figures)
            .map(each -> each.split("="))
            .map(each -> new KeyFigure(each[1], "", "", each[0], "", "", "", ""))
            .toList(),
        Map.of());
  }

  private static List<List<String>> values(List<List<KeyFigure>> cells) {
    return cells.stream().map(cell -> cell.stream().map(KeyFigure::value).toList()).toList();
  }
}
