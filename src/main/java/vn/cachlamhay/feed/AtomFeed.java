package vn.cachlamhay.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Cards;
import vn.cachlamhay.page.FeedPlan;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Atom feeds (RFC 4287). Where the site's host is not known, links are relative to the feed and the
 * names of entries are UUIDs made from their addresses. Immutable and thread-safe.
 */
public final class AtomFeed {

  /** A feed must say when it changed; one without entries never did. */
  private static final String NEVER = "1970-01-01T00:00:00Z";

  private final SiteConfig config;

  public AtomFeed(SiteConfig config) {
    this.config = config;
  }

  /** The feed as XML. */
  public String xml(FeedPlan feed) {
    var xml = new XmlText();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "vi");
    xml.leaf("title", feed.title());
    if (feed.uri().equals(Uris.FEED) && !config.tagline().isEmpty()) {
      xml.leaf("subtitle", config.tagline());
    }
    xml.leaf("id", id(feed.uri()));
    xml.leaf(
        "updated",
        feed.articles().stream().map(AtomFeed::changed).max(String::compareTo).orElse(NEVER));
    xml.empty(
        "link", "rel", "self", "type", "application/atom+xml", "href", link(feed, feed.uri()));
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", link(feed, feed.pageUri()));
    xml.open("author").leaf("name", config.title()).close();
    feed.articles().forEach(article -> entry(xml, feed, article));
    return xml.close().end();
  }

  private void entry(XmlText xml, FeedPlan feed, Article article) {
    xml.open("entry");
    xml.leaf("title", article.title());
    xml.leaf("id", id(article.uri()));
    xml.empty("link", "rel", "alternate", "href", link(feed, article.uri()));
    article.date().ifPresent(date -> xml.leaf("published", iso(date)));
    xml.leaf("updated", changed(article));
    article.authors().forEach(author -> xml.open("author").leaf("name", author.name()).close());
    article.topics().forEach(topic -> xml.empty("category", "term", topic.name()));
    article.tags().forEach(tag -> xml.empty("category", "term", tag.name()));
    xml.leaf("summary", summary(article));
    xml.close();
  }

  /** The lead, and what was put right. */
  static String summary(Article article) {
    return article.correction().isEmpty()
        ? Cards.summary(article)
        : Cards.summary(article) + " (Đính chính: " + article.correction() + ")";
  }

  /** The name of a feed or an article that never changes. */
  String id(String uri) {
    return config.host().isEmpty()
        ? "urn:uuid:" + UUID.nameUUIDFromBytes(uri.getBytes(StandardCharsets.UTF_8))
        : Uris.absolute(config.host(), uri);
  }

  private String link(FeedPlan feed, String uri) {
    return config.host().isEmpty()
        ? Uris.relative(feed.uri(), uri)
        : Uris.absolute(config.host(), uri);
  }

  private static String changed(Article article) {
    Optional<Moment> date = article.updated().or(article::date);
    return date.map(AtomFeed::iso).orElse(NEVER);
  }

  private static String iso(Moment moment) {
    return VietnameseDates.iso(moment.at());
  }
}
