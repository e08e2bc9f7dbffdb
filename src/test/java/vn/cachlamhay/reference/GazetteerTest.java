package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.VietnameseText;

/** The units of the site's own {@code data/localities.yaml}. */
class GazetteerTest {

  private static final LocalDate BEFORE = LocalDate.of(2024, 6, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  /** Resolution 202/2025/QH15: 6 cities and 28 provinces. */
  static final List<String> PROVINCES_OF_TODAY =
      List.of(
          "Hà Nội",
          "Huế",
          "Lai Châu",
          "Điện Biên",
          "Sơn La",
          "Lạng Sơn",
          "Quảng Ninh",
          "Thanh Hóa",
          "Nghệ An",
          "Hà Tĩnh",
          "Cao Bằng",
          "Tuyên Quang",
          "Lào Cai",
          "Thái Nguyên",
          "Phú Thọ",
          "Bắc Ninh",
          "Hưng Yên",
          "Hải Phòng",
          "Ninh Bình",
          "Quảng Trị",
          "Đà Nẵng",
          "Quảng Ngãi",
          "Gia Lai",
          "Khánh Hòa",
          "Lâm Đồng",
          "Đắk Lắk",
          "Hồ Chí Minh",
          "Đồng Nai",
          "Tây Ninh",
          "Cần Thơ",
          "Vĩnh Long",
          "Đồng Tháp",
          "Cà Mau",
          "An Giang");

  static final List<String> PROVINCES_BEFORE =
      List.of(
          "An Giang",
          "Bà Rịa - Vũng Tàu",
          "Bạc Liêu",
          "Bắc Giang",
          "Bắc Kạn",
          "Bắc Ninh",
          "Bến Tre",
          "Bình Dương",
          "Bình Định",
          "Bình Phước",
          "Bình Thuận",
          "Cà Mau",
          "Cao Bằng",
          "Cần Thơ",
          "Đà Nẵng",
          "Đắk Lắk",
          "Đắk Nông",
          "Điện Biên",
          "Đồng Nai",
          "Đồng Tháp",
          "Gia Lai",
          "Hà Giang",
          "Hà Nam",
          "Hà Nội",
          "Hà Tĩnh",
          "Hải Dương",
          "Hải Phòng",
          "Hậu Giang",
          "Hòa Bình",
          "Hưng Yên",
          "Khánh Hòa",
          "Kiên Giang",
          "Kon Tum",
          "Lai Châu",
          "Lạng Sơn",
          "Lào Cai",
          "Lâm Đồng",
          "Long An",
          "Nam Định",
          "Nghệ An",
          "Ninh Bình",
          "Ninh Thuận",
          "Phú Thọ",
          "Phú Yên",
          "Quảng Bình",
          "Quảng Nam",
          "Quảng Ngãi",
          "Quảng Ninh",
          "Quảng Trị",
          "Sóc Trăng",
          "Sơn La",
          "Tây Ninh",
          "Thái Bình",
          "Thái Nguyên",
          "Thanh Hóa",
          "Hồ Chí Minh",
          "Thừa Thiên Huế",
          "Tiền Giang",
          "Trà Vinh",
          "Tuyên Quang",
          "Vĩnh Long",
          "Vĩnh Phúc",
          "Yên Bái");

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));

  @Test
  void thereAre34ProvincesToday() {
    assertThat(gazetteer.provincesOn(TODAY))
        .extracting(Locality::name)
        .containsExactlyInAnyOrderElementsOf(PROVINCES_OF_TODAY)
        .hasSize(34);
  }

  @Test
  void thereWere63ProvincesBeforeTheMerger() {
    assertThat(PROVINCES_BEFORE).hasSize(63);
    assertThat(gazetteer.provincesOn(BEFORE))
        .extracting(Locality::name)
        .containsExactlyInAnyOrderElementsOf(PROVINCES_BEFORE);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-31, thua-thien-hue, true",
    "2024-12-31, hue, false",
    "2025-01-01, thua-thien-hue, false",
    "2025-01-01, hue, true",
    "2025-06-30, binh-thuan, true",
    "2025-07-01, binh-thuan, false",
    "2025-06-30, lam-dong, true",
    "2025-07-01, lam-dong, true"
  })
  void aProvinceIsListedFromItsFirstToItsLastDay(LocalDate day, String key, boolean listed) {
    assertThat(gazetteer.provincesOn(day).stream().anyMatch(unit -> unit.key().equals(key)))
        .isEqualTo(listed);
  }

  @ParameterizedTest
  @FieldSource("PROVINCES_BEFORE")
  void everyProvinceBeforeTheMergerIsFoundInEverySpelling(String name) {
    Locality unit = found(name, Optional.of(BEFORE));

    assertThat(unit.name()).isEqualTo(name);
    assertThat(unit.parent()).isEmpty();
    assertThat(found(name.toUpperCase(VietnameseText.LOCALE), Optional.of(BEFORE))).isEqualTo(unit);
    assertThat(found(VietnameseText.fold(name), Optional.of(BEFORE))).isEqualTo(unit);
    assertThat(found(unit.kind() + " " + name, Optional.of(BEFORE))).isEqualTo(unit);
    assertThat(found(name, Optional.empty())).isEqualTo(unit);
    assertThat(found(name, Optional.of(TODAY))).isEqualTo(unit);
  }

  @ParameterizedTest
  @FieldSource("PROVINCES_OF_TODAY")
  void everyProvinceOfTodayIsFound(String name) {
    Locality unit = found(name, Optional.of(TODAY));

    assertThat(unit.name()).isEqualTo(name);
    assertThat(unit.existedOn(TODAY)).isTrue();
  }

  @ParameterizedTest
  @FieldSource("PROVINCES_BEFORE")
  void everyProvinceThatIsNoMoreWentIntoOneOfToday(String name) {
    Locality unit = found(name, Optional.of(BEFORE));
    Locality now = gazetteer.placesOf(unit).get(gazetteer.placesOf(unit).size() - 1);

    assertThat(now.existedOn(TODAY)).as(name + " → " + now.name()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lạng Sơn/huyện Bắc Sơn                 | lang-son/huyen-bac-son",
        "Lạng Sơn/Bắc Sơn                       | lang-son/huyen-bac-son",
        "lang son/bac son                       | lang-son/huyen-bac-son",
        "LẠNG SƠN/HUYỆN BẮC SƠN                 | lang-son/huyen-bac-son",
        "tỉnh Lạng Sơn/huyện Bắc Sơn            | lang-son/huyen-bac-son",
        "huyện Bắc Sơn                          | lang-son/huyen-bac-son",
        "Lạng Sơn / Bắc Sơn                     | lang-son/huyen-bac-son",
        "Lạng Sơn/huyen bac son                 | lang-son/huyen-bac-son",
        "Lạng Sơn/thị trấn Bắc Sơn              | lang-son/huyen-bac-son/thi-tran-bac-son",
        "Lạng Sơn/TT Bắc Sơn                    | lang-son/huyen-bac-son/thi-tran-bac-son",
        "Lạng Sơn/Bắc Sơn/Bắc Sơn               | lang-son/huyen-bac-son/thi-tran-bac-son",
        "Lạng Sơn/huyện Bắc Sơn/xã Long Đống    | lang-son/huyen-bac-son/xa-long-dong",
        "Lạng Sơn/Long Đống                     | lang-son/huyen-bac-son/xa-long-dong",
        "Long Đống                              | lang-son/huyen-bac-son/xa-long-dong",
        "Lạng Sơn/Đình Lập                      | lang-son/huyen-dinh-lap",
        "lang son/huyen dinh lap                | lang-son/huyen-dinh-lap",
        "Lạng Sơn/Đình Lập/Lâm Ca               | lang-son/huyen-dinh-lap/xa-lam-ca",
        "Sơn La/Làng Chếu                       | son-la/huyen-bac-yen/xa-lang-cheu",
        "Sơn La/huyện Bắc Yên/xã Làng Chếu      | son-la/huyen-bac-yen/xa-lang-cheu",
        "son la/bac yen/lang cheu               | son-la/huyen-bac-yen/xa-lang-cheu",
        "Làng Chếu                              | son-la/huyen-bac-yen/xa-lang-cheu",
        "Bắc Ninh                               | bac-ninh",
        "tỉnh Bắc Ninh                          | bac-ninh",
        "Bắc Ninh/Bắc Ninh                      | bac-ninh/thanh-pho-bac-ninh",
        "Bắc Ninh/TP. Bắc Ninh                  | bac-ninh/thanh-pho-bac-ninh",
        "Bắc Ninh/TP Bắc Ninh                   | bac-ninh/thanh-pho-bac-ninh",
        "Bắc Ninh/tp.Bắc Ninh                   | bac-ninh/thanh-pho-bac-ninh",
        "Bắc Ninh/thành phố Bắc Ninh            | bac-ninh/thanh-pho-bac-ninh",
        "thành phố Bắc Ninh                     | bac-ninh/thanh-pho-bac-ninh",
        "Bình Thuận/Bắc Bình                    | binh-thuan/huyen-bac-binh",
        "Bình Thuận/huyện Bắc Bình              | binh-thuan/huyen-bac-binh",
        "Khánh Hoà                              | khanh-hoa",
        "Khánh Hòa                              | khanh-hoa",
        "Hoà Bình                               | hoa-binh",
        "Thanh Hoá                              | thanh-hoa",
        "TP. Hồ Chí Minh                        | ho-chi-minh",
        "TP Hồ Chí Minh                         | ho-chi-minh",
        "TPHCM                                  | ho-chi-minh",
        "TP.HCM                                 | ho-chi-minh",
        "Sài Gòn                                | ho-chi-minh",
        "TP. Hà Nội                             | ha-noi",
        "Bà Rịa – Vũng Tàu                      | ba-ria-vung-tau",
        "Bà Rịa-Vũng Tàu                        | ba-ria-vung-tau",
        "Đắc Lắc                                | dak-lak",
        "KonTum                                 | kon-tum",
        "Thừa Thiên - Huế                       | thua-thien-hue",
        "TP. Huế                                | thua-thien-hue/thanh-pho-hue"
      })
  void spellingsOfOnePlaceAreUnderstood(String written, String key) {
    assertThat(found(written, Optional.of(BEFORE)).key()).isEqualTo(key);
  }

  @Test
  void theArticlesDateDecidesBetweenUnitsOfOneName() {
    assertThat(found("Huế", Optional.of(TODAY)).key()).isEqualTo("hue");
    assertThat(found("Thừa Thiên Huế", Optional.of(LocalDate.of(2019, 1, 1))).key())
        .isEqualTo("thua-thien-hue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lạng Sơn/Bác Sơn  | Lạng Sơn/Bắc Sơn",
        "Lạng Sơn/Bắc Sơnn | Lạng Sơn/Bắc Sơn",
        "Lạng Sơ/Bắc Sơn   | Lạng Sơn/Bắc Sơn",
        "Láng Sơn          | Lạng Sơn",
        "Hà Nôi            | Hà Nội",
        "Khánh Hóa         | Khánh Hòa"
      })
  void anUnknownPlaceNamesTheNearest(String written, String nearest) {
    assertThat(gazetteer.resolve(written, Optional.of(BEFORE)))
        .isEqualTo(new Resolution.Unknown<Locality>(nearest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bác Sơn", "Bấc Sơn", "Lạng Sơn/Bác Sơn", "Lang Sone/Bac Sonn", "Bắc Nin", "x"})
  void whatIsProposedWouldBeFound(String written) {
    var unknown = (Resolution.Unknown<Locality>) gazetteer.resolve(written, Optional.of(BEFORE));

    assertThat(gazetteer.resolve(unknown.nearest(), Optional.of(BEFORE)))
        .as(unknown.nearest())
        .isInstanceOf(Resolution.Found.class);
  }

  @Test
  void anAmbiguousPlaceNamesEachChoiceSoThatItWouldBeFound() {
    var ambiguous =
        (Resolution.Ambiguous<Locality>) gazetteer.resolve("Bắc Sơn", Optional.of(BEFORE));

    assertThat(ambiguous.choices())
        .extracting(Resolution.Choice::toString)
        .containsExactly(
            "Lạng Sơn/huyện Bắc Sơn (… → 30/6/2025)",
            "Lạng Sơn/huyện Bắc Sơn/thị trấn Bắc Sơn (… → 30/6/2025)");
    assertThat(ambiguous.choices())
        .allSatisfy(choice -> found(choice.spelling(), Optional.of(BEFORE)));
  }

  @Test
  void halfADiacriticIsNotEnough() {
    // all or nothing: "Bác Sơn" might mean another place than Bắc Sơn
    assertThat(gazetteer.resolve("Lạng Sơn/Bác Sơn", Optional.empty()))
        .isInstanceOf(Resolution.Unknown.class);
    assertThat(gazetteer.resolve("Sơn La/Bắc Sơn", Optional.empty()))
        .isInstanceOf(Resolution.Unknown.class);
    assertThat(gazetteer.resolve("", Optional.empty())).isInstanceOf(Resolution.Unknown.class);
    assertThat(gazetteer.resolve("Lạng Sơn/", Optional.empty()))
        .isInstanceOf(Resolution.Unknown.class);
  }

  @Test
  void everyUnitIsFoundByThePathThatIsShownForIt() {
    for (Locality unit : gazetteer.all()) {
      assertThat(found(unit.writtenPath(), Optional.empty())).isEqualTo(unit);
    }
  }

  @Test
  void keysAreAddressesAndUnique() {
    var seen = new HashSet<String>();
    for (Locality unit : gazetteer.all()) {
      assertThat(unit.key()).matches("[a-z0-9-]+(/[a-z0-9-]+)*");
      assertThat(seen.add(unit.key())).as(unit.key()).isTrue();
      assertThat(gazetteer.byKey(unit.key())).contains(unit);
    }
    assertThat(gazetteer.byKey("khong-co")).isEmpty();
  }

  @Test
  void anArticleOfBacBinhIsFoundUnderItsProvinceThenAndNow() {
    assertThat(keysOfPlaces("Bình Thuận/Bắc Bình"))
        .containsExactly("binh-thuan/huyen-bac-binh", "binh-thuan", "lam-dong");
  }

  @Test
  void anArticleOfAPlaceThatStayedIsFoundUnderThoseAboveIt() {
    assertThat(keysOfPlaces("Lạng Sơn/Long Đống"))
        .containsExactly(
            "lang-son/huyen-bac-son/xa-long-dong",
            "lang-son/xa-bac-son",
            "lang-son",
            "lang-son/huyen-bac-son");
    assertThat(keysOfPlaces("Hà Nội")).containsExactly("ha-noi");
    assertThat(keysOfPlaces("Thừa Thiên Huế")).containsExactly("thua-thien-hue", "hue");
  }

  @Test
  void aSiteWithoutTheFileHasNoPlaces() {
    Gazetteer none = Gazetteer.load(Path.of("data/khong-co.yaml"));

    assertThat(none.all()).isEmpty();
    assertThat(none.resolve("Hà Nội", Optional.empty())).isInstanceOf(Resolution.Unknown.class);
  }

  private List<String> keysOfPlaces(String written) {
    return gazetteer.placesOf(found(written, Optional.empty())).stream()
        .map(Locality::key)
        .toList();
  }

  private Locality found(String written, Optional<LocalDate> day) {
    Resolution<Locality> resolution = gazetteer.resolve(written, day);
    assertThat(resolution).as(written).isInstanceOf(Resolution.Found.class);
    return ((Resolution.Found<Locality>) resolution).value();
  }
}
