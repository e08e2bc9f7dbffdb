package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.PartKind;

/** The words for parts: the standard headings always count, the file adds others. */
class PracticeTermsTest {

  @TempDir private Path folder;

  /** Files that add no words, whatever else they say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# chưa có gì\n",
        "parts:\n",
        "parts: {}\n",
        "settings: []\n",
        "settings:\n  - {key: nui, name: Núi, regions: [tay-nguyen]}\n",
        "settings:\n  - {key: nui, name: Núi, regions: [tay-nguyen]}\nparts:\n",
      })
  void standardHeadingsAreKnownToEverySite(String file) throws IOException {
    PracticeTerms terms = load(file);
    for (PartKind kind : PartKind.standard()) {
      assertThat(terms.kindOf(kind.heading())).isEqualTo(kind);
    }
    assertThat(terms.kindOf("Giải pháp")).isEqualTo(PartKind.OTHER);
  }

  @Test
  void aSiteWithoutTheFileHasThemToo() {
    assertThat(PracticeTerms.load(folder.resolve("practice.yaml")).kindOf("Kết quả"))
        .isEqualTo(PartKind.RESULTS);
  }

  @Test
  void wordsAreAddedAndTakeNoStandardHeadingAway() throws IOException {
    PracticeTerms terms = load("parts:\n  cach-lam: [Giải pháp, Kết quả]\nsettings: []\n");
    assertThat(terms.kindOf("Giải pháp")).isEqualTo(PartKind.STEPS);
    assertThat(terms.kindOf("Kết quả")).isEqualTo(PartKind.RESULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "part: {}                      | DU_LIEU_KHOA_LA",
        "parts: {khac: [A]}            | DU_LIEU_KHOA_LA",
        "parts: {ketqua: [A]}          | DU_LIEU_KHOA_LA",
        "parts: {ket-qua: ['']}        | DU_LIEU_THIEU",
        "parts: [Kết quả]              | DU_LIEU_THIEU",
        "parts: Kết quả                | DU_LIEU_THIEU",
        "- parts                       | DU_LIEU_THIEU",
        "parts: {ket-qua: [A           | DU_LIEU_HONG",
        "'{parts: {}, parts: {}}'      | KHOA_TRUNG",
      })
  void faultsAreTold(String file, ProblemCode code) {
    assertThatThrownBy(() -> load(file))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(code));
  }

  private PracticeTerms load(String file) throws IOException {
    Path path = folder.resolve("practice.yaml");
    Files.writeString(path, file);
    return PracticeTerms.load(path);
  }
}
