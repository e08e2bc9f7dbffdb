package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingsTest {

  @ParameterizedTest
  @CsvSource({"0, A", "31, f", "32, hA", "1023, _f", "1024, hgA", "2147483647, h_____f"})
  void numbersHaveTheirHighestDigitFirst(int number, String letters) {
    var out = new StringBuilder();
    Postings.number(number, out);
    assertThat(out).hasToString(letters);
  }

  @Test
  void listsAreReadAsTheyWereWritten() {
    List<List<Integer>> entries =
        List.of(List.of(0, 3, 2), List.of(1, 0, 0), List.of(33, 1, 3), List.of(9_999, 2, 1));
    var out = new StringBuilder();
    var writer = new Postings.Writer(Line.Kind.BEFORE, out);
    entries.forEach(entry -> writer.add(entry.get(0), entry.get(1), entry.get(2)));

    List<List<Integer>> read = new ArrayList<>();
    Postings.read(
        Line.Kind.BEFORE,
        out.toString(),
        (article, place, next) -> read.add(List.of(article, place, next)));

    assertThat(read).isEqualTo(entries);
  }
}
