package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few steps with round limits, whatever the numbers. */
class ShadesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0|từ 1",
    "2, 0|1|từ 2",
    "4, 0|1|2|từ 3",
    "10, 0|1–2|3–5|từ 6",
    "300, 0|1–5|6–20|21–100|từ 101",
    "10000, 0|1–10|11–100|101–1000|từ 1001"
  })
  void namesItsSteps(int highest, String labels) {
    assertThat(Shades.upTo(highest).labels()).isEqualTo(List.of(labels.split("\\|")));
  }

  @Test
  void shadesByLimit() {
    Shades shades = Shades.upTo(10);
    assertThat(List.of(0, 1, 2, 3, 5, 6, 10))
        .extracting(shades::of)
        .containsExactly(0, 1, 1, 2, 2, 3, 3);
  }

  @Property(tries = 500, seed = "20180912")
  void everyNumberHasAStepThatIsNamed(
      @ForAll @IntRange(max = 200_000) int highest, @ForAll @IntRange(max = 200_000) int number) {
    Shades shades = Shades.upTo(highest);
    int count = Math.min(highest, number);
    assertThat(shades.of(count)).isLessThan(shades.labels().size()).isLessThanOrEqualTo(4);
    assertThat(shades.of(highest)).isEqualTo(shades.labels().size() - 1);
    assertThat(shades.of(count) == 0).isEqualTo(count == 0);
    assertThat(shades.of(count)).isLessThanOrEqualTo(shades.of(highest));
  }
}
