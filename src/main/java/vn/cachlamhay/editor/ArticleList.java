package vn.cachlamhay.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.build.Catalog;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.text.VietnameseText;

/**
 * All articles as the editor lists them: those with errors first, then what waits for approval,
 * what has notices, drafts, and all else, the newest first. Stateless.
 */
final class ArticleList {

  private ArticleList() {}

  /**
   * An article of the list.
   *
   * @param path below the content folder
   * @param status as written
   * @param date {@code 2018-09-12} or with {@code 08:30}; empty where there is none
   * @param uri of its page in the preview; empty where it has none
   * @param first words of the first problem; empty where there is none
   * @param folded what filters look at: letters a to z, digits, single spaces
   */
  record Row(
      String path,
      String title,
      String type,
      String status,
      String date,
      List<String> locality,
      List<String> topic,
      List<String> author,
      List<String> tags,
      String uri,
      int errors,
      int warnings,
      String first,
      String folded) {

    private int need() {
      if (errors > 0) {
        return 0;
      }
      if (status.equals("review")) {
        return 1;
      }
      return warnings > 0 ? 2 : status.equals("draft") ? 3 : 4;
    }
  }

  private static final Comparator<Row> NEEDIEST_FIRST =
      Comparator.comparingInt(Row::need)
          .thenComparing(Comparator.comparing(Row::date).reversed())
          .thenComparing(Row::path);

  /**
   * The list.
   *
   * @param problems of the last bake
   */
  static List<Row> of(Catalog catalog, List<Problem> problems, Messages messages) {
    SiteConfig config = catalog.config();
    Map<String, List<Problem>> byFile =
        problems.stream().collect(Collectors.groupingBy(problem -> problem.pos().file()));
    var rows = new ArrayList<Row>();
    var sources = new HashMap<>(catalog.library().brokenSources());
    Stream.concat(catalog.library().articles().stream(), catalog.library().faulty().stream())
        .forEach(
            article -> {
              boolean hasPage = sources.remove(article.source()) == null;
              var own = byFile.getOrDefault(article.source(), List.of());
              rows.add(row(article, hasPage, own, config, messages));
            });
    // what could not even be taken apart is known by its file only
    sources.forEach(
        (source, uri) -> {
          var own = byFile.getOrDefault(source, List.of());
          String name = source.substring(source.lastIndexOf('/') + 1);
          rows.add(
              new Row(
                  path(source, config),
                  name,
                  "",
                  "",
                  "",
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  "",
                  Math.max(1, count(own, true)),
                  count(own, false),
                  first(own, messages),
                  folded(Stream.of(name))));
        });
    rows.sort(NEEDIEST_FIRST);
    return rows;
  }

  /** A source as the editor names it. */
  static String path(String source, SiteConfig config) {
    String folder = config.relative(config.content()) + "/";
    return source.startsWith(folder) ? source.substring(folder.length()) : source;
  }

  private static Row row(
      Article article,
      boolean hasPage,
      List<Problem> problems,
      SiteConfig config,
      Messages messages) {
    List<String> places = article.localities().stream().map(Locality::displayName).toList();
    List<String> topics = article.topics().stream().map(Topic::name).toList();
    List<String> authors = article.authors().stream().map(Term::name).toList();
    List<String> tags = article.tags().stream().map(Term::name).toList();
    return new Row(
        path(article.source(), config),
        article.title(),
        article.type(),
        status(article, config),
        article.date().map(ArticleList::date).orElse(""),
        places,
        topics,
        authors,
        tags,
        hasPage ? article.uri() : "",
        count(problems, true),
        count(problems, false),
        first(problems, messages),
        folded(
            Stream.of(
                    Stream.of(article.title()),
                    places.stream(),
                    topics.stream(),
                    authors.stream(),
                    tags.stream())
                .flatMap(texts -> texts)));
  }

  /** Drafts that the preview shows are no more than drafts to it; the file says which. */
  private static String status(Article article, SiteConfig config) {
    return article.values().get("status") instanceof String written && !written.isBlank()
        ? written.strip()
        : config.defaultStatus().orElse("");
  }

  private static String date(Moment date) {
    String day = date.day().toString();
    return date.timed() ? String.format(Locale.ROOT, "%s %tR", day, date.at().toLocalTime()) : day;
  }

  private static int count(List<Problem> problems, boolean errors) {
    return (int) problems.stream().filter(problem -> problem.isError() == errors).count();
  }

  private static String first(List<Problem> problems, Messages messages) {
    return problems.stream()
        .filter(Problem::isError)
        .findFirst()
        .or(() -> problems.stream().findFirst())
        .map(messages::message)
        .orElse("");
  }

  private static String folded(Stream<String> texts) {
    return texts
        .map(text -> VietnameseText.slug(text).replace('-', ' '))
        .collect(Collectors.joining(" "));
  }
}
