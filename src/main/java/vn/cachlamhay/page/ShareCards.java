package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;

/**
 * Plans the cards: one for each article, and one for the site, which its lists have too. Previews
 * load pictures from absolute addresses only, so a site without a host has none. Stateless.
 */
final class ShareCards {

  private ShareCards() {}

  static List<ShareCard> of(Library library, SiteConfig config) {
    if (config.host().isEmpty()) {
      return List.of();
    }
    var cards = new ArrayList<ShareCard>();
    String words = config.tagline().isEmpty() ? config.title() : config.tagline();
    cards.add(new ShareCard(Uris.card(Uris.HOME), words, "", 0));
    // thousands of articles have a few hundred kickers
    var kickers = new ConcurrentHashMap<String, String>();
    cards.addAll(library.articles().parallelStream().map(article -> of(article, kickers)).toList());
    return List.copyOf(cards);
  }

  /** The absolute address of the card of a page; empty without a host. */
  static String address(String uri, SiteConfig config) {
    return Uris.absolute(config.host(), Uris.card(uri));
  }

  private static ShareCard of(Article article, Map<String, String> kickers) {
    var parts = new ArrayList<String>();
    article.localities().stream()
        .findFirst()
        .map(place -> ArticleViews.placeName(place, article))
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .ifPresent(parts::add);
    article.topics().stream().findFirst().map(topic -> topic.name()).ifPresent(parts::add);
    return new ShareCard(
        Uris.card(article.uri()),
        article.title(),
        kickers.computeIfAbsent(String.join(" · ", parts), kicker -> kicker),
        ArticleViews.tint(article));
  }
}
