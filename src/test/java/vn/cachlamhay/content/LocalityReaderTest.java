package vn.cachlamhay.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;

/** Commas between places, and within one. */
class LocalityReaderTest {

  private final LocalityReader reader =
      new LocalityReader(Gazetteer.load(Path.of("data/localities.yaml")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lạng Sơn/Bắc Sơn, Bắc Ninh         | 2018 | lang-son/huyen-bac-son bac-ninh |",
        "Lạng Sơn, Bắc Ninh, Lạng Sơn       | 2018 | lang-son bac-ninh |",
        "Thái Bình, Lạng Sơn                | 2018 | thai-binh lang-son |",
        "Thái Bình, Lạng Sơn                | 2026 | thai-binh lang-son |",
        "Lạng Sơn, Lạng Sơn/Đình Lập        | 2018 | lang-son lang-son/huyen-dinh-lap |",
        "Lạng Sơn/Đình Lập, Lạng Sơn        | 2018 | lang-son/huyen-dinh-lap lang-son |",
        "Bắc Sơn, Lạng Sơn                  | 2018 | | dia-phuong-dau-phay Lạng Sơn/huyện Bắc Sơn",
        "Bắc Sơn, Lạng Sơn                  | 2026 | | dia-phuong-dau-phay Lạng Sơn/xã Bắc Sơn",
        "Đình Lập, Lạng Sơn, Hà Nội         | 2018 | ha-noi | dia-phuong-dau-phay Lạng Sơn/huyện"
            + " Đình Lập",
        "Hà Nội, X. Long Đống, H. Bắc Sơn, Lạng Sơn | 2018 | ha-noi | dia-phuong-dau-phay Lạng"
            + " Sơn/huyện Bắc Sơn/xã Long Đống",
        "xã Lạ, huyện Bắc Sơn, Lạng Sơn     | 2018 | | dia-phuong-dau-phay Lạng Sơn/huyện Bắc"
            + " Sơn/xã Lạ"
      })
  void commasSeparatePlacesUnlessTheyAreOne(
      String written, int year, String found, String problem) {
    var problems = new Problems();
    List<Locality> units =
        reader.read(items(written), Optional.of(LocalDate.of(year, 6, 1)), problems);

    assertThat(units.stream().map(Locality::key).collect(Collectors.joining(" ")))
        .isEqualTo(found == null ? "" : found);
    assertThat(problems.sorted().stream().map(LocalityReaderTest::inWords))
        .isEqualTo(problem == null ? List.of() : List.of(problem));
  }

  private static String inWords(Problem problem) {
    return problem.code().code() + " " + problem.args().get(1);
  }

  private static List<FrontMatter.Item> items(String written) {
    return Arrays.stream(written.split(", "))
        .map(text -> new FrontMatter.Item(text, new SourcePos("a.md", 1, 1)))
        .toList();
  }
}
