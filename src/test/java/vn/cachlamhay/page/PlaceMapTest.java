package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;

/** The map that the list of places makes. */
class PlaceMapTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final Gazetteer gazetteer = Gazetteer.load(Path.of(Gazetteer.FILE));

  @Test
  void hasEveryProvinceOfTodayOnce() {
    assertThat(map(Map.of()).tiles().stream().filter(tile -> !tile.offshore()))
        .hasSize(34)
        .extracting(PlaceMap.Tile::uri)
        .containsExactlyInAnyOrderElementsOf(
            gazetteer.provincesOn(TODAY).stream().map(Uris::of).toList());
  }

  @Test
  void hasTheArchipelagosEastOfTheMainlandApartFromIt() {
    PlaceMap map = map(Map.of());
    int coast =
        map.tiles().stream()
            .filter(t -> !t.offshore())
            .mapToInt(t -> t.column())
            .max()
            .orElseThrow();
    List<PlaceMap.Tile> offshore = map.tiles().stream().filter(PlaceMap.Tile::offshore).toList();
    assertThat(offshore)
        .extracting(PlaceMap.Tile::title, PlaceMap.Tile::count, PlaceMap.Tile::uri)
        .containsExactly(
            tuple("Đặc khu Hoàng Sa, thành phố Đà Nẵng", 0, "dia-phuong/da-nang/index.html"),
            tuple("Đặc khu Trường Sa, tỉnh Khánh Hòa", 0, "dia-phuong/khanh-hoa/index.html"));
    assertThat(offshore)
        .allSatisfy(
            island -> {
              assertThat(island.column()).isGreaterThan(coast);
              assertThat(map.tiles())
                  .noneMatch(t -> t.row() == island.row() && t.column() == island.column() - 1);
            });
  }

  @Test
  void hasNoTwoPlacesInOneSquareAndGoesFromNorthToSouth() {
    PlaceMap map = map(Map.of());
    var cells = new HashSet<Integer>();
    int before = -1;
    for (PlaceMap.Tile tile : map.tiles()) {
      int cell = tile.row() * 100 + tile.column();
      assertThat(cells.add(cell)).as(tile.title()).isTrue();
      assertThat(cell).isGreaterThan(before);
      assertThat(tile.column()).isBetween(0, map.columns() - 1);
      assertThat(tile.row()).isBetween(0, map.rows() - 1);
      before = cell;
    }
  }

  @Test
  void tellsNumbersAndShadesByThem() {
    PlaceMap map =
        map(Map.of("lang-son", 10, "son-la", 4, "hue", 1, "da-nang/dac-khu-hoang-sa", 2));
    assertThat(map.legend()).containsExactly("0", "1–2", "3–5", "từ 6");
    assertThat(map.tiles().stream().filter(tile -> tile.step() > 0))
        .extracting(PlaceMap.Tile::title, PlaceMap.Tile::count, PlaceMap.Tile::step)
        .containsExactlyInAnyOrder(
            tuple("Tỉnh Lạng Sơn", 10, 3),
            tuple("Tỉnh Sơn La", 4, 2),
            tuple("Thành phố Huế", 1, 1),
            tuple("Đặc khu Hoàng Sa, thành phố Đà Nẵng", 2, 1));
    assertThat(map.tiles())
        .extracting(PlaceMap.Tile::uri)
        .contains("dia-phuong/da-nang/dac-khu-hoang-sa/index.html");
  }

  @Test
  void showsWhatThereIsOnItsDay() {
    assertThat(
            new PlaceMap.Factory(place -> 0, LocalDate.of(2025, 6, 30))
                .of(gazetteer.tiles())
                .tiles())
        .noneMatch(PlaceMap.Tile::offshore);
    assertThat(
            new PlaceMap.Factory(place -> 0, LocalDate.of(2026, 4, 1))
                .of(gazetteer.tiles())
                .tiles())
        .extracting(PlaceMap.Tile::title)
        .contains("Tỉnh Đồng Nai");
    assertThat(new PlaceMap.Factory(place -> 0, TODAY).of(List.of()).tiles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Huế, Huế",
    "Thái Nguyên, Thái|Nguyên",
    "Hồ Chí Minh, Hồ Chí|Minh",
    "Thừa Thiên Huế, Thừa|Thiên|Huế"
  })
  void breaksNamesForItsSquares(String name, String lines) {
    assertThat(PlaceMap.Factory.lines(name)).isEqualTo(List.of(lines.split("\\|")));
  }

  private PlaceMap map(Map<String, Integer> counts) {
    return new PlaceMap.Factory((Locality place) -> counts.getOrDefault(place.key(), 0), TODAY)
        .of(gazetteer.tiles());
  }
}
