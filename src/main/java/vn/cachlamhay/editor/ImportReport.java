package vn.cachlamhay.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.importer.Kept;
import vn.cachlamhay.importer.ReportWords;
import vn.cachlamhay.recognition.Figure;
import vn.cachlamhay.recognition.Finding;

/** The report of an import, with the words that the editor's page shows. Stateless. */
final class ImportReport {

  private ImportReport() {}

  /**
   * Something that was found.
   *
   * @param key of the field in front matter
   * @param name of the field
   * @param certainty {@code sure}, {@code likely} or {@code guess}
   * @param sure the word for it
   * @param where the words for where it was found
   */
  record Found(
      String key,
      String name,
      String value,
      String certainty,
      String sure,
      String where,
      String quote) {}

  /** A field for which nothing sure was found. */
  record Missing(String key, String name) {}

  /** A figure for results. */
  record Result(String indicator, String value, String sentence) {}

  /** Something that should be looked at. */
  record Notice(String message, String hint) {

    static Notice of(Problem problem, Messages messages) {
      return new Notice(messages.message(problem), messages.hint(problem));
    }
  }

  /** All of a report. */
  static Map<String, Object> of(Kept kept, Messages messages, ReportWords words) {
    var report = new LinkedHashMap<String, Object>();
    report.put("article", kept.article());
    report.put("source", kept.source());
    report.put("address", kept.address());
    report.put("original", kept.original());
    report.put("fields", kept.fields().stream().map(found -> found(found, words)).toList());
    report.put("missing", missing(kept, words));
    report.put("figures", kept.figures().stream().map(figure -> result(figure, words)).toList());
    report.put("dropped", kept.dropped());
    report.put("changes", kept.changes());
    report.put(
        "notices",
        kept.notices().stream()
            .flatMap(notice -> notice.problem(kept.source()).stream())
            .map(problem -> Notice.of(problem, messages))
            .distinct()
            .toList());
    return report;
  }

  /** The fields that an article needs and for which nothing sure was found. */
  static List<Missing> missing(Kept kept, ReportWords words) {
    return kept.missing().stream().map(field -> new Missing(field.key(), words.of(field))).toList();
  }

  private static Found found(Finding found, ReportWords words) {
    return new Found(
        found.field().key(),
        words.of(found.field()),
        found.value(),
        found.certainty().name().toLowerCase(Locale.ROOT),
        words.of(found.certainty()),
        words.of(found.where()),
        found.quote());
  }

  private static Result result(Figure figure, ReportWords words) {
    return new Result(figure.indicator(), words.of(figure), figure.sentence());
  }
}
