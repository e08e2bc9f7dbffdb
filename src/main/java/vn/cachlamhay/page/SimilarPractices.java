package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.Region;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.text.VietnameseText;

/**
 * Chooses best practices of the same topic from elsewhere: those with the most topics, words and
 * the kind of place in common. Only near neighbours in time on the shelf of a shared topic come
 * into question, two newer ones and more that are older, and no word weighs by how many other
 * articles have it: so a new practice changes the page of two others a topic at most. What it takes
 * is looked at when a page asks. Thread-safe.
 */
final class SimilarPractices {

  private static final String PRACTICE = "practice";
  private static final int NEWER = 2;
  private static final int OLDER = 12;
  private static final int TOPIC = 30;
  private static final int SETTING = 20;
  private static final int UNIT = 10;
  private static final int REGION = 10;

  /** Of texts whose pairs of syllables are all the same; those of one subject share some tenth. */
  private static final int WORDS = 300;

  private final PlaceKinds kinds;
  private final List<Article> practices;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<Topic, List<Integer>> shelves = new HashMap<>();
  private final Map<String, int[]> pairs = new ConcurrentHashMap<>();

  /**
   * @param listed newest first
   * @param kinds tells mountains from plains and towns
   */
  SimilarPractices(List<Article> listed, PlaceKinds kinds) {
    this.kinds = kinds;
    this.practices = listed.stream().filter(article -> article.type().equals(PRACTICE)).toList();
    for (int rank = 0; rank < practices.size(); rank++) {
      Article article = practices.get(rank);
      ranks.put(article.source(), rank);
      for (Topic topic : Set.copyOf(article.topics())) {
        shelves.computeIfAbsent(topic, t -> new ArrayList<>()).add(rank);
      }
    }
  }

  /**
   * Another practice, and why.
   *
   * @param reason {@code cùng chủ đề tạo nguồn kết nạp, cũng ở miền núi}
   */
  record Choice(Article article, String reason) {}

  private record Scored(int rank, int score) {}

  /** The best few, best first; of two the older one. */
  List<Choice> to(Article article, int most) {
    Integer rank = ranks.get(article.source());
    if (rank == null) {
      return List.of();
    }
    return candidates(article, rank).stream()
        .filter(other -> isElsewhere(article, practices.get(other)))
        .map(other -> new Scored(other, score(article, practices.get(other))))
        .sorted(
            Comparator.comparingInt(Scored::score)
                .reversed()
                .thenComparing(scored -> scored.rank() < rank)
                .thenComparing(scored -> Math.abs(scored.rank() - rank)))
        .limit(most)
        .map(scored -> practices.get(scored.rank()))
        .map(other -> new Choice(other, reason(article, other)))
        .toList();
  }

  private Set<Integer> candidates(Article article, int rank) {
    var found = new LinkedHashSet<Integer>();
    for (Topic topic : article.topics()) {
      List<Integer> shelf = shelves.getOrDefault(topic, List.of());
      int at = Collections.binarySearch(shelf, rank);
      int here = at < 0 ? -at - 1 : at;
      IntStream.range(Math.max(0, here - NEWER), Math.min(shelf.size(), here + OLDER + 1))
          .mapToObj(shelf::get)
          .filter(other -> other != rank)
          .forEach(found::add);
    }
    return found;
  }

  private static boolean isElsewhere(Article one, Article other) {
    return one.localities().stream()
        .noneMatch(
            place ->
                other.localities().stream()
                    .anyMatch(
                        that ->
                            place.selfAndAncestors().contains(that)
                                || that.selfAndAncestors().contains(place)));
  }

  private int score(Article one, Article other) {
    int setting = common(one, other, this::setting).isEmpty() ? 0 : SETTING;
    int unit = common(one, other, SimilarPractices::unit).isEmpty() ? 0 : UNIT;
    int region = common(one, other, SimilarPractices::region).isEmpty() ? 0 : REGION;
    return TOPIC * common(one, other).size() + setting + unit + region + words(one, other);
  }

  private static List<Topic> common(Article one, Article other) {
    return one.topics().stream().filter(other.topics()::contains).distinct().toList();
  }

  /** One phrase: what kind of place both are, if it can be told, says more than unit and region. */
  private String reason(Article one, Article other) {
    String topics =
        common(one, other).stream()
            .limit(2)
            .map(topic -> lowerCaseFirst(topic.name()))
            .collect(Collectors.joining(" và "));
    Optional<String> setting =
        common(one, other, this::setting).map(kind -> "cũng ở " + lowerCaseFirst(kind.name()));
    Stream<Optional<String>> places =
        setting.isPresent()
            ? Stream.of(setting)
            : Stream.of(
                common(one, other, SimilarPractices::unit).map(kind -> "cũng là " + kind),
                common(one, other, SimilarPractices::region)
                    .map(region -> "cũng ở vùng " + region.name()));
    return Stream.concat(Stream.of("cùng chủ đề " + topics), places.flatMap(Optional::stream))
        .collect(Collectors.joining(", "));
  }

  private static String lowerCaseFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** What two articles have in common, of what each has one of at most. */
  private static <T> Optional<T> common(
      Article one, Article other, Function<Article, Optional<T>> of) {
    return of.apply(one).filter(it -> of.apply(other).filter(it::equals).isPresent());
  }

  private Optional<PlaceKind> setting(Article article) {
    return article.localities().stream().findFirst().flatMap(kinds::of);
  }

  private static Optional<String> unit(Article article) {
    return article.localities().stream()
        .findFirst()
        .map(
            place ->
                article
                    .date()
                    .map(Moment::day)
                    .map(day -> place.namingOn(day).kind())
                    .orElse(place.kind()));
  }

  private static Optional<Region> region(Article article) {
    return article.localities().stream()
        .findFirst()
        .map(Locality::province)
        .flatMap(Locality::region);
  }

  /** How many of their pairs of syllables two articles share, of all that one of them has. */
  private int words(Article one, Article other) {
    int[] left = pairs.computeIfAbsent(one.source(), source -> pairs(one));
    int[] right = pairs.computeIfAbsent(other.source(), source -> pairs(other));
    int same = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        same++;
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    int all = left.length + right.length - same;
    return all == 0 ? 0 : WORDS * same / all;
  }

  private static int[] pairs(Article article) {
    String text =
        Stream.concat(
                Stream.of(article.title(), article.summary()),
                article.body().headings().stream().map(Heading::text))
            .collect(Collectors.joining(" | "));
    String[] syllables = VietnameseText.nameKey(text).split("[^\\p{L}\\p{N}|]+");
    return IntStream.range(1, syllables.length)
        .filter(i -> !syllables[i].equals("|") && !syllables[i - 1].equals("|"))
        .map(i -> (syllables[i - 1] + " " + syllables[i]).hashCode())
        .sorted()
        .distinct()
        .toArray();
  }
}
