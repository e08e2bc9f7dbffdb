package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/** Articles of places that {@code data/localities.yaml} does not have. */
class NewPlacesTest {

  private static final String PLACE = "dia-phuong/lang-son/xa-huu-lung/index.html";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void site() throws IOException {
    site = TestSite.copyOf("portal-small", folder.resolve("site"));
    article("a", "Lạng Sơn/xã Hữu Lũng");
  }

  @Test
  void theArticleIsPublishedWithAPageOfItsPlaceAndANotice() throws IOException {
    BuildReport report = site.bake();

    assertThat(report.hasErrors()).isFalse();
    assertThat(report.problems())
        .extracting(Problem::code)
        .containsOnlyOnce(ProblemCode.DIA_PHUONG_NGOAI_DANH_SACH);
    assertThat(site.pages().get(PLACE)).contains("Xã Hữu Lũng").contains("Bài a");
    assertThat(site.pages().get("dia-phuong/lang-son/index.html")).contains("Bài a");
    assertThat(site.check().problems()).isEqualTo(report.problems());
  }

  @Test
  void aBakeOverTheLastOneSaysTheSameAndLeavesTheSame() throws IOException {
    BuildReport first = site.bake();
    Map<String, String> pages = site.output();
    for (int i = 0; i < 2; i++) {
      BuildReport again = site.bake();
      assertThat(again.problems()).isNotEmpty().isEqualTo(first.problems());
      assertThat(again.written().orElseThrow().written()).isZero();
      assertThat(site.output()).isEqualTo(pages);
    }
    article("b", "Lâm Đồng");
    assertThat(site.bake().problems()).isEqualTo(first.problems());
    assertThat(site.pages()).containsKeys(PLACE, "bai-viet/b.html");
  }

  @Test
  void severalSpellingsAreOnePlaceWhateverTheirOrder() throws IOException {
    article("b", "lạng sơn/X. HỮU LŨNG");
    article("0", "Lạng Sơn/xã Huu Lung");
    assertThat(site.bake().hasErrors()).isFalse();

    // pages of this site hold two articles
    assertThat(site.pages().get(PLACE) + site.pages().get(PLACE.replace("index", "trang-1")))
        .contains("Xã Hữu Lũng", "Bài a", "Bài b", "Bài 0");
  }

  @Test
  void aDistrictAndACommuneBelowItAreBothMade() throws IOException {
    article("b", "Lạng Sơn/huyện Chi Lăng/xã Quan Sơn");
    assertThat(site.bake().hasErrors()).isFalse();

    assertThat(site.pages())
        .containsKeys(
            "dia-phuong/lang-son/huyen-chi-lang/index.html",
            "dia-phuong/lang-son/huyen-chi-lang/xa-quan-son/index.html");
  }

  @Test
  void onceTheListHasThePlaceTheNoticeIsGoneAndTheAddressStays() throws IOException {
    site.bake();
    site.append(
        "data/localities.yaml",
        "  - {key: lang-son/xa-huu-lung, name: Hữu Lũng, kind: xã, from: 2025-07-01}\n");

    assertThat(site.bake().problems())
        .extracting(Problem::code)
        .doesNotContain(ProblemCode.DIA_PHUONG_NGOAI_DANH_SACH);
    assertThat(site.pages().get(PLACE)).contains("Bài a");
  }

  private void article(String name, String place) throws IOException {
    site.write(
        "content/bai-viet/" + name + ".md",
        """
        ---
        title: Bài %s
        date: 2025-12-01
        type: post
        status: published
        locality: %s
        ---

        Chữ.
        """
            .formatted(name, place));
  }
}
