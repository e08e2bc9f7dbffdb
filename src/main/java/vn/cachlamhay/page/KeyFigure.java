package vn.cachlamhay.page;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.text.VietnameseText;

/**
 * A result, ready to print.
 *
 * @param value as written: {@code gần 11.000}
 * @param unit {@code đảng viên}; empty where the value or the indicator says it already
 * @param share of the target or the whole, as written; empty where the value is the share
 * @param place under its name of that day: {@code huyện Bắc Sơn, Lạng Sơn}; may be empty
 * @param when {@code năm 2018}, {@code đến 4/9/2018}; may be empty
 * @param uri of the article
 * @param anchor of its row there
 */
public record KeyFigure(
    String value,
    String unit,
    String share,
    String indicator,
    String place,
    String when,
    String uri,
    String anchor) {

  /** The results of an article that have a number, in the order of its text. */
  public static List<KeyFigure> of(Article article) {
    return article.body().practice().figures().stream()
        .filter(figure -> figure.value().or(figure::share).isPresent())
        .map(figure -> of(article, figure, place(article, figure)))
        .toList();
  }

  /** A figure as the pages of indicators have it. */
  static KeyFigure of(Statistic row) {
    return of(row.article(), row.figure(), place(row.article(), row.figure()));
  }

  /** The same for the article's own page, where only the places that rows name need be said. */
  public static List<KeyFigure> ofRows(Article article) {
    return article.body().practice().figures().stream()
        .filter(figure -> figure.value().or(figure::share).isPresent())
        .map(figure -> of(article, figure, figure.place()))
        .toList();
  }

  /** By which results of one indicator are known, whatever its case and tone placement. */
  public String key() {
    return VietnameseText.nameKey(indicator);
  }

  /** The same at another time. */
  KeyFigure at(String newWhen) {
    return new KeyFigure(value, unit, share, indicator, place, newWhen, uri, anchor);
  }

  /** The time that a result stands for: {@code năm 2018}; may be empty. */
  static String when(Figure figure) {
    return figure.period().isEmpty()
        ? figure.year().map(year -> "năm " + year).orElse("")
        : figure.period();
  }

  private static KeyFigure of(Article article, Figure figure, String place) {
    Quantity shown = figure.value().or(figure::share).orElseThrow();
    Optional<Quantity> share = figure.value().flatMap(value -> figure.share());
    return new KeyFigure(
        shown.written(),
        figure.value().map(value -> unit(figure, value)).orElse(""),
        share.map(Quantity::written).orElse(""),
        figure.indicator(),
        place,
        when(figure),
        article.uri(),
        figure.anchor());
  }

  private static String place(Article article, Figure figure) {
    return place(
        article.localities().stream()
            .findFirst()
            .map(place -> ArticleViews.placeName(place, article))
            .orElse(""),
        figure);
  }

  /**
   * Whom a figure is of: "xã Trấn Yên, huyện Bắc Sơn, Lạng Sơn", but not "xã Châu Sơn, xã Châu Sơn,
   * …".
   *
   * @param own where its article is from; may be empty
   */
  static String place(String own, Figure figure) {
    if (figure.place().isEmpty()) {
      return own;
    }
    return own.isEmpty() || holds(own, figure.place())
        ? figure.place()
        : figure.place() + ", " + own;
  }

  private static String unit(Figure figure, Quantity value) {
    boolean said =
        holds(value.written(), figure.unit()) || holds(figure.indicator(), figure.unit());
    return said ? "" : figure.unit();
  }

  private static boolean holds(String text, String words) {
    return VietnameseText.nameKey(text).contains(VietnameseText.nameKey(words));
  }
}
