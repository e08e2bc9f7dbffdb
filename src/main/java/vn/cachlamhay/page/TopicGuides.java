package vn.cachlamhay.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Topics;

/**
 * The guides of topics: pages of content whose address is that of a topic's page, where their text
 * stands at the head. Immutable.
 */
final class TopicGuides {

  private final Map<String, Article> byUri = new HashMap<>();

  private TopicGuides(Library library, Topics topics) {
    Set<String> pages = topics.all().stream().map(Uris::of).collect(Collectors.toSet());
    library.articles().stream()
        .filter(article -> !article.isListed() && Shelves.isPublished(article))
        .filter(article -> pages.contains(article.uri()))
        // of two with one address the second has a page of its own, which is refused
        .forEach(article -> byUri.putIfAbsent(article.uri(), article));
  }

  static TopicGuides of(Library library, Topics topics) {
    return new TopicGuides(library, topics);
  }

  /** The guide of a topic. */
  Optional<Article> of(Topic topic) {
    return Optional.ofNullable(byUri.get(Uris.of(topic)));
  }

  /** The library without the guides, which have no pages of their own. */
  Library others(Library library) {
    List<Article> guides = List.copyOf(byUri.values());
    return library.without(guides.stream().map(Article::source).collect(Collectors.toSet()));
  }
}
