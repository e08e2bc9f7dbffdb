package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;

/** Where units of former times are found among the provinces of today. */
class DataPlacesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** A province that was divided between two, and one of which nobody knows what it became. */
  private static final String DIVIDED =
      """
      units:
        - {key: bac, name: Bắc, kind: tỉnh}
        - {key: nam, name: Nam, kind: tỉnh}
        - {key: cu, name: Cũ, kind: tỉnh, until: 1990-12-31, into: [bac, nam]}
        - {key: cu/huyen-giua, name: Giữa, kind: huyện, parent: cu, until: 1990-12-31, into: [nam/huyen-giua]}
        - {key: cu/huyen-doi, name: Đôi, kind: huyện, parent: cu, until: 1980-12-31, into: [cu/huyen-giua, bac/huyen-dau]}
        - {key: bac/huyen-dau, name: Đầu, kind: huyện, parent: bac}
        - {key: nam/huyen-giua, name: Giữa, kind: huyện, parent: nam, from: 1991-01-01}
        - {key: mat, name: Mất, kind: tỉnh, until: 1975-12-31}
      """;

  @TempDir Path folder;

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          binh-thuan/huyen-bac-binh | 2018-05-09 | huyện Bắc Bình, Bình Thuận | - | Lâm Đồng
          binh-thuan | 2018-05-09 | Bình Thuận | Lâm Đồng | Lâm Đồng
          thua-thien-hue | 2018-05-09 | Thừa Thiên Huế | Huế | Huế
          lang-son/huyen-bac-son/thi-tran-bac-son | 2018-09-12 | thị trấn Bắc Sơn, huyện Bắc Sơn, Lạng Sơn | xã Bắc Sơn, Lạng Sơn | Lạng Sơn
          lang-son | 2018-09-12 | Lạng Sơn | Lạng Sơn | Lạng Sơn
          """)
  void tellsNamesOfThenAndToday(
      String key, LocalDate day, String then, String now, String province) {
    Locality unit = gazetteer.byKey(key).orElseThrow();
    var article = Samples.article("a").date(day.atStartOfDay()).places(unit).build();
    DataPlace place = new DataPlaces(gazetteer, TODAY).of(article).get(0);
    assertThat(place.key()).isEqualTo(key);
    assertThat(place.name()).isEqualTo(then);
    assertThat(place.today().map(DataPlace.Unit::name).orElse("-")).isEqualTo(now);
    assertThat(place.province().map(DataPlace.Unit::name).orElse("-")).isEqualTo(province);
  }

  /** What was divided between two provinces is with each of them. */
  @Test
  void putsWhatWasDividedIntoEach() throws IOException {
    Path file = Files.writeString(folder.resolve("localities.yaml"), DIVIDED);
    List<DataProvince> provinces = new DataPlaces(Gazetteer.load(file), TODAY).provinces();
    assertThat(provinces.stream().map(DataPlacesTest::line))
        .containsExactly(
            "bac < cu: cu/huyen-doi bac/huyen-dau",
            "nam < cu: cu/huyen-giua cu/huyen-doi nam/huyen-giua");
  }

  @Test
  void asksForTheProvincesOfTheDay() {
    var then = new DataPlaces(gazetteer, LocalDate.of(2024, 1, 1)).provinces();
    assertThat(then).hasSize(63);
    assertThat(new DataPlaces(gazetteer, TODAY).provinces()).hasSize(34);
  }

  private static String line(DataProvince data) {
    return data.province().key() + " < " + keys(data.former()) + ": " + keys(data.units());
  }

  private static String keys(List<Locality> units) {
    return units.stream().map(Locality::key).collect(Collectors.joining(" "));
  }
}
