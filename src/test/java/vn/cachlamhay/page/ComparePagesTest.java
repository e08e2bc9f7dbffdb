package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;

/** The comparisons that are ready for readers without scripts. */
class ComparePagesTest {

  private static final Path DATA = Path.of("data");
  private static final Gazetteer GAZETTEER = Gazetteer.load(DATA.resolve("localities.yaml"));
  private static final Topics TOPICS = Topics.load(DATA.resolve("topics.yaml"));
  private static final Topic TOPIC = TOPICS.byKey("tao-nguon").orElseThrow();
  private static final String READY = "so-sanh/tao-nguon/index.html";
  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);

  private static final Practice TOLD =
      new Practice(
          List.of(new Practice.Part(PartKind.STEPS, "Cách làm", "cach-lam", "phan-cach-lam")),
          List.of(),
          List.of(),
          List.of());

  /** Practices, the oldest first, each by the first letter of its place; and those compared. */
  @ParameterizedTest
  @CsvSource({
    "L1 B2,                L1 B2 backwards,   B2 L1",
    "L1 L2,                one place,         L2 L1",
    "L1 L2 B3 S4 L5,       each place once,   L5 S4 B3 L2",
    "L1 B2 L3 L4 L5,       the place before,  L5 B2 L4 L3",
    "L1 B2 S3 Q4 L5 L6,    four at most,      L6 Q4 S3 B2",
    "-1 -2 L3,             no place,          L3 -2 -1",
    "L1,                   one alone,         ''",
  })
  void comparesTheNewestOfAsManyPlacesAsThereAre(String practices, String why, String compared) {
    var articles = new ArrayList<Article>();
    for (String each : practices.split(" ")) {
      articles.add(practice(each).build());
    }
    List<String> expected = compared.isEmpty() ? List.of() : List.of(compared.split(" "));
    assertThat(ready(plan(articles))).as(why).isEqualTo(expected);
  }

  @Test
  void onlyPracticesThatTellTheirPartsAreCompared() {
    Article news = practice("L1").type("post").build();
    Article untold = practice("B2").practice(Practice.NONE).build();
    Article elsewhere =
        Samples.article("S3").type("practice").practice(TOLD).date(START.plusDays(3)).build();
    Article told = practice("Q4").build();
    assertThat(ready(plan(List.of(news, untold, elsewhere, told)))).isEmpty();
    assertThat(ready(plan(List.of(news, untold, elsewhere, told, practice("L5").build()))))
        .containsExactly("L5", "Q4");
  }

  @Test
  void thePageOfComparisonNamesTheReadyOnesAndTheNewestPractices() {
    var articles = new ArrayList<Article>();
    for (int i = 1; i <= 14; i++) {
      articles.add(practice("L" + i).build());
    }
    CompareView view = view(plan(articles), Uris.COMPARE);
    assertThat(view.columns()).isEmpty();
    assertThat(view.ready()).contains(new Link(TOPIC.name(), READY));
    assertThat(view.recent()).hasSize(12);
    assertThat(view.recent().get(0))
        .isEqualTo(new CompareView.Choice("L14", "L14", "huyện Bắc Sơn, Lạng Sơn"));
  }

  @Test
  void aSiteWithoutTheTemplateHasNone() {
    Plan plan =
        plan(Samples.portal("", 20), List.of(practice("L1").build(), practice("B2").build()));
    assertThat(plan.uris()).noneMatch(uri -> uri.startsWith("so-sanh/"));
  }

  /** A practice of {@link #TOPIC}: the letter names its place, the number its day. */
  private static Samples.Builder practice(String name) {
    Map<String, String> places =
        Map.of(
            "L", "lang-son/huyen-bac-son",
            "B", "bac-ninh/thanh-pho-bac-ninh",
            "S", "son-la/huyen-bac-yen",
            "Q", "lam-dong");
    Locality[] own =
        Arrays.stream(new String[] {places.getOrDefault(name.substring(0, 1), "")})
            .flatMap(key -> GAZETTEER.byKey(key).stream())
            .toArray(Locality[]::new);
    return Samples.article(name)
        .type("practice")
        .date(START.plusDays(Integer.parseInt(name.substring(1))))
        .topics(TOPIC)
        .places(own)
        .practice(TOLD);
  }

  private static List<String> ready(Plan plan) {
    return plan.uris().contains(READY)
        ? view(plan, READY).columns().stream().map(CompareColumn::title).toList()
        : List.of();
  }

  private static CompareView view(Plan plan, String uri) {
    return plan.pages().stream()
        .filter(page -> page.uri().equals(uri))
        .map(page -> (CompareView) page.model().get().variables().get().get("compare"))
        .findFirst()
        .orElseThrow();
  }

  private static Plan plan(List<Article> articles) {
    return plan(Samples.portalWith("compare"), articles);
  }

  private static Plan plan(SiteConfig config, List<Article> articles) {
    return new Planner(
            config,
            GAZETTEER,
            TOPICS,
            PlaceKinds.STANDARD,
            Views.NONE,
            Map.of("post", "a.ftlh", "practice", "a.ftlh", "page", "a.ftlh"),
            LocalDate.of(2026, 11, 23),
            false)
        .plan(Samples.library(articles), new Problems());
  }
}
