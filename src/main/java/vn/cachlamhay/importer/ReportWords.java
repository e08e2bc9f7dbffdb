package vn.cachlamhay.importer;

import java.util.Locale;
import vn.cachlamhay.diag.WordBundle;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Figure;
import vn.cachlamhay.recognition.Finding;

/** The words of the report of an import, in one language. Immutable and thread-safe. */
public final class ReportWords {

  private final WordBundle words;

  private ReportWords(WordBundle words) {
    this.words = words;
  }

  /**
   * The words in a language.
   *
   * @param language {@code vi} or {@code en}
   */
  public static ReportWords in(String language) {
    return new ReportWords(WordBundle.of("vn.cachlamhay.importer.report", language));
  }

  /** The name of a field. */
  public String of(Field field) {
    return words.get("field." + field.key());
  }

  /** How sure a finding is. */
  public String of(Finding.Certainty certainty) {
    return words.get("certainty." + key(certainty));
  }

  /** Where a finding stands. */
  public String of(Finding.Where where) {
    return words.get("where." + key(where));
  }

  /** A figure with its share. */
  public String of(Figure figure) {
    String value = (figure.value() + " " + figure.unit()).strip();
    return figure.share().isEmpty() ? value : words.format("figure.share", value, figure.share());
  }

  /** What was tidied. */
  public String of(Kept.Change change) {
    return words.get("tidying." + change.kind().toLowerCase(Locale.ROOT));
  }

  /** Of a field for which nothing was found. */
  public String unknown() {
    return words.get("unknown");
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
