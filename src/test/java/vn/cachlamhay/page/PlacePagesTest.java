package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;

/** The page of every place: its history, what lies below it, its articles. */
class PlacePagesTest {

  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));
  private final Topics topics = Topics.load(Path.of("data/topics.yaml"));
  private final Problems problems = new Problems();

  @Test
  void everyProvinceOfTodayAndBeforeHasAPage() {
    assertThat(plan().uris())
        .containsAll(
            gazetteer.all().stream().filter(unit -> unit.parent().isEmpty()).map(Uris::of).toList())
        .contains("dia-phuong/ca-mau/index.html", "dia-phuong/thua-thien-hue/index.html")
        .doesNotContain("dia-phuong/ca-mau/feed.xml")
        .doesNotContain("dia-phuong/lang-son/huyen-bac-son/index.html");
  }

  @Test
  void aProvinceWithoutArticlesPointsToWhereThereAreSome() {
    Plan plan = plan(article(1, "post", "an-giang"), article(2, "post", "lang-son"));
    PlaceView place = place(plan, "bac-lieu");
    assertThat(place.count()).isZero();
    assertThat(place.elsewhere()).extracting(Entry::title).containsExactly("An Giang");
    assertThat(text(place.history()))
        .containsExactly("Từ 1/7/2025 thuộc tỉnh Cà Mau (Nghị quyết 202/2025/QH15)");
    PlannedPage page = page(plan, "dia-phuong/bac-lieu/index.html");
    assertThat(page.inSitemap()).isFalse();
    assertThat(((PageHead) page.model().get().variables().get().get("page")).feed()).isEmpty();
    assertThat(place(plan, "hue").elsewhere())
        .as("none in its region either")
        .extracting(Entry::title)
        .containsExactly("An Giang", "Lạng Sơn");
  }

  @Test
  void historyLinksThePlacesThatHavePages() {
    Plan plan = plan(article(1, "post", "binh-thuan/huyen-bac-binh"));
    assertThat(links(place(plan, "lam-dong")))
        .containsExactly("dia-phuong/binh-thuan/index.html", "dia-phuong/dak-nong/index.html");
    assertThat(links(place(plan, "binh-thuan/huyen-bac-binh")))
        .as("its communes of today have no articles")
        .containsExactly(
            "dia-phuong/lam-dong/index.html",
            "dia-phuong/binh-thuan/index.html",
            "dia-phuong/lam-dong/index.html");
  }

  @Test
  void anArticleStandsInItsPlaceOfThenAndOfToday() {
    Plan plan = plan(article(1, "practice", "binh-thuan/huyen-bac-binh"));
    for (String key : List.of("binh-thuan/huyen-bac-binh", "binh-thuan", "lam-dong")) {
      assertThat(place(plan, key).practices()).as(key).extracting(Card::title).containsExactly("1");
      assertThat(plan.uris()).contains("dia-phuong/" + key + "/feed.xml");
    }
    assertThat(place(plan, "lam-dong").practices().get(0).place().title())
        .isEqualTo("huyện Bắc Bình, Bình Thuận");
  }

  @Test
  void aPartOfAPlaceThatWasSplitNamesItsPageAndDoesNotClaimItsArticles() {
    Plan plan =
        plan(
            article(1, "post", "lang-son/huyen-bac-son"),
            article(2, "post", "lang-son/huyen-bac-son/thi-tran-bac-son"));
    PlaceView commune = place(plan, "lang-son/xa-bac-son");
    assertThat(commune.news()).extracting(Card::title).containsExactly("2");
    assertThat(text(commune.history()).get(0)).contains("một phần huyện Bắc Sơn");
    assertThat(commune.former())
        .containsExactly(
            new Link(
                "Bài về huyện Bắc Sơn, Lạng Sơn", "dia-phuong/lang-son/huyen-bac-son/index.html"));
  }

  @Test
  void unitsOfTodayAndOfBeforeStandApart() {
    Plan plan =
        plan(
            article(1, "post", "lang-son/huyen-bac-son"),
            article(2, "post", "lang-son/xa-bac-son"),
            article(3, "post", "binh-thuan/huyen-bac-binh"));
    assertThat(units(place(plan, "lang-son")))
        .containsExactly("Đơn vị ngày nay: Xã Bắc Sơn 1", "Đơn vị trước đây: Huyện Bắc Sơn 1");
    assertThat(units(place(plan, "lam-dong")))
        .containsExactly("Đã nhập vào đây: Tỉnh Bình Thuận 1");
    assertThat(units(place(plan, "binh-thuan")))
        .containsExactly("Đơn vị trực thuộc: Huyện Bắc Bình 1");
  }

  @Test
  void topicsOfAPlaceHaveTheirCountsAndPages() {
    Plan plan = plan(article(1, "post", "lang-son"), article(2, "practice", "son-la"));
    Entry above = place(plan, "lang-son").topics().get(0);
    assertThat(above.count()).isEqualTo(1);
    Entry below = above.children().get(0);
    assertThat(below.uri()).isEqualTo("dia-phuong/lang-son/chu-de/phat-trien-dang-vien/index.html");
    var listing = (Listing) variable(plan, below.uri(), "listing");
    assertThat(listing.heading()).isEqualTo("Phát triển đảng viên ở Lạng Sơn");
    assertThat(listing.items()).extracting(Card::title).containsExactly("1");
    assertThat(listing.children()).extracting(Entry::title).contains("Chủ đề này ở mọi nơi");
    assertThat(plan.uris()).doesNotContain("dia-phuong/lang-son/chu-de/dan-van/index.html");
  }

  @Test
  void newArticlesLeaveOlderPagesOfAPlaceAsTheyAre() {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 80; i++) {
      articles.add(article(i, i % 3 == 0 ? "practice" : "post", "lang-son"));
    }
    Map<String, Object> before = older(plan(articles));
    for (int i = 80; i < 90; i++) {
      articles.add(article(i, i % 2 == 0 ? "practice" : "post", "lang-son"));
    }
    Map<String, Object> after = older(plan(articles));
    assertThat(before)
        .containsKeys(
            "dia-phuong/lang-son/trang-4.html",
            "dia-phuong/lang-son/cach-lam-hay/trang-1.html",
            "dia-phuong/lang-son/chu-de/phat-trien-dang-vien/trang-6.html");
    assertThat(after).containsAllEntriesOf(before);
  }

  @Test
  void practicesComeFirstAndHaveAListOfTheirOwnWhenThereAreMany() {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 6; i++) {
      articles.add(article(i, "practice", "lang-son"));
    }
    String list = "dia-phuong/lang-son/cach-lam-hay/index.html";
    assertThat(place(plan(articles), "lang-son").practices()).hasSize(6);
    assertThat(plan(articles).uris()).doesNotContain(list);
    articles.add(article(6, "practice", "lang-son"));
    PlaceView place = place(plan(articles), "lang-son");
    assertThat(place.practices()).hasSize(6);
    assertThat(place.morePractices().uri()).isEqualTo(list);
    assertThat(((Listing) variable(plan(articles), list, "listing")).items()).hasSize(7);
  }

  @Test
  void pagesBearTheNameOfTodayAndCardsThatOfTheirDay() {
    Plan plan = plan(article(1, "post", "dong-nai"), article(2, "post", "thua-thien-hue"));
    assertThat(place(plan, "dong-nai").heading()).isEqualTo("Thành phố Đồng Nai");
    assertThat(place(plan, "dong-nai").kindLabel()).isEqualTo("Địa phương");
    assertThat(place(plan, "hue").heading()).isEqualTo("Thành phố Huế");
    assertThat(place(plan, "hue").news().get(0).place().title()).isEqualTo("Thừa Thiên Huế");
    assertThat(place(plan, "thua-thien-hue").kindLabel()).isEqualTo("Địa phương trước đây");
  }

  @Test
  void otherNamesLeadToThePage() {
    assertThat(plan(article(1, "post", "lang-son")).redirects())
        .contains(
            new Plan.Redirect("dia-phuong/sai-gon/index.html", "dia-phuong/ho-chi-minh/index.html"))
        .noneMatch(redirect -> redirect.to().contains("huyen-bac-son"));
    Plan taken =
        plan(Samples.article("x").type("page").uri("dia-phuong/sai-gon/index.html").build());
    assertThat(taken.redirects()).noneMatch(redirect -> redirect.from().contains("sai-gon"));
    assertThat(problems.sorted()).isEmpty();
  }

  private Article article(int number, String type, String place) {
    Locality unit = gazetteer.byKey(place).orElseThrow();
    Topic topic = topics.byKey("phat-trien-dang-vien").orElseThrow();
    return Samples.article("" + number)
        .type(type)
        .date(START.plusDays(number))
        .places(unit)
        .topics(topic)
        .build();
  }

  private Plan plan(Article... articles) {
    return plan(List.of(articles));
  }

  private Plan plan(List<Article> articles) {
    return new Planner(
            Samples.portal("", 10),
            gazetteer,
            topics,
            PlaceKinds.STANDARD,
            Views.NONE,
            Map.of("post", "article.ftlh", "practice", "article.ftlh", "page", "page.ftlh"),
            TODAY,
            false)
        .plan(Samples.library(articles), problems);
  }

  private static PlannedPage page(Plan plan, String uri) {
    return plan.pages().stream().filter(page -> page.uri().equals(uri)).findFirst().orElseThrow();
  }

  private static Object variable(Plan plan, String uri, String name) {
    return page(plan, uri).model().get().variables().get().get(name);
  }

  private static PlaceView place(Plan plan, String key) {
    return (PlaceView) variable(plan, "dia-phuong/" + key + "/index.html", "place");
  }

  private static List<String> links(PlaceView place) {
    return place.history().stream()
        .flatMap(line -> line.parts().stream())
        .map(Link::uri)
        .filter(uri -> !uri.isEmpty())
        .toList();
  }

  private static List<String> text(List<PlaceView.Line> history) {
    return history.stream()
        .map(line -> line.parts().stream().map(Link::title).collect(Collectors.joining()))
        .toList();
  }

  private static List<String> units(PlaceView place) {
    return place.units().stream()
        .map(
            group ->
                group.title()
                    + ": "
                    + group.entries().stream()
                        .map(entry -> entry.title() + " " + entry.count())
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  /** What older pages of places show; the newest of them may get another neighbour. */
  private static Map<String, Object> older(Plan plan) {
    var older = new TreeMap<String, Object>();
    for (PlannedPage page : plan.pages()) {
      if (page.uri().startsWith("dia-phuong/") && Uris.isOlderPage(page.uri())) {
        var listing = (Listing) page.model().get().variables().get().get("listing");
        older.put(page.uri(), List.of(listing.items(), listing.heading(), listing.range()));
        assertThat(Optional.ofNullable(listing.newer())).isPresent();
      }
    }
    return older;
  }
}
