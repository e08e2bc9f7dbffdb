package vn.cachlamhay.page;

import java.time.LocalDate;
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
import java.util.regex.Pattern;
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

  /** What parts syllables; a bar parts texts. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}|]+");

  private final PlaceKinds kinds;
  private final List<Article> practices;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<Topic, List<Integer>> shelves = new HashMap<>();
  private final Map<String, Traits> traits = new ConcurrentHashMap<>();

  /**
   * What practices are compared by.
   *
   * @param within the places where it is, and those above them
   * @param setting mountains, plains, towns
   * @param unit the kind of its place on its day
   * @param pairs of neighbouring syllables, as ascending numbers
   */
  private record Traits(
      List<Topic> topics,
      List<Locality> places,
      Set<Locality> within,
      Optional<PlaceKind> setting,
      Optional<String> unit,
      Optional<Region> region,
      int[] pairs) {}

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
    Traits own = traits(article);
    return candidates(article, rank).stream()
        .filter(other -> isElsewhere(own, traits(other)))
        .map(other -> new Scored(other, score(own, traits(other))))
        .sorted(
            Comparator.comparingInt(Scored::score)
                .reversed()
                .thenComparing(scored -> scored.rank() < rank)
                .thenComparing(scored -> Math.abs(scored.rank() - rank)))
        .limit(most)
        .map(Scored::rank)
        .map(other -> new Choice(practices.get(other), reason(own, traits(other))))
        .toList();
  }

  private Set<Integer> candidates(Article article, int rank) {
    var found = new LinkedHashSet<Integer>();
    for (Topic topic : article.topics()) {
      List<Integer> shelf = shelves.getOrDefault(topic, List.of());
      int at = Collections.binarySearch(shelf, rank);
      int here = at < 0 ? -at - 1 : at;
      int end = Math.min(shelf.size(), here + OLDER + 1);
      for (int i = Math.max(0, here - NEWER); i < end; i++) {
        if (shelf.get(i) != rank) {
          found.add(shelf.get(i));
        }
      }
    }
    return found;
  }

  private Traits traits(int rank) {
    return traits(practices.get(rank));
  }

  private Traits traits(Article article) {
    return traits.computeIfAbsent(article.source(), source -> traitsOf(article));
  }

  private Traits traitsOf(Article article) {
    List<Locality> places = article.localities();
    Optional<Locality> first = places.stream().findFirst();
    Optional<LocalDate> day = article.date().map(Moment::day);
    return new Traits(
        article.topics().stream().distinct().toList(),
        places,
        places.stream()
            .flatMap(place -> place.selfAndAncestors().stream())
            .collect(Collectors.toSet()),
        first.flatMap(kinds::of),
        first.map(place -> day.map(it -> place.namingOn(it).kind()).orElse(place.kind())),
        first.map(Locality::province).flatMap(Locality::region),
        pairs(article));
  }

  private static boolean isElsewhere(Traits one, Traits other) {
    return Collections.disjoint(one.within(), other.places())
        && Collections.disjoint(other.within(), one.places());
  }

  private static int score(Traits one, Traits other) {
    int setting = common(one, other, Traits::setting).isEmpty() ? 0 : SETTING;
    int unit = common(one, other, Traits::unit).isEmpty() ? 0 : UNIT;
    int region = common(one, other, Traits::region).isEmpty() ? 0 : REGION;
    return TOPIC * common(one, other).size() + setting + unit + region + words(one, other);
  }

  private static List<Topic> common(Traits one, Traits other) {
    var topics = new ArrayList<>(one.topics());
    topics.retainAll(other.topics());
    return topics;
  }

  /** One phrase: what kind of place both are, if it can be told, says more than unit and region. */
  private static String reason(Traits one, Traits other) {
    String topics =
        common(one, other).stream()
            .limit(2)
            .map(topic -> lowerCaseFirst(topic.name()))
            .collect(Collectors.joining(" và "));
    Optional<String> setting =
        common(one, other, Traits::setting).map(kind -> "cũng ở " + lowerCaseFirst(kind.name()));
    Stream<Optional<String>> places =
        setting.isPresent()
            ? Stream.of(setting)
            : Stream.of(
                common(one, other, Traits::unit).map(kind -> "cũng là " + kind),
                common(one, other, Traits::region).map(region -> "cũng ở vùng " + region.name()));
    return Stream.concat(Stream.of("cùng chủ đề " + topics), places.flatMap(Optional::stream))
        .collect(Collectors.joining(", "));
  }

  private static String lowerCaseFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** What two practices have in common, of what each has one of at most. */
  private static <T> Optional<T> common(
      Traits one, Traits other, Function<Traits, Optional<T>> of) {
    return of.apply(one).equals(of.apply(other)) ? of.apply(one) : Optional.empty();
  }

  /** How many of their pairs of syllables two articles share, of all that one of them has. */
  private static int words(Traits one, Traits other) {
    int[] left = one.pairs();
    int[] right = other.pairs();
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
    String[] syllables = BETWEEN.split(VietnameseText.nameKey(text));
    return IntStream.range(1, syllables.length)
        .filter(i -> !syllables[i].equals("|") && !syllables[i - 1].equals("|"))
        .map(i -> (syllables[i - 1] + " " + syllables[i]).hashCode())
        .sorted()
        .distinct()
        .toArray();
  }
}
