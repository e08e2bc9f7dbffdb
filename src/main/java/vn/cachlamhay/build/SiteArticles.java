package vn.cachlamhay.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.content.ArticleReader;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.edit.ArticleStore;
import vn.cachlamhay.edit.EditException;
import vn.cachlamhay.edit.NewArticle;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Makes articles for who sits at the command line, checked as those that are there. For one thread.
 */
public final class SiteArticles {

  /** What articles are where nobody says it. */
  private static final String USUAL_TYPE = "post";

  private final SiteConfig config;
  private final ArticleReader reader;

  /**
   * @param site the site folder
   * @throws SiteException where there is no such site, it is a plain JBake project, or its
   *     configuration or lists cannot be used
   */
  public SiteArticles(Path site) {
    EditedSite edited = EditedSite.of(site);
    this.config = edited.config();
    this.reader =
        new ArticleReader(config, edited.gazetteer(), edited.topics(), new StaticFiles(Map.of()));
  }

  /**
   * An article as it was asked for.
   *
   * @param type the site's usual one where it is missing
   * @param localities each one or several with commas, as in front matter
   * @param topics likewise
   * @param date now where it is missing
   */
  public record Wanted(
      String title,
      Optional<String> type,
      List<String> localities,
      List<String> topics,
      Optional<String> date) {}

  /**
   * What came of it.
   *
   * @param file below the site folder; empty where nothing was made
   * @param problems at the options that they are about
   */
  public record Made(Optional<String> file, List<Problem> problems) {

    public Made {
      problems = List.copyOf(problems);
    }
  }

  /** Makes an article, unless something about it is wrong. */
  public Made create(Wanted wanted) throws IOException {
    Optional<Moment> date = date(wanted);
    if (date.isEmpty()) {
      String written = wanted.date().orElseThrow();
      return new Made(
          Optional.empty(),
          List.of(Problem.of(ProblemCode.NGAY_HONG, SourcePos.ofFile("--date"), "date", written)));
    }
    String usual = config.types().contains(USUAL_TYPE) ? USUAL_TYPE : config.types().get(0);
    var article =
        new NewArticle(
            wanted.title(),
            wanted.type().or(config::defaultType).orElse(usual),
            items(wanted.localities()),
            items(wanted.topics()),
            date.get());
    try {
      List<Problem> problems = check(article);
      if (problems.stream().anyMatch(Problem::isError)) {
        return new Made(Optional.empty(), problems);
      }
      ArticleStore.Created created =
          new ArticleStore(config, Clock.systemUTC()).create(article, "");
      Path file = config.content().resolve(created.path());
      return new Made(Optional.of(config.relative(file)), problems);
    } catch (EditException e) {
      return new Made(Optional.empty(), List.of(e.problem()));
    }
  }

  /** What a check of the finished file would tell, at the options instead of its lines. */
  private List<Problem> check(NewArticle article) {
    SourceFile file = article.file(config.headerSeparator());
    Path path = config.content().resolve(article.path());
    return reader.read(path, file.bytes()).problems().stream()
        .map(
            problem ->
                new Problem(
                    problem.code(),
                    file.fieldAt(problem.pos().line())
                        .map(field -> SourcePos.ofFile("--" + field))
                        .orElse(problem.pos()),
                    problem.args(),
                    problem.severity()))
        .toList();
  }

  private static List<String> items(List<String> texts) {
    return texts.stream()
        .flatMap(text -> Stream.of(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Optional<Moment> date(Wanted wanted) {
    return wanted.date().isEmpty()
        ? Optional.of(Moment.of(LocalDateTime.now(VietnameseDates.ZONE)))
        : VietnameseDates.parse(wanted.date().get()).map(Moment::of);
  }
}
