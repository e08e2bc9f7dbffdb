package vn.cachlamhay.search;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.text.VietnameseText;

/**
 * An article of a specification. Immutable once its block was read.
 *
 * @param fields in the order in which they were written
 */
record SpecArticle(String key, String title, List<Field> fields) {

  /** What an article may have besides its title. */
  static final Set<String> NAMES =
      Set.of("lead", "body", "heading", "caption", "author", "place", "topic", "tag");

  private static final Pattern OTHER_NAMES = Pattern.compile("(.+?) \\((.+)\\)");

  /** A field and its text. */
  record Field(String name, String text) {}

  /** The article as the portal knows it. */
  Article article(LocalDateTime date) {
    Samples.Builder builder =
        Samples.article(key)
            .title(title)
            .date(date)
            .summary(all("lead").collect(Collectors.joining(" ")))
            .caption(all("caption").collect(Collectors.joining(" ")))
            .text(
                fields.stream()
                    .filter(field -> field.name().equals("body") || field.name().equals("heading"))
                    .map(Field::text)
                    .collect(Collectors.joining("\n")))
            .authors(all("author").toArray(String[]::new))
            .tags(all("tag").toArray(String[]::new))
            .places(all("place").map(SpecArticle::place).toArray(Locality[]::new))
            .topics(all("topic").map(SpecArticle::topic).toArray(Topic[]::new));
    all("heading").forEach(builder::heading);
    return builder.build();
  }

  private Stream<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::text);
  }

  /** {@code Lạng Sơn/huyện Bắc Sơn (Bắc Sơn cũ)}; a province is a tỉnh where nothing is said. */
  private static Locality place(String written) {
    Matcher other = OTHER_NAMES.matcher(written);
    boolean hasOthers = other.matches();
    List<String> aliases = hasOthers ? List.of(other.group(2).split(", ")) : List.of();
    String[] path = (hasOthers ? other.group(1) : written).split("/");
    Optional<Locality> parent = Optional.empty();
    for (int i = 0; i < path.length; i++) {
      boolean last = i == path.length - 1;
      parent = Optional.of(unit(path[i], parent, last ? aliases : List.of()));
    }
    return parent.orElseThrow();
  }

  private static Locality unit(String written, Optional<Locality> parent, List<String> aliases) {
    String lower = written.toLowerCase(VietnameseText.LOCALE);
    String kind =
        Level.allKinds().stream().filter(k -> lower.startsWith(k + " ")).findFirst().orElse("");
    String name = written.substring(kind.length()).strip();
    var naming =
        new Locality.Naming(
            name,
            kind.isEmpty() ? "tỉnh" : kind,
            new Period(Optional.empty(), Optional.empty()),
            "");
    String slug = VietnameseText.slug(written);
    return new Locality(
        parent.map(p -> p.key() + "/" + slug).orElse(slug),
        List.of(naming),
        parent,
        naming.period(),
        List.of(),
        "",
        new Locality.Attributes(aliases, List.of(), Optional.empty(), Optional.empty(), true));
  }

  private static Topic topic(String path) {
    Optional<Topic> parent = Optional.empty();
    for (String name : path.split("/")) {
      parent = Optional.of(new Topic(VietnameseText.slug(name), name, "", parent));
    }
    return parent.orElseThrow();
  }

  /** Articles of consecutive days. */
  static List<Article> articles(List<SpecArticle> oldestFirst) {
    LocalDateTime first = LocalDateTime.of(2018, 1, 1, 8, 0);
    var articles = new ArrayList<Article>();
    for (SpecArticle article : oldestFirst) {
      articles.add(article.article(first.plusDays(articles.size())));
    }
    return articles;
  }
}
