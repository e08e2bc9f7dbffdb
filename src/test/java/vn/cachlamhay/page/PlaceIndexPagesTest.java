package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseOrder;

/** The page of all places and the tables of topics, with this repository's own places. */
class PlaceIndexPagesTest {

  private final Gazetteer gazetteer = Gazetteer.load(Path.of(Gazetteer.FILE));
  private final Topics topics = Topics.load(Path.of("data/topics.yaml"));

  @Test
  void listsEveryProvinceOfTodayByRegionAndEveryFormerOne() {
    Places places = (Places) shown(Uris.PLACES, "listing");
    assertThat(places.groups())
        .extracting(Groups.Group::title)
        .startsWith("Trung du và miền núi phía Bắc", "Đồng bằng sông Hồng")
        .hasSize(6);
    List<Entry> today =
        places.groups().stream().flatMap(group -> group.entries().stream()).toList();
    assertThat(today).extracting(Entry::title).doesNotHaveDuplicates().hasSize(34);
    assertThat(places.past()).hasSizeGreaterThanOrEqualTo(29);
    assertThat(places.past()).extracting(Entry::title).startsWith("Bà Rịa - Vũng Tàu", "Bạc Liêu");
    assertThat(places.past())
        .filteredOn(entry -> entry.title().equals("Bình Thuận"))
        .extracting(Entry::note)
        .containsExactly("nay thuộc Lâm Đồng");
    var lists =
        new ArrayList<List<Entry>>(places.groups().stream().map(Groups.Group::entries).toList());
    lists.add(places.past());
    assertThat(lists)
        .allSatisfy(
            list -> {
              assertThat(list).extracting(Entry::title).isSortedAccordingTo(new VietnameseOrder());
              assertThat(list).noneMatch(entry -> entry.uri().isEmpty());
            });
  }

  @Test
  void countsAnArticleForItsPlaceOfThenAndOfToday() {
    Places places =
        (Places) shown(Uris.PLACES, "listing", article("a", "binh-thuan/huyen-bac-binh"));
    assertThat(
            places.groups().stream()
                .flatMap(group -> group.entries().stream())
                .filter(entry -> entry.count() > 0))
        .extracting(Entry::title)
        .containsExactly("Lâm Đồng");
    assertThat(places.past().stream().filter(entry -> entry.count() > 0))
        .extracting(Entry::title)
        .containsExactly("Bình Thuận");
    assertThat(places.map().tiles().stream().filter(tile -> tile.step() > 0))
        .extracting(PlaceMap.Tile::title)
        .containsExactly("Tỉnh Lâm Đồng");
  }

  @Test
  void laysPlacesAgainstTopics() {
    Matrix matrix = matrix(Uris.MATRIX, someArticles());
    assertThat(matrix.columns())
        .extracting(column -> "%d %s %d".formatted(column.depth(), column.title(), column.count()))
        .containsExactly(
            "0 Xây dựng Đảng 2",
            "1 Phát triển đảng viên 2",
            "2 Tạo nguồn kết nạp 1",
            "0 Dân vận 2");
    assertThat(matrix.count()).isEqualTo(4);
    assertThat(matrix.rows())
        .extracting(PlaceIndexPagesTest::line)
        .containsExactly("Lạng Sơn 2: 1 1 0 1", "Lâm Đồng 1: 1 1 1 0");
    assertThat(matrix.ways())
        .extracting(Link::uri)
        .containsExactly("dia-phuong/ma-tran/truoc-day.html", Uris.PLACES);
  }

  @Test
  void laysPlacesOfThePastAgainstTopicsInATableOfTheirOwn() {
    Matrix past = matrix("dia-phuong/ma-tran/truoc-day.html", someArticles());
    assertThat(past.rows())
        .extracting(PlaceIndexPagesTest::line)
        .containsExactly("Bình Thuận 1: 1 1 1 0");
    assertThat(past.rows().get(0).cells())
        .extracting(Matrix.Cell::href)
        .containsExactly(
            "../binh-thuan/chu-de/xay-dung-dang/index.html",
            "../binh-thuan/chu-de/phat-trien-dang-vien/index.html",
            "../binh-thuan/chu-de/tao-nguon/index.html",
            "");
    assertThat(past.count()).isZero();
    assertThat(past.ways()).extracting(Link::uri).containsExactly(Uris.MATRIX, Uris.PLACES);
  }

  @Test
  void aTableOfNothingIsEmptyAndTheOnlyOne() {
    Matrix matrix = matrix(Uris.MATRIX);
    assertThat(matrix.columns()).isEmpty();
    assertThat(matrix.rows()).isEmpty();
    assertThat(matrix.ways()).extracting(Link::uri).containsExactly(Uris.PLACES);
  }

  private Article[] someArticles() {
    return new Article[] {
      article("a", "binh-thuan/huyen-bac-binh", "tao-nguon", "phat-trien-dang-vien"),
      article("b", "lang-son", "phat-trien-dang-vien"),
      article("c", "lang-son", "dan-van"),
      article("d", "", "dan-van")
    };
  }

  private Matrix matrix(String uri, Article... articles) {
    return (Matrix) shown(uri, "matrix", articles);
  }

  private static String line(Matrix.Row row) {
    return "%s %d: %s"
        .formatted(
            row.title(),
            row.count(),
            String.join(
                " ", row.cells().stream().map(cell -> String.valueOf(cell.count())).toList()));
  }

  private Article article(String name, String place, String... themes) {
    return Samples.article(name)
        .date(LocalDateTime.of(2018, 5, 9, 8, 0))
        .places(Optional.of(place).flatMap(gazetteer::byKey).stream().toArray(Locality[]::new))
        .topics(List.of(themes).stream().map(this::topic).toArray(Topic[]::new))
        .build();
  }

  private Topic topic(String key) {
    return topics.all().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  private Object shown(String uri, String name, Article... articles) {
    Plan plan =
        new Planner(
                Samples.portal("", 10),
                gazetteer,
                topics,
                PlaceKinds.STANDARD,
                Views.NONE,
                Map.of("post", "article.ftlh"),
                LocalDate.of(2026, 6, 1),
                false)
            .plan(Samples.library(List.of(articles)), new Problems());
    return plan.pages().stream()
        .filter(page -> page.uri().equals(uri))
        .map(page -> page.model().get().variables().get().get(name))
        .findFirst()
        .orElseThrow();
  }
}
