package vn.cachlamhay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.page.FeedPlan;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Samples;

/** The JSON Feed as other programs read it; its form is held in {@code OpenDataTest}. */
class JsonFeedTest {

  private static final String HOST = "https://example.vn";
  private static final LocalDateTime DAY = LocalDateTime.of(2018, 9, 12, 8, 30);

  @ParameterizedTest
  @CsvSource({
    "'', index.html, feed.json, bai-viet/a.html",
    "https://example.vn, https://example.vn/, https://example.vn/feed.json,"
        + " https://example.vn/bai-viet/a.html"
  })
  void leadsToThePages(String host, String home, String self, String article) {
    JsonObject feed = feed(host, Samples.article("a").build());
    assertThat(feed.get("version").getAsString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("home_page_url").getAsString()).isEqualTo(home);
    assertThat(feed.get("feed_url").getAsString()).isEqualTo(self);
    assertThat(item(feed, 0).get("url").getAsString()).isEqualTo(article);
  }

  /** Readers of both feeds must not be told twice of an article. */
  @ParameterizedTest
  @CsvSource({"''", HOST})
  void namesArticlesAsTheAtomFeedDoes(String host) {
    Article article = Samples.article("a").build();
    String atom = new AtomFeed(Samples.portal(host, 10)).xml(plan(article));
    assertThat(atom)
        .contains("<id>" + item(feed(host, article), 0).get("id").getAsString() + "</id>");
  }

  @Test
  void tellsWhatTheAtomFeedTells() {
    JsonObject feed =
        feed(
            HOST,
            Samples.article("b")
                .title("A & B <i>\"x\"</i> đ 😀 \u0001\u2028")
                .date(DAY)
                .updated(DAY.plusDays(2))
                .correction("Số đúng là 438.")
                .authors("An", "Bình")
                .tags("thẻ")
                .build(),
            Samples.article("a").date(DAY.minusDays(1)).build());
    JsonObject newest = item(feed, 0);
    assertThat(newest.get("title").getAsString()).isEqualTo("A & B <i>\"x\"</i> đ 😀 \u0001\u2028");
    assertThat(newest.get("content_text").getAsString())
        .isEqualTo("Tóm tắt (Đính chính: Số đúng là 438.)");
    assertThat(newest.get("date_published").getAsString()).isEqualTo("2018-09-12T08:30:00+07:00");
    assertThat(newest.get("date_modified").getAsString()).isEqualTo("2018-09-14T08:30:00+07:00");
    assertThat(newest.get("authors")).hasToString("[{\"name\":\"An\"},{\"name\":\"Bình\"}]");
    assertThat(newest.get("tags")).hasToString("[\"thẻ\"]");
    assertThat(item(feed, 1).has("date_modified")).isFalse();
  }

  @Test
  void ofATopicLiesBesideItsPage() {
    var plan =
        new FeedPlan(
            "chu-de/x/feed.xml", "X – Cách làm hay", "chu-de/x/index.html", List.of(), true);
    OtherFile file = new JsonFeed(Samples.portal("https://a.vn", 10)).file(plan);
    assertThat(file.uri()).isEqualTo("chu-de/x/feed.json");
    JsonObject feed = JsonParser.parseString(file.text().get()).getAsJsonObject();
    assertThat(feed.get("title").getAsString()).isEqualTo("X – Cách làm hay");
    assertThat(feed.get("home_page_url").getAsString()).isEqualTo("https://a.vn/chu-de/x/");
    assertThat(feed.get("feed_url").getAsString()).isEqualTo("https://a.vn/chu-de/x/feed.json");
  }

  private static FeedPlan plan(Article... articles) {
    return new FeedPlan("feed.xml", "Cách làm hay", "index.html", List.of(articles), true);
  }

  private static JsonObject feed(String host, Article... articles) {
    OtherFile file = new JsonFeed(Samples.portal(host, 10)).file(plan(articles));
    assertThat(file.uri()).isEqualTo("feed.json");
    return JsonParser.parseString(file.text().get()).getAsJsonObject();
  }

  private static JsonObject item(JsonObject feed, int number) {
    return feed.getAsJsonArray("items").get(number).getAsJsonObject();
  }
}
