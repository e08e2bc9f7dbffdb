package vn.cachlamhay.feed;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.page.FeedPlan;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.text.VietnameseDates;

/**
 * A feed as a JSON Feed 1.1, beside the Atom feed that says the same. Immutable and thread-safe.
 */
public record JsonFeed(SiteConfig config) {

  private static final String VERSION = "https://jsonfeed.org/version/1.1";
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setFormattingStyle(FormattingStyle.PRETTY.withIndent(""))
          .create();

  /** The file beside an Atom feed. */
  public OtherFile file(FeedPlan feed) {
    String uri = feed.jsonUri();
    return new OtherFile(uri, feed, () -> GSON.toJson(feed(uri, feed)) + "\n");
  }

  private Map<String, Object> feed(String uri, FeedPlan feed) {
    var json = new LinkedHashMap<String, Object>();
    json.put("version", VERSION);
    json.put("title", feed.title());
    json.put("home_page_url", link(uri, feed.pageUri()));
    json.put("feed_url", link(uri, uri));
    put(json, "description", config.tagline());
    json.put("language", "vi");
    json.put("authors", List.of(Map.of("name", config.title())));
    json.put("items", feed.articles().stream().map(article -> item(uri, article)).toList());
    return json;
  }

  private Map<String, Object> item(String uri, Article article) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", new AtomFeed(config).id(article.uri()));
    json.put("url", link(uri, article.uri()));
    json.put("title", article.title());
    // the format wants a text of each item; said once, for every new article sends it to the host
    json.put("content_text", AtomFeed.summary(article));
    article
        .image()
        .ifPresent(
            image ->
                json.put(
                    "image",
                    image.uri().contains("://")
                        ? image.uri()
                        : link(uri, Uris.encode(image.uri()))));
    article.date().ifPresent(d -> json.put("date_published", VietnameseDates.iso(d.at())));
    article.updated().ifPresent(d -> json.put("date_modified", VietnameseDates.iso(d.at())));
    put(
        json,
        "authors",
        article.authors().stream().map(author -> Map.of("name", author.name())).toList());
    put(
        json,
        "tags",
        Stream.concat(
                article.topics().stream().map(topic -> topic.name()),
                article.tags().stream().map(Term::name))
            .distinct()
            .toList());
    return json;
  }

  private static void put(Map<String, Object> json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  private static void put(Map<String, Object> json, String name, List<?> list) {
    if (!list.isEmpty()) {
      json.put(name, list);
    }
  }

  private String link(String from, String to) {
    return config.host().isEmpty() ? Uris.relative(from, to) : Uris.absolute(config.host(), to);
  }
}
