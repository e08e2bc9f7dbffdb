package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Region;

/** What became of the units of the site's own list, and what its map and regions hold. */
class HistoryTest {

  private static final LocalDate BEFORE = LocalDate.of(2024, 6, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "binh-thuan | Từ 1/7/2025 thuộc tỉnh Lâm Đồng (Nghị quyết 202/2025/QH15)",
        "thua-thien-hue | Từ 1/1/2025 là thành phố Huế (Nghị quyết 175/2024/QH15)",
        "binh-phuoc | Từ 1/7/2025 thuộc tỉnh Đồng Nai (Nghị quyết 202/2025/QH15)",
        "dong-nai | Từ 30/4/2026 là thành phố Đồng Nai (Nghị quyết 30/2026/QH16), trước đó là tỉnh"
            + " Đồng Nai",
        "lang-son | ''",
        "lang-son/huyen-bac-son | Từ 1/7/2025 chia thành xã Bắc Sơn, xã Tân Tri, xã Hưng Vũ, xã Vũ"
            + " Lễ, xã Vũ Lăng, xã Nhất Hòa (tỉnh Lạng Sơn) (Luật 72/2025/QH15)",
        "lang-son/huyen-bac-son/xa-long-dong | Từ 1/7/2025 thuộc xã Bắc Sơn, Lạng Sơn",
        "lang-son/huyen-bac-son/xa-vu-son | Từ 1/7/2025 không còn đơn vị này",
        "binh-thuan/huyen-bac-binh | Từ 1/7/2025 chia thành xã Bắc Bình, xã Phan Sơn, xã Hải Ninh,"
            + " xã Sông Lũy, xã Lương Sơn, xã Hồng Thái, xã Hòa Thắng (tỉnh Lâm Đồng) (Luật"
            + " 72/2025/QH15); Tỉnh Bình Thuận: từ 1/7/2025 thuộc tỉnh Lâm Đồng (Nghị quyết"
            + " 202/2025/QH15)",
        "khanh-hoa/huyen-truong-sa | Từ 1/7/2025 là đặc khu Trường Sa, Khánh Hòa (Luật"
            + " 72/2025/QH15)"
      })
  void whatBecameOfAUnitIsToldInSentences(String key, String fates) {
    assertThat(String.join("; ", gazetteer.fates(unit(key)))).isEqualTo(fates);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lam-dong | Từ 1/7/2025 gồm cả tỉnh Bình Thuận, tỉnh Đắk Nông trước đây (Nghị quyết"
            + " 202/2025/QH15)",
        "hue | Từ 1/1/2025 lập trên địa bàn tỉnh Thừa Thiên Huế trước đây (Nghị quyết"
            + " 175/2024/QH15)",
        "lang-son/xa-bac-son | Từ 1/7/2025 lập trên địa bàn một phần huyện Bắc Sơn, thị trấn Bắc"
            + " Sơn, xã Bắc Quỳnh, xã Long Đống trước đây (Luật 72/2025/QH15)",
        "ha-noi | ''"
      })
  void whatAUnitWasMadeFromIsToldInSentences(String key, String history) {
    assertThat(gazetteer.history(unit(key)).stream().map(HistoryLine::text))
        .containsExactlyElementsOf(history.isEmpty() ? List.of() : List.of(history));
  }

  @ParameterizedTest
  @CsvSource({
    "binh-thuan/huyen-bac-binh, lam-dong",
    "binh-thuan, lam-dong",
    "thua-thien-hue/thanh-pho-hue, hue",
    "lang-son/huyen-bac-son/xa-vu-son, lang-son",
    "son-la/huyen-bac-yen/xa-lang-cheu, son-la",
    "lam-dong/xa-luong-son, lam-dong",
    "ha-noi, ha-noi"
  })
  void everyUnitLeadsToAProvinceOfToday(String key, String province) {
    assertThat(gazetteer.provinceOn(unit(key), TODAY)).contains(unit(province));
  }

  @Test
  void noUnitOfTheListIsLostOnTheWayToAProvinceOfToday() {
    assertThat(gazetteer.all())
        .allSatisfy(
            unit ->
                assertThat(gazetteer.provinceOn(unit, TODAY))
                    .as(unit.key())
                    .hasValueSatisfying(province -> assertThat(province.tile()).isPresent()));
    assertThat(gazetteer.provinceOn(unit("binh-thuan"), BEFORE)).contains(unit("binh-thuan"));
  }

  @Test
  void anArticleOfAPartThatGoesOnCountsForItAndOneOfASplitUnitDoesNot() {
    assertThat(keys(gazetteer.placesOf(unit("binh-thuan/huyen-bac-binh"))))
        .containsExactly("binh-thuan/huyen-bac-binh", "binh-thuan", "lam-dong");
    assertThat(unit("binh-thuan/huyen-bac-binh").isSplit()).isTrue();
    assertThat(keys(gazetteer.placesOf(unit("son-la/huyen-bac-yen/xa-lang-cheu"))))
        .containsExactly(
            "son-la/huyen-bac-yen/xa-lang-cheu",
            "son-la/xa-ta-xua",
            "son-la",
            "son-la/huyen-bac-yen");
  }

  @Test
  void predecessorsAndSuccessorsAreTheSameRelation() {
    for (Locality unit : gazetteer.all()) {
      assertThat(gazetteer.successors(unit))
          .allSatisfy(next -> assertThat(gazetteer.predecessors(next)).contains(unit));
      assertThat(gazetteer.predecessors(unit))
          .allSatisfy(before -> assertThat(gazetteer.successors(before)).contains(unit));
    }
    assertThat(keys(gazetteer.predecessors(unit("ho-chi-minh"))))
        .containsExactlyInAnyOrder("ba-ria-vung-tau", "binh-duong");
    assertThat(keys(gazetteer.successors(unit("lang-son/huyen-dinh-lap"))))
        .containsExactly(
            "lang-son/xa-dinh-lap",
            "lang-son/xa-thai-binh",
            "lang-son/xa-kien-moc",
            "lang-son/xa-chau-son");
    assertThat(keys(gazetteer.childrenOf(unit("son-la/huyen-bac-yen"))))
        .containsExactly("son-la/huyen-bac-yen/xa-hang-dong", "son-la/huyen-bac-yen/xa-lang-cheu");
  }

  @ParameterizedTest
  @CsvSource({"2026-04-29, tỉnh Đồng Nai", "2026-04-30, thành phố Đồng Nai"})
  void aChangeOfKindLeavesTheUnitWhatItIs(LocalDate day, String name) {
    assertThat(unit("dong-nai").namingOn(day).fullName()).isEqualTo(name);
    assertThat(gazetteer.provincesOn(day)).contains(unit("dong-nai")).hasSize(34);
  }

  @Test
  void citiesAndProvincesAreAsManyAsTheResolutionsSay() {
    assertThat(gazetteer.provincesOn(TODAY))
        .filteredOn(unit -> unit.namingOn(TODAY).kind().equals("thành phố"))
        .hasSize(7);
    assertThat(gazetteer.provincesOn(LocalDate.of(2025, 7, 1)))
        .filteredOn(unit -> unit.namingOn(LocalDate.of(2025, 7, 1)).kind().equals("thành phố"))
        .hasSize(6);
  }

  @Test
  void everyProvinceOfEitherTimeIsInARegionAndHasACodeOfItsOwn() {
    for (LocalDate day : List.of(BEFORE, TODAY)) {
      List<Locality> provinces = gazetteer.provincesOn(day);
      assertThat(gazetteer.regions().stream().flatMap(r -> gazetteer.provincesOf(r, day).stream()))
          .containsExactlyInAnyOrderElementsOf(provinces);
      assertThat(provinces.stream().flatMap(unit -> codesOn(unit, day).stream()))
          .doesNotHaveDuplicates()
          .hasSameSizeAs(provinces);
    }
    assertThat(codesOn(unit("bac-giang"), BEFORE)).containsExactly("24");
    assertThat(codesOn(unit("bac-ninh"), TODAY)).containsExactly("24");
    assertThat(codesOn(unit("bac-giang"), TODAY)).isEmpty();
  }

  @Test
  void theMapHasEveryProvinceOfTodayAndTheArchipelagos() {
    var cells = new HashSet<Locality.Tile>();
    gazetteer.tiles().forEach(unit -> cells.add(unit.tile().orElseThrow()));

    assertThat(cells).hasSize(36);
    assertThat(gazetteer.tiles())
        .containsAll(gazetteer.provincesOn(TODAY))
        .contains(unit("da-nang/dac-khu-hoang-sa"), unit("khanh-hoa/dac-khu-truong-sa"));
    int coast =
        gazetteer.provincesOn(TODAY).stream()
            .mapToInt(unit -> unit.tile().orElseThrow().column())
            .max()
            .orElseThrow();
    assertThat(Stream.of("da-nang/dac-khu-hoang-sa", "khanh-hoa/dac-khu-truong-sa"))
        .allSatisfy(
            key -> assertThat(unit(key).tile().orElseThrow().column()).isGreaterThan(coast));
  }

  @Test
  void namesPeopleSearchForLeadToOneUnit() {
    Locality city = unit("ho-chi-minh");
    assertThat(gazetteer.aliasKeys())
        .containsEntry("sai-gon", city)
        .containsEntry("tphcm", city)
        .containsEntry("thanh-pho-ho-chi-minh", city)
        .doesNotContainKeys("lang-son/bac-son", "hue");
  }

  @Test
  void regionsComeInTheOrderOfTheFileAndTheirProvincesInThatOfTheAlphabet() {
    assertThat(gazetteer.regions())
        .extracting(Region::name)
        .hasSize(6)
        .startsWith("Trung du và miền núi phía Bắc");
    assertThat(gazetteer.provincesOf(gazetteer.regions().get(5), TODAY))
        .extracting(Locality::name)
        .containsExactly("An Giang", "Cà Mau", "Cần Thơ", "Đồng Tháp", "Vĩnh Long");
  }

  private Locality unit(String key) {
    return gazetteer.byKey(key).orElseThrow();
  }

  private static List<String> codesOn(Locality unit, LocalDate day) {
    return unit.attributes().codes().stream()
        .filter(code -> code.period().within(unit.life()).contains(day))
        .map(Locality.Code::code)
        .toList();
  }

  private static List<String> keys(List<Locality> units) {
    return units.stream().map(Locality::key).toList();
  }
}
