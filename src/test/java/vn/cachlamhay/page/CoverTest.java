package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Topic;

/** What stands where an article has no picture. */
class CoverTest {

  private static final Topic TOPIC = new Topic("dan-van", "Dân vận", "", Optional.empty(), 3);
  private static final Locality PLACE =
      new Locality(
          "bac-son",
          "Bắc Sơn",
          "huyện",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          182 đảng viên mới | -                | -                     | 182      | đảng viên mới
          88,78%            | -                | -                     | 88,78%   | Dân vận
          32/54 chi bộ      | 5% ở tiêu đề     | -                     | 32/54    | chi bộ
          1.250             | -                | -                     | 1.250    | Dân vận
          không có số       | -                | -                     |          | Dân vận
          -                 | Đạt 88,78% kế hoạch | hơn 90 %           | 88,78%   | Dân vận
          -                 | 438 trong 652    | Nữ chiếm 67% số người | 67%      | Dân vận
          -                 | 438 trong 652    | -                     |          | Dân vận
          -                 | tăng 1.250,5%    | -                     |          | Dân vận
          """)
  void aFigureOfTheEditorThenAShareOfTitleOrLead(
      String figure, String title, String lead, String shown, String label) {
    var article =
        Samples.article("a")
            .title(title == null ? "Bài" : title)
            .summary(lead == null ? "" : lead)
            .places(PLACE)
            .topics(TOPIC);
    if (figure != null) {
      article.figure(figure);
    }
    assertThat(Cover.of(article.build()))
        .contains(new Cover(3, shown == null ? "" : shown, "Bắc Sơn", label));
  }

  @Test
  void nothingIsShownWhereNothingIsKnown() {
    assertThat(Cover.of(Samples.article("a").title("Bài").summary("").build())).isEmpty();
  }
}
