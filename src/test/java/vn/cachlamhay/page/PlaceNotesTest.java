package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;

/** Articles name their places as they were then, and what these are today. */
class PlaceNotesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          binh-thuan/huyen-bac-binh | 2018-05-09 | Huyện Bắc Bình, Bình Thuận (nay thuộc Lâm Đồng)
          lang-son/huyen-bac-son | 2018-09-12 | Huyện Bắc Sơn, Lạng Sơn (nay chia thành 6 xã của Lạng Sơn)
          lang-son/huyen-bac-son/thi-tran-bac-son | 2018-09-12 | Thị trấn Bắc Sơn, huyện Bắc Sơn, Lạng Sơn (nay thuộc xã Bắc Sơn, Lạng Sơn)
          lang-son/huyen-bac-son/xa-dong-y | 2018-09-12 | Xã Đồng Ý, huyện Bắc Sơn, Lạng Sơn (nay thuộc Lạng Sơn)
          lang-son/xa-bac-son | 2026-01-02 | Xã Bắc Sơn, Lạng Sơn
          binh-thuan | 2018-05-09 | Tỉnh Bình Thuận (nay thuộc Lâm Đồng)
          lam-dong | 2018-05-09 | Tỉnh Lâm Đồng
          thua-thien-hue | 2018-05-09 | Tỉnh Thừa Thiên Huế (nay là thành phố Huế)
          dong-nai | 2026-04-29 | Tỉnh Đồng Nai (nay là thành phố Đồng Nai)
          dong-nai | 2026-04-30 | Thành phố Đồng Nai
          binh-phuoc | 2018-05-09 | Tỉnh Bình Phước (nay thuộc Đồng Nai)
          """)
  void tellsNameOfThenAndToday(String key, LocalDate day, String line) {
    assertThat(text(of(key, day))).isEqualTo(line);
  }

  @Test
  void linksTheNamesThatHavePages() {
    PlaceLine line = of("binh-thuan/huyen-bac-binh", LocalDate.of(2018, 5, 9));
    assertThat(line.then().uri()).isEqualTo("dia-phuong/binh-thuan/huyen-bac-binh/index.html");
    assertThat(line.now().uri()).isEqualTo("dia-phuong/lam-dong/index.html");
  }

  /** A draft stands on no shelf: its places may have no page. */
  @Test
  void leavesNamesWithoutPagesUnlinked() {
    Article draft = article("lang-son/huyen-bac-son", LocalDate.of(2018, 9, 12));
    var notes = new PlaceNotes(new Shelves(List.of(), false, gazetteer), gazetteer, TODAY);
    assertThat(notes.of(draft).get(0).then().uri()).isEmpty();
  }

  private PlaceLine of(String key, LocalDate day) {
    Article article = article(key, day);
    var shelves = new Shelves(List.of(article), false, gazetteer);
    return new PlaceNotes(shelves, gazetteer, TODAY).of(article).get(0);
  }

  private Article article(String key, LocalDate day) {
    Locality place = gazetteer.byKey(key).orElseThrow();
    return Samples.article("a").date(day.atTime(8, 0)).places(place).build();
  }

  private static String text(PlaceLine line) {
    String now = Optional.ofNullable(line.now()).map(link -> " " + link.title()).orElse("");
    return line.then().title() + (line.became().isEmpty() ? "" : " (" + line.became() + now + ")");
  }
}
