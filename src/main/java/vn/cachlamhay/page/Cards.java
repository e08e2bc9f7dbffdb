package vn.cachlamhay.page;

import java.util.function.UnaryOperator;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.VietnameseDates;

/** Articles as lists show them. Stateless. */
public final class Cards {

  private Cards() {}

  /** The card of an article. */
  public static Card of(Article article) {
    return of(article, UnaryOperator.identity());
  }

  /**
   * The card of one of many articles.
   *
   * @param shared gives one of equal links, that they take less room
   */
  static Card of(Article article, UnaryOperator<Link> shared) {
    Link section = ArticleViews.section(article);
    return new Card(
        article.uri(),
        article.title(),
        summary(article),
        article.date().map(date -> VietnameseDates.shortDay(date.day())).orElse(""),
        article.type(),
        ArticleViews.typeLabel(article),
        article.localities().stream()
            .findFirst()
            .map(place -> shared.apply(link(place, article)))
            .orElse(null),
        section == null ? null : shared.apply(section),
        ArticleViews.image(article),
        article.image().isPresent() ? null : Cover.of(article).orElse(null),
        ArticleViews.mark(article));
  }

  /** The lead, or the beginning of the text where there is none. */
  public static String summary(Article article) {
    return ArticleViews.summary(article);
  }

  /** A place under its name on the day of an article. */
  private static Link link(Locality place, Article article) {
    return new Link(ArticleViews.placeName(place, article), Uris.of(place));
  }
}
