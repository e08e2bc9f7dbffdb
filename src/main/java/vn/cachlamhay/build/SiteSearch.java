package vn.cachlamhay.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.search.Excerpt;
import vn.cachlamhay.search.OtherIndexException;
import vn.cachlamhay.search.Passage;
import vn.cachlamhay.search.Searcher;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/** Looks for articles in a site as it was baked, as its search page does. For one thread. */
public final class SiteSearch {

  /** UTF-16 units: with what completes a sentence, two lines of a terminal. */
  private static final int EXCERPT = 126;

  private final SiteConfig config;

  /**
   * @param site the site folder
   * @param output where the site was baked to instead of the configured folder
   * @throws SiteException where there is no such site, or its configuration cannot be used
   */
  public SiteSearch(Path site, Optional<Path> output) {
    this.config =
        SiteLoader.load(site, output, VietnameseText.LOCALE, VietnameseDates.ZONE).config();
  }

  /**
   * What was found.
   *
   * @param query NFC, with single blanks
   * @param corrected the query as it was understood; empty where it was found as it stands
   * @param full how many articles have every word
   * @param partly how many lack some
   * @param results the best; of those that lack words only where no article has every word
   */
  public record Answer(
      String query, Optional<String> corrected, int full, int partly, List<Result> results) {

    public Answer {
      results = List.copyOf(results);
    }
  }

  /**
   * An article that was found.
   *
   * @param date dd/mm/yyyy; may be empty, as place and topic may
   * @param address begins with the site's host, if that is known, else with a slash
   * @param excerpt what it says where most of the query stands
   */
  public record Result(
      Marked title, String date, String place, String topic, String address, Marked excerpt) {}

  /** Text with the words in it that were asked for. */
  public record Marked(String text, List<Mark> marks) {

    public Marked {
      marks = List.copyOf(marks);
    }
  }

  /** From where to where such words stand. */
  public record Mark(int start, int end) {}

  /**
   * Looks for articles.
   *
   * @param verbatim whether every word is meant as it stands
   * @param limit of the results
   * @throws SiteException where the site has not been baked by this version of the program
   */
  public Answer find(String query, boolean verbatim, int limit) {
    if (!config.isPortal()) {
      throw wrong(ProblemCode.KHONG_CO_TIM_KIEM, "jbake.properties");
    }
    if (!Files.exists(config.output().resolve(Uris.SEARCH_DATA))) {
      throw wrong(ProblemCode.CHUA_CO_MUC_LUC, file(Uris.SEARCH_DATA));
    }
    try {
      var searcher = Searcher.open(config.output());
      Searcher.Found found = searcher.find(query, verbatim);
      int all = found.hits().size();
      return new Answer(
          found.query(),
          found.corrected(),
          found.full(),
          all - found.full(),
          found.hits().stream()
              .limit(Math.min(limit, found.full() == 0 ? all : found.full()))
              .map(number -> result(searcher.article(number), found.words()))
              .toList());
    } catch (OtherIndexException e) {
      throw wrong(ProblemCode.MUC_LUC_KHAC, file(e.uri()));
    }
  }

  private Result result(Searcher.Shown article, List<Searcher.Word> words) {
    Excerpt excerpt = Excerpt.of(article, words, EXCERPT);
    return new Result(
        marked(excerpt.title()),
        article.date(),
        article.place(),
        article.topic(),
        config.host() + "/" + article.uri(),
        marked(excerpt.text()));
  }

  private static Marked marked(Passage passage) {
    return new Marked(
        passage.text(),
        passage.marks().stream().map(mark -> new Mark(mark.start(), mark.end())).toList());
  }

  private String file(String uri) {
    return config.relative(config.output().resolve(uri));
  }

  private static SiteException wrong(ProblemCode code, String file) {
    return new SiteException(Problem.of(code, SourcePos.ofFile(file)));
  }
}
