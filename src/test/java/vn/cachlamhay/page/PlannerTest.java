package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;

/** Every page has an address of its own, and keeps it. */
class PlannerTest {

  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);

  private final Problems problems = new Problems();

  @Test
  void plansThePagesThatEveryPortalHas() {
    assertThat(plan(Samples.article("a").tags("x").authors("An").build()).uris())
        .contains(
            "index.html",
            "bai-viet/a.html",
            "tin-tuc/index.html",
            "cach-lam-hay/index.html",
            "dia-phuong/index.html",
            "chu-de/index.html",
            "the/index.html",
            "the/x/index.html",
            "tac-gia/index.html",
            "tac-gia/an/index.html",
            "luu-tru/index.html",
            "luu-tru/2018/index.html",
            "tim-kiem/index.html",
            "so-do-trang.html",
            "404.html",
            "feed.xml");
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void keepsOlderListPagesAsTheyAreWhenArticlesAreAdded() {
    Map<String, String> before = listings(plan(posts(25)));
    Map<String, String> after = listings(plan(posts(31)));
    before.keySet().removeIf(uri -> !uri.contains("trang-"));
    assertThat(before).containsKeys("tin-tuc/trang-1.html", "luu-tru/2018/trang-1.html");
    // the page before the first one may get a newer neighbour of another address
    for (Map.Entry<String, String> page : before.entrySet()) {
      assertThat(after).containsEntry(page.getKey(), page.getValue());
    }
  }

  @Test
  void givesTagsOfOneSlugSeparateAddressesInTheOrderOfTheirFirstUse() {
    Article first = Samples.article("a").date(START).tags("lịch sử").build();
    Article second = Samples.article("b").date(START.plusDays(1)).tags("lịch sự").build();
    assertThat(titles(plan(first, second)))
        .containsEntry("the/lich-su/index.html", "lịch sử")
        .containsEntry("the/lich-su-2/index.html", "lịch sự");
    Article third = Samples.article("c").date(START.plusDays(2)).tags("Lịch sự", "lịch su").build();
    assertThat(titles(plan(first, second, third)))
        .containsEntry("the/lich-su/index.html", "lịch sử")
        .containsEntry("the/lich-su-2/index.html", "lịch sự")
        .containsEntry("the/lich-su-3/index.html", "lịch su");
    assertThat(problems.sorted()).isEmpty();
  }

  /** A tag that ends in a number is a tag like any other. */
  @Test
  void givesANumberedSlugToOneTagOnly() {
    Plan plan =
        plan(
            Samples.article("a").date(START).tags("lịch sử", "lịch sử 2").build(),
            Samples.article("b").date(START.plusDays(1)).tags("lịch sự").build());
    assertThat(problems.sorted()).isEmpty();
    assertThat(plan.pages()).extracting(PlannedPage::uri).doesNotHaveDuplicates();
    assertThat(titles(plan).values()).contains("lịch sử", "lịch sử 2", "lịch sự");
  }

  @Test
  void filesSpellingsOfOneTagTogetherUnderTheOldest() {
    Plan plan =
        plan(
            Samples.article("a").date(START).tags("Hòa giải").build(),
            Samples.article("b").date(START.plusDays(1)).tags("hoà giải").build(),
            Samples.article("c").date(START.plusDays(2)).tags("HÒA GIẢI", "hòa giải").build());
    assertThat(titles(plan))
        .containsEntry("the/hoa-giai/index.html", "Hòa giải")
        .doesNotContainKey("the/hoa-giai-2/index.html");
    Listing listing = listing(plan, "the/hoa-giai/index.html");
    assertThat(listing.count()).isEqualTo(3);
    assertThat(listing.items()).extracting(Card::title).containsExactly("c", "b", "a");
  }

  @Test
  void tellsWhereAnArticleAndAPlannedPageWantOneAddress() {
    Article rival = Samples.article("x").uri("chu-de/index.html").type("page").build();
    plan(rival);
    assertThat(problems.sorted())
        .containsExactly(
            Problem.of(
                ProblemCode.TRUNG_DIA_CHI,
                SourcePos.ofFile("content/chu-de/index.md"),
                "chu-de/index.html",
                "groups.ftlh"));
  }

  /** Otherwise chance decides which of the two readers see. */
  @Test
  void refusesTheArticleWhoseAddressIsTakenSoThatNoTwoPagesShareOne() {
    Article rival = Samples.article("x").uri("chu-de/index.html").type("page").build();
    Library library = Samples.library(List.of(rival, Samples.article("a").build()));
    Plan plan = plan(library);
    assertThat(plan.refused()).containsExactly("content/chu-de/index.md");
    Plan sound = plan(library.without(plan.refused()));
    assertThat(sound.refused()).isEmpty();
    assertThat(sound.pages()).extracting(PlannedPage::uri).doesNotHaveDuplicates();
    assertThat(sound.uris()).contains("chu-de/index.html", "bai-viet/a.html");
  }

  @Test
  void redirectsFromAliases() {
    Plan plan = plan(Samples.article("a").aliases("tin/1.html", "tin/cu/index.html").build());
    assertThat(plan.redirects())
        .containsExactly(
            new Plan.Redirect("tin/1.html", "bai-viet/a.html"),
            new Plan.Redirect("tin/cu/index.html", "bai-viet/a.html"));
    assertThat(plan.uris()).contains("tin/1.html");
    assertThat(problems.sorted()).isEmpty();
  }

  /** An address that is taken cannot lead somewhere else as well. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "bai-viet/b.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "_redirects",
        "tim-kiem/muc-luc.js",
        "tim-kiem/muc-luc/0/3.js",
        "tim-kiem/bai/0/12.js",
        "tim-kiem/goi-y.js",
        "tim-kiem/opensearch.xml",
        "da-luu/index.html",
        "ngoai-tuyen.html",
        "sw.js",
        "manifest.webmanifest",
        "bieu-tuong/192.png",
        "css/portal.css",
      })
  void refusesAnAliasThatIsTaken(String alias) {
    Plan plan = plan(Samples.article("a").aliases(alias).build(), Samples.article("b").build());
    assertThat(plan.refused()).containsExactly("content/bai-viet/a.md");
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TRUNG_DIA_CHI_CU);
              assertThat(problem.pos()).isEqualTo(SourcePos.ofFile("content/bai-viet/a.md"));
              assertThat(problem.args()).first().isEqualTo(alias);
            });
  }

  @Test
  void refusesOneAliasOfTwoArticles() {
    Plan plan =
        plan(
            Samples.article("a").date(START).aliases("tin/1.html").build(),
            Samples.article("b").date(START.plusDays(1)).aliases("tin/1.html").build());
    assertThat(plan.refused()).hasSize(1);
    assertThat(problems.sorted())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.TRUNG_DIA_CHI_CU);
  }

  @Test
  void showsADraftNowhereButOnItsOwnPage() {
    Plan plan =
        plan(
            Samples.article("a").tags("x").build(),
            Samples.article("n")
                .uri("bai-viet/n-draft.html")
                .tags("y")
                .status(Status.DRAFT)
                .build());
    assertThat(plan.uris()).contains("bai-viet/n-draft.html").doesNotContain("the/y/index.html");
    assertThat(listing(plan, "tin-tuc/index.html").items())
        .extracting(Card::title)
        .containsExactly("a");
    assertThat(plan.pages())
        .filteredOn(page -> page.uri().equals("bai-viet/n-draft.html"))
        .noneMatch(PlannedPage::inSitemap);
    assertThat(plan.feeds()).allSatisfy(f -> assertThat(f.articles()).noneMatch(this::isDraft));
  }

  private boolean isDraft(Article article) {
    return article.status() == Status.DRAFT;
  }

  @Test
  void limitsFeedsToTheNewestArticles() {
    assertThat(plan(posts(31)).feeds())
        .filteredOn(feed -> feed.uri().equals("feed.xml"))
        .singleElement()
        .satisfies(
            feed -> {
              assertThat(feed.articles()).hasSize(15);
              assertThat(feed.articles().get(0).title()).isEqualTo("bai-030");
            });
  }

  @Test
  void linksNeighboursOfListPages() {
    Plan plan = plan(posts(21));
    Listing first = listing(plan, "tin-tuc/index.html");
    assertThat(first.newer()).isNull();
    assertThat(first.older().uri()).isEqualTo("tin-tuc/trang-1.html");
    Listing last = listing(plan, "tin-tuc/trang-1.html");
    assertThat(last.newer().uri()).isEqualTo("tin-tuc/index.html");
    assertThat(last.older()).isNull();
  }

  private Plan plan(Article... articles) {
    return plan(List.of(articles));
  }

  private Plan plan(List<Article> articles) {
    return plan(Samples.library(articles, "css/portal.css"));
  }

  private Plan plan(Library library) {
    Path none = Path.of("/khong-co");
    return new Planner(
            Samples.portal("", 10),
            Gazetteer.load(none),
            Topics.load(none),
            PlaceKinds.STANDARD,
            Views.NONE,
            Map.of("post", "article.ftlh", "practice", "article.ftlh", "page", "page.ftlh"),
            LocalDate.of(2026, 1, 1),
            false)
        .plan(library, problems);
  }

  private static List<Article> posts(int count) {
    var posts = new ArrayList<Article>();
    for (int i = 0; i < count; i++) {
      posts.add(Samples.article("bai-%03d".formatted(i)).date(START.plusDays(i)).build());
    }
    return posts;
  }

  private static Listing listing(Plan plan, String uri) {
    return plan.pages().stream()
        .filter(page -> page.uri().equals(uri))
        .map(page -> (Listing) page.model().get().variables().get().get("listing"))
        .findFirst()
        .orElseThrow();
  }

  /** Everything that list pages show, by address; the link to the first page counts as one. */
  private static Map<String, String> listings(Plan plan) {
    return plan.pages().stream()
        .filter(page -> page.template().equals("list.ftlh"))
        .collect(
            Collectors.toMap(
                PlannedPage::uri,
                page -> {
                  var listing = (Listing) page.model().get().variables().get().get("listing");
                  return listing.items() + " " + listing.count() + " " + listing.range();
                }));
  }

  private static Map<String, String> titles(Plan plan) {
    return plan.pages().stream()
        .filter(page -> page.article().isEmpty())
        .collect(
            Collectors.toMap(
                PlannedPage::uri,
                page -> ((PageHead) page.model().get().variables().get().get("page")).title()));
  }
}
