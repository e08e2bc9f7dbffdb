package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page tells search engines and other sites about itself. */
final class PageHeadIT {

  /** The home page is the beginning of every way, and the page for missing addresses on none. */
  private static final Set<String> WITHOUT_WAY = Set.of("home", "notfound");

  static List<BakedSite> sites() {
    return SiteFixture.all();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyPageSaysWhatItIs(BakedSite site) {
    var softly = new SoftAssertions();
    readable(site)
        .forEach(
            (uri, page) -> {
              softly.assertThat(page.selectFirst("html").attr("lang")).as(uri).isEqualTo("vi");
              softly.assertThat(page.title()).as(uri + " title").isNotBlank();
              softly.assertThat(page.select("h1")).as(uri + " h1").hasSize(1);
              softly.assertThat(page.select("h1").text()).as(uri + " h1").isNotBlank();
              for (String name : List.of("meta[name=description]", "meta[property=og:title]")) {
                softly.assertThat(page.head().select(name)).as(uri + " " + name).hasSize(1);
                softly
                    .assertThat(page.head().select(name).attr("content"))
                    .as(uri + " " + name)
                    .isNotBlank();
              }
            });
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void theCanonicalAddressIsGivenExactlyWhereTheHostIsKnown(BakedSite site) {
    var softly = new SoftAssertions();
    readable(site)
        .forEach(
            (uri, page) -> {
              List<String> canonical = page.head().select("link[rel=canonical]").eachAttr("href");
              if (site.host().isEmpty()) {
                softly.assertThat(canonical).as(uri).isEmpty();
              } else if (!uri.equals("404.html")) {
                softly.assertThat(canonical).as(uri).hasSize(1);
                softly.assertThat(canonical).as(uri).allMatch(a -> a.startsWith(site.host() + "/"));
                softly
                    .assertThat(canonical.stream().map(a -> site.target("", a)))
                    .as(uri)
                    .containsExactly(uri);
              }
            });
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyPageHasItsWayFromHomeAsStructuredData(BakedSite site) {
    var softly = new SoftAssertions();
    readable(site)
        .forEach(
            (uri, page) -> {
              Map<String, JsonObject> data = structured(page);
              if (WITHOUT_WAY.contains(BakedSite.kind(page))) {
                return;
              }
              softly.assertThat(data).as(uri).containsKey("BreadcrumbList");
              if (data.containsKey("BreadcrumbList")) {
                List<String> way = way(site, uri, data.get("BreadcrumbList"));
                softly.assertThat(way).as(uri).hasSizeGreaterThanOrEqualTo(2);
                softly.assertThat(way).as(uri).startsWith("index.html").endsWith(uri);
                softly.assertThat(way).as(uri).allMatch(site::has);
              }
            });
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void articlesAreNewsArticles(BakedSite site) {
    var softly = new SoftAssertions();
    var articles = new ArrayList<String>();
    readable(site)
        .forEach(
            (uri, page) -> {
              Map<String, JsonObject> data = structured(page);
              boolean isArticle = BakedSite.kind(page).equals("article");
              softly.assertThat(data.containsKey("NewsArticle")).as(uri).isEqualTo(isArticle);
              if (isArticle && data.containsKey("NewsArticle")) {
                articles.add(uri);
                JsonObject article = data.get("NewsArticle");
                softly
                    .assertThat(article.get("headline").getAsString())
                    .as(uri)
                    .isEqualTo(page.select("h1").text());
                softly
                    .assertThat(article.get("datePublished").getAsString())
                    .as(uri)
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+07:00");
                softly.assertThat(article.has("author")).as(uri).isTrue();
                softly.assertThat(article.has("publisher")).as(uri).isTrue();
              }
            });
    System.out.printf("Structured data of %s: %d articles%n", site, articles.size());
    softly.assertThat(articles).hasSizeGreaterThan(20);
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void previewPicturesHaveAnAddressThatOthersCanUse(BakedSite site) {
    var softly = new SoftAssertions();
    for (var entry : readable(site).entrySet()) {
      for (String image : entry.getValue().select("meta[property=og:image]").eachAttr("content")) {
        softly.assertThat(image).as(entry.getKey()).doesNotStartWith("/");
        if (!site.host().isEmpty()) {
          softly.assertThat(image).as(entry.getKey()).startsWith(site.host() + "/");
          softly.assertThat(site.has(site.target("", image))).as(image).isTrue();
        }
      }
    }
    if (!site.host().isEmpty()) {
      softly
          .assertThat(
              site.page(LargeSite.PICTURED).select("meta[property=og:image]").eachAttr("content"))
          .containsExactly(site.host() + "/the-chia-se/bai-viet/2020/co-anh.png");
    }
    softly.assertAll();
  }

  @Test
  void addressesInStructuredDataAreAbsoluteWhereTheHostIsKnown() {
    Document page = SiteFixture.hosted().page("bai-viet/2018/phat-trien-dang-vien-o-bac-son.html");
    JsonObject article = structured(page).get("NewsArticle");
    assertThat(article.get("mainEntityOfPage").getAsString())
        .isEqualTo(SiteFixture.HOST + "/bai-viet/2018/phat-trien-dang-vien-o-bac-son.html");
    assertThat(article.get("image").getAsJsonArray().get(0).getAsString())
        .startsWith(SiteFixture.HOST + "/");
  }

  /** Every page but those that only lead on. */
  private static Map<String, Document> readable(BakedSite site) {
    Map<String, Document> pages = site.pages();
    pages.values().removeIf(page -> BakedSite.kind(page).equals("redirect"));
    assertThat(pages).hasSizeGreaterThan(50);
    return pages;
  }

  private static Map<String, JsonObject> structured(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .map(script -> JsonParser.parseString(script.data()).getAsJsonObject())
        .peek(
            data -> assertThat(data.get("@context").getAsString()).isEqualTo("https://schema.org"))
        .collect(Collectors.toMap(data -> data.get("@type").getAsString(), data -> data));
  }

  private static List<String> way(BakedSite site, String uri, JsonObject breadcrumbs) {
    var way = new ArrayList<String>();
    for (var item : breadcrumbs.getAsJsonArray("itemListElement")) {
      JsonObject crumb = item.getAsJsonObject();
      assertThat(crumb.get("position").getAsInt()).isEqualTo(way.size() + 1);
      assertThat(crumb.get("name").getAsString()).isNotBlank();
      way.add(site.target(uri, crumb.get("item").getAsString()));
    }
    return way;
  }
}
