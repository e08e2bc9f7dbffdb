package vn.cachlamhay.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.text.VietnameseOrder;
import vn.cachlamhay.text.VietnameseText;

/**
 * Every figure of every listed article, by what was counted. Indicators of one name (whatever their
 * case and tone placement) and one unit are one; an address belongs to who used it first.
 * Immutable.
 */
public final class Indicators {

  /** None: of a site that shows no figures. */
  public static final Indicators NONE = new Indicators(List.of());

  private final List<Indicator> all;
  private final List<Indicator> newestFirst;

  /**
   * @param appeared in the order of the articles that stated them first
   */
  private Indicators(List<Indicator> appeared) {
    var newestFirst = new ArrayList<>(appeared);
    Collections.reverse(newestFirst);
    this.newestFirst = List.copyOf(newestFirst);
    var order = new VietnameseOrder();
    this.all =
        appeared.stream()
            .sorted(Comparator.comparing(Indicator::name, order).thenComparing(Indicator::slug))
            .toList();
  }

  /** Gathers the figures of articles. */
  static Indicators of(Shelves shelves, PlaceNotes notes) {
    var groups = new LinkedHashMap<String, List<Statistic>>();
    var oldestFirst = new ArrayList<>(shelves.listed());
    Collections.reverse(oldestFirst);
    for (Article article : oldestFirst) {
      List<Figure> figures = article.body().practice().figures();
      if (figures.isEmpty() || !Shelves.isPublished(article)) {
        continue;
      }
      List<PlaceLine> places = notes.of(article);
      for (int i = figures.size() - 1; i >= 0; i--) {
        Figure figure = figures.get(i);
        if (figure.value().or(figure::share).isPresent()) {
          groups
              .computeIfAbsent(key(figure), key -> new ArrayList<>())
              .add(statistic(article, figure, places));
        }
      }
    }
    return new Indicators(named(groups));
  }

  /** In alphabetical order. */
  public List<Indicator> all() {
    return all;
  }

  /** Those first stated last come first: old ones keep their places from the end. */
  public List<Indicator> newestFirst() {
    return newestFirst;
  }

  /** Addresses of the files of each indicator. */
  public List<String> uris() {
    return all.stream()
        .flatMap(
            indicator ->
                indicator.parts().stream()
                    .flatMap(
                        part ->
                            Stream.of("csv", "json")
                                .map(extension -> indicator.file(part, extension))))
        .toList();
  }

  /** The months of the articles that state figures, newest first. */
  List<YearMonth> months() {
    return all.stream()
        .flatMap(indicator -> indicator.rows().stream())
        .flatMap(row -> month(row).stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The month of the article that states a figure. */
  public static Optional<YearMonth> month(Statistic row) {
    return row.article().date().map(date -> YearMonth.from(date.day()));
  }

  private static List<Indicator> named(Map<String, List<Statistic>> groups) {
    var taken = new HashSet<String>();
    var indicators = new ArrayList<Indicator>();
    for (List<Statistic> rows : groups.values()) {
      Figure first = rows.get(0).figure();
      String ofName = VietnameseText.slug(first.indicator());
      String base = ofName.isEmpty() ? "chi-tieu" : ofName;
      String slug = base;
      for (int n = 2; !taken.add(slug); n++) {
        slug = base + "-" + n;
      }
      var newestFirst = new ArrayList<>(rows);
      Collections.reverse(newestFirst);
      indicators.add(new Indicator(slug, first.indicator(), first.unit(), newestFirst));
    }
    return indicators;
  }

  private static Statistic statistic(Article article, Figure figure, List<PlaceLine> places) {
    Optional<PlaceLine> first = places.stream().findFirst();
    String own =
        article.localities().stream()
            .findFirst()
            .map(place -> ArticleViews.placeName(place, article))
            .orElse("");
    String today =
        first
            .map(place -> place.now() == null ? place.then().title() : place.now().title())
            .orElse("");
    Optional<Integer> ofArticle = article.date().map(date -> date.day().getYear());
    return new Statistic(
        article,
        figure,
        KeyFigure.place(own, figure),
        today,
        figure.year().or(() -> ofArticle).orElse(0),
        figure.year().isEmpty());
  }

  private static String key(Figure figure) {
    return VietnameseText.nameKey(figure.indicator())
        + "\n"
        + VietnameseText.nameKey(figure.unit());
  }
}
