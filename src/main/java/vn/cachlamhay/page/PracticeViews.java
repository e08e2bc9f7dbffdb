package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;

/** Makes best practices ready to print. Stateless. */
final class PracticeViews {

  private static final String PRACTICE = "practice";
  private static final int FIGURES = 4;

  private PracticeViews() {}

  static boolean isPractice(Article article) {
    return article.isListed() && article.type().equals(PRACTICE);
  }

  /** Whether a summary on paper would say more than the title. */
  static boolean hasSheet(Article article) {
    Practice practice = article.body().practice();
    return isPractice(article) && !(practice.steps().isEmpty() && practice.lessons().isEmpty());
  }

  /** The page of a practice; null for any other article. */
  static PracticeView view(Article article, List<PracticeView.Similar> similar) {
    if (!isPractice(article)) {
      return null;
    }
    String period = period(article);
    return new PracticeView(
        article.topics().stream().map(ArticleViews::link).toList(),
        period,
        KeyFigure.ofRows(article).stream()
            .limit(FIGURES)
            .map(figure -> figure.when().equals(period) ? figure.at("") : figure)
            .toList(),
        similar,
        hasSheet(article) ? Uris.sheet(article.uri()) : "");
  }

  /** The time that the results stand for; without such, the year of the article. */
  static String period(Article article) {
    List<Figure> figures = article.body().practice().figures();
    List<String> times =
        figures.stream().map(KeyFigure::when).filter(when -> !when.isEmpty()).distinct().toList();
    IntSummaryStatistics years =
        figures.stream()
            .flatMap(figure -> figure.year().stream())
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    if (times.size() == 1 || !times.isEmpty() && years.getCount() == 0) {
      return times.get(0);
    }
    if (years.getCount() > 0) {
      return years.getMin() == years.getMax()
          ? "năm " + years.getMax()
          : "các năm " + years.getMin() + "–" + years.getMax();
    }
    return article.date().map(date -> "năm " + date.day().getYear()).orElse("");
  }

  /** The headings of an article, and below that of the steps each step. */
  static List<Heading> contents(Article article) {
    Practice practice = article.body().practice();
    List<Heading> headings = article.body().headings();
    String above = practice.part(PartKind.STEPS).map(Practice.Part::anchor).orElse("");
    var contents = new ArrayList<Heading>();
    for (Heading heading : headings) {
      contents.add(heading);
      if (heading.id().equals(above)) {
        for (int i = 0; i < practice.steps().size(); i++) {
          Practice.Step step = practice.steps().get(i);
          if (headings.stream().noneMatch(other -> other.id().equals(step.anchor()))) {
            contents.add(
                new Heading(step.anchor(), (i + 1) + ". " + step.title(), heading.level() + 1));
          }
        }
      }
    }
    return List.copyOf(contents);
  }
}
