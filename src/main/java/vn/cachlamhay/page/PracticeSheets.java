package vn.cachlamhay.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;

/**
 * Plans a page beside each best practice that sums it up on one sheet of paper. It is a page of its
 * own, so that it can be printed without script. How much stands on it is limited, so that it stays
 * one sheet.
 */
final class PracticeSheets {

  private static final String KIND = "sheet";
  private static final int STEPS = 8;
  private static final int ROWS = 10;
  private static final int LESSONS = 5;
  private static final int LEAD = 320;
  private static final int STEP = 110;
  private static final int LESSON = 190;

  private final SiteConfig config;
  private final PlaceNotes notes;

  PracticeSheets(SiteConfig config, PlaceNotes notes) {
    this.config = config;
    this.notes = notes;
  }

  void plan(List<Article> articles, Pages pages) {
    articles.stream().filter(PracticeViews::hasSheet).forEach(article -> plan(article, pages));
  }

  private void plan(Article article, Pages pages) {
    String uri = Uris.sheet(article.uri());
    pages.add(
        KIND,
        KIND,
        uri,
        Pages.crumbs(
            new Link(ArticleViews.typeLabel(article), Uris.PRACTICES),
            new Link(article.title(), article.uri()),
            new Link("Tờ tóm tắt: " + article.title(), uri)),
        "",
        Optional.empty(),
        () -> new Pages.Content(KIND, view(article)));
  }

  private SheetView view(Article article) {
    Practice practice = article.body().practice();
    List<Figure> figures = practice.figures();
    return new SheetView(
        new Link(article.title(), article.uri()),
        Uris.absolute(config.host(), article.uri()),
        ArticleViews.dateLine(article.date()),
        notes.of(article),
        article.topics().stream().map(Topic::name).collect(Collectors.joining(", ")),
        PracticeViews.period(article),
        shortened(ArticleViews.summary(article), LEAD),
        practice.steps().stream().limit(STEPS).map(s -> shortened(s.title(), STEP)).toList(),
        Math.max(0, practice.steps().size() - STEPS),
        figures.stream().limit(ROWS).map(PracticeSheets::row).toList(),
        Math.max(0, figures.size() - ROWS),
        practice.lessons().stream().limit(LESSONS).map(l -> shortened(l.text(), LESSON)).toList(),
        Math.max(0, practice.lessons().size() - LESSONS));
  }

  private static SheetView.Row row(Figure figure) {
    return new SheetView.Row(
        figure.indicator(),
        figure.place(),
        figure.unit(),
        written(figure.target()),
        written(figure.value()),
        written(figure.share()),
        KeyFigure.when(figure));
  }

  private static String written(Optional<Quantity> quantity) {
    return quantity.map(Quantity::written).orElse("");
  }

  /** Whole sentences where the room is enough for one, else whole words. */
  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int sentence = text.lastIndexOf(". ", most - 1);
    if (sentence > most / 3) {
      return text.substring(0, sentence + 1);
    }
    int word = text.lastIndexOf(' ', most - 2);
    return text.substring(0, word > 0 ? word : most - 2) + " …";
  }
}
