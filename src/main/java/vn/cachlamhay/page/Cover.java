package vn.cachlamhay.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Topic;

/**
 * What stands in a list where an article has no picture: a figure in large letters or where it is
 * from, and what it is about, on the colour of its topic.
 *
 * @param tint number of the colour
 * @param figure such as "88,78%"; may be empty
 * @param place without its kind; may be empty
 * @param label what the figure counts, else the topic; may be empty
 */
public record Cover(int tint, String figure, String place, String label) {

  /** A figure that an editor gave, and what it counts. */
  private static final Pattern FIGURE = Pattern.compile("(\\d[\\d.,/–-]*\\s?%?)(?:\\s+(.*))?");

  private static final Pattern PER_CENT = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d+)?\\s?%");

  /** The cover of an article; empty where nothing is known that could stand on it. */
  static Optional<Cover> of(Article article) {
    String place =
        article.localities().stream()
            .findFirst()
            .map(it -> article.date().map(d -> it.namingOn(d.day()).name()).orElse(it.name()))
            .orElse("");
    String topic = article.topics().stream().findFirst().map(Topic::name).orElse("");
    int tint = ArticleViews.tint(article);
    Object written = article.values().getOrDefault("figure", "");
    Matcher given = FIGURE.matcher(String.valueOf(written).strip());
    if (given.matches()) {
      String counted = given.group(2) == null ? topic : given.group(2);
      return Optional.of(new Cover(tint, given.group(1), place, counted));
    }
    String found = perCent(article.title()).or(() -> perCent(article.summary())).orElse("");
    return (found + place + topic).isEmpty()
        ? Optional.empty()
        : Optional.of(new Cover(tint, found, place, topic));
  }

  private static Optional<String> perCent(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.empty();
    }
    return PER_CENT.matcher(text).results().findFirst().map(hit -> hit.group());
  }
}
