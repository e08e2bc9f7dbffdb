package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.PlaceKind;

/** The kinds of places of the site's own {@code data/practice.yaml}. */
class PlaceKindsTest {

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));
  private final PlaceKinds kinds = PlaceKinds.load(Path.of("data/practice.yaml"), gazetteer);

  @ParameterizedTest
  @CsvSource({
    "lang-son/huyen-bac-son,                   mien-nui",
    "lang-son/huyen-bac-son/thi-tran-bac-son,  do-thi",
    "lang-son/xa-dinh-lap,                     mien-nui",
    "son-la/huyen-bac-yen/xa-lang-cheu,        mien-nui",
    "bac-ninh/thanh-pho-bac-ninh,              do-thi",
    "bac-ninh/phuong-vu-ninh,                  do-thi",
    "binh-thuan/huyen-bac-binh,                ven-bien",
    "lam-dong/xa-hoa-thang,                    ven-bien",
    "lam-dong/xa-phan-son,                     mien-nui",
    "lam-dong/xa-song-luy,                     dong-bang"
  })
  void placesAreOfAKind(String place, String kind) {
    assertThat(kinds.of(gazetteer.byKey(place).orElseThrow()).map(PlaceKind::key)).contains(kind);
  }

  @Test
  void aProvinceIsOfNoKindHavingSeveral() {
    assertThat(gazetteer.all().stream().filter(unit -> unit.parent().isEmpty()).map(kinds::of))
        .allMatch(java.util.Optional::isEmpty);
  }

  @Test
  void aSiteWithoutRulesHasThoseThatAreBuiltIn(@TempDir Path folder) {
    PlaceKinds own = PlaceKinds.load(folder.resolve("practice.yaml"), gazetteer);
    assertThat(own.all().stream().map(PlaceKind::key))
        .containsExactly("do-thi", "ven-bien", "mien-nui", "dong-bang");
    assertThat(own.of(gazetteer.byKey("lang-son/huyen-bac-son").orElseThrow()))
        .contains(new PlaceKind("mien-nui", "Miền núi"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{key: a, name: A, unit: [xã]}           | DU_LIEU_KHOA_LA",
        "{key: a, name: A, units: [làng]}        | DU_LIEU_NGOAI_DANH_SACH",
        "{key: a, name: A, regions: [tay-bac]}   | DU_LIEU_NGOAI_DANH_SACH",
        "{key: a, name: A, provinces: [lang-so]} | DU_LIEU_NGOAI_DANH_SACH",
        "{key: a, name: A, places: [lang-son/x]} | DU_LIEU_NGOAI_DANH_SACH",
        "{key: Đô thị, name: A}                  | DU_LIEU_SAI_GIA_TRI",
        "{key: a}                                | DU_LIEU_THIEU"
      })
  void faultsOfTheRulesAreTold(String rule, ProblemCode code, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("practice.yaml");
    Files.writeString(file, "settings:\n  - " + rule + "\n");
    assertThatThrownBy(() -> PlaceKinds.load(file, gazetteer))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(code));
  }

  @Test
  void aKeyOfTheFileThatNobodyReadsIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("practice.yaml");
    Files.writeString(file, "parts: {}\nsetting: []\n");
    assertThatThrownBy(() -> PracticeTerms.load(file))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.DU_LIEU_KHOA_LA));
  }
}
