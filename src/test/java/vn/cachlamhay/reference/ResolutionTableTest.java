package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.Tsv;

/** What editors write and what becomes of it, from {@code gazetteer/resolution.tsv}. */
class ResolutionTableTest {

  private static final String TABLE = "/gazetteer/resolution.tsv";

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));

  static List<Row> rows() {
    return Tsv.rows(TABLE).stream().map(Row::of).toList();
  }

  /** A row of the table. */
  record Row(String written, Optional<LocalDate> day, String becomes) {
    static Row of(List<String> cells) {
      assertThat(cells).hasSize(3);
      String day = cells.get(1);
      return new Row(
          cells.get(0),
          day.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(day)),
          cells.get(2));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatWasWrittenBecomesThis(Row row) {
    assertThat(inWords(gazetteer.resolve(row.written(), row.day()))).isEqualTo(row.becomes());
  }

  @Test
  void theTableIsLong() {
    assertThat(rows()).hasSizeGreaterThan(110);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatIsProposedIsFound(Row row) {
    Resolution<Locality> resolution = gazetteer.resolve(row.written(), row.day());
    if (resolution instanceof Resolution.Ambiguous<Locality> many) {
      assertThat(many.choices()).hasSizeGreaterThan(1);
      many.choices().forEach(choice -> assertFound(choice.spelling(), row));
    } else if (resolution instanceof Resolution.Unknown<Locality> none
        && !none.nearest().isEmpty()) {
      assertFound(none.nearest(), row);
    }
  }

  private void assertFound(String spelling, Row row) {
    assertThat(gazetteer.resolve(spelling, row.day()))
        .as(spelling)
        .isInstanceOfAny(Resolution.Found.class, Resolution.Made.class);
  }

  private static String inWords(Resolution<Locality> resolution) {
    if (resolution instanceof Resolution.Found<Locality> found) {
      return found.value().key();
    } else if (resolution instanceof Resolution.Made<Locality> made) {
      return "+ " + made.value().key();
    } else if (resolution instanceof Resolution.Unknown<Locality> unknown) {
      return ("? " + unknown.nearest()).strip();
    } else if (resolution instanceof Resolution.Ambiguous<Locality> many) {
      return "| " + inWords(many.choices());
    } else if (resolution instanceof Resolution.Code<Locality> code) {
      return ("# " + inWords(code.choices())).strip();
    }
    return ", " + ((Resolution.Commas<Locality>) resolution).spelling();
  }

  private static String inWords(List<Resolution.Choice> choices) {
    return choices.stream().map(Resolution.Choice::toString).collect(Collectors.joining(" | "));
  }
}
