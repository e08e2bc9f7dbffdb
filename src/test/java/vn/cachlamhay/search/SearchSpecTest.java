package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.search.SpecRow.SpecBlock;
import vn.cachlamhay.text.VietnameseText;

/** Searching does what the files of {@code resources/search} say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchSpecTest {

  /** Asks the articles that it was made for. */
  interface Engine {
    Found find(String query, boolean verbatim);
  }

  /**
   * What was found.
   *
   * @param hits numbers of the articles, from 0 for the oldest; best first
   * @param full how many of them, at the beginning, have every word
   * @param corrected the query as it was understood, where that is not how it was typed
   */
  record Found(List<Integer> hits, int full, Optional<String> corrected) {}

  /** The one place that knows the classes under test. */
  private static Engine engine(List<Article> oldestFirst) {
    Searcher searcher = SearchFiles.of(oldestFirst).searcher();
    return (query, verbatim) -> {
      Searcher.Found found = searcher.find(query, verbatim);
      return new Found(found.hits(), found.full(), found.corrected());
    };
  }

  private final Map<SpecBlock, Engine> engines = new HashMap<>();

  static List<SpecRow> rows() throws IOException {
    return SpecReader.all();
  }

  static List<SpecBlock> blocks() throws IOException {
    return SpecReader.blocks(rows());
  }

  /** Rows whose letters have a large form that leads back to them. */
  static Stream<SpecRow> rowsWithCapitals() throws IOException {
    return rows().stream().filter(row -> lower(upper(row.query())).equals(lower(row.query())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void answersAsSpecified(SpecRow row) {
    Expected.Answer answer = answer(row, ask(row, row.query()));
    assertThat(row.expected().complaints(answer)).as("%s: %s", row, answer).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void answersTheSameWhenDecomposed(SpecRow row) {
    String query = Normalizer.normalize(row.query(), Normalizer.Form.NFD);
    assertThat(ask(row, query)).isEqualTo(ask(row, VietnameseText.nfc(row.query())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rowsWithCapitals")
  void findsTheSameInCapitals(SpecRow row) {
    Found small = ask(row, row.query());
    Found large = ask(row, upper(row.query()));
    assertThat(large.hits()).isEqualTo(small.hits());
    assertThat(large.full()).isEqualTo(small.full());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void answersTheSameWhateverWasAskedBefore(SpecBlock block) throws IOException {
    List<SpecRow> rows = rows().stream().filter(row -> row.block().equals(block)).toList();
    var backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    Engine asked = engine(block);
    backwards.forEach(row -> asked.find(row.query(), row.verbatim()));
    for (SpecRow row : rows) {
      assertThat(asked.find(row.query(), row.verbatim()))
          .as(row.toString())
          .isEqualTo(ask(row, row.query()));
    }
  }

  @Test
  void hasRowsForEverySubject() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(400);
    assertThat(rows()).extracting(SpecRow::file).contains("tones.txt", "html.txt");
  }

  private Found ask(SpecRow row, String query) {
    return engines.computeIfAbsent(row.block(), SearchSpecTest::engine).find(query, row.verbatim());
  }

  private static Engine engine(SpecBlock block) {
    return engine(SpecArticle.articles(block.articles()));
  }

  private static Expected.Answer answer(SpecRow row, Found found) {
    List<String> keys = row.block().keys();
    return new Expected.Answer(
        found.hits().stream().map(keys::get).toList(), found.full(), found.corrected());
  }

  private static String upper(String text) {
    return text.toUpperCase(VietnameseText.LOCALE);
  }

  private static String lower(String text) {
    return text.toLowerCase(VietnameseText.LOCALE);
  }
}
