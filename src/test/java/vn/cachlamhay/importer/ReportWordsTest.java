package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Finding;
import vn.cachlamhay.text.Tidying;

/** Everything in a report has words in both languages, and there are no others. */
class ReportWordsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/vn/cachlamhay/importer");

  @ParameterizedTest
  @EnumSource(Tidying.Kind.class)
  void eachKindOfTidyingHasWordsInBothLanguages(Tidying.Kind kind) {
    var change = new Kept.Change(kind.name(), "a", "b");

    assertThat(ReportWords.in("vi").of(change))
        .isNotBlank()
        .isNotEqualTo(ReportWords.in("en").of(change));
  }

  @Test
  void thereAreNoWordsLeftOver() throws IOException {
    Set<String> wanted = new TreeSet<>(Set.of("unknown", "figure.share"));
    wanted.addAll(keys("field.", Field.values()));
    wanted.addAll(keys("certainty.", Finding.Certainty.values()));
    wanted.addAll(keys("where.", Finding.Where.values()));
    wanted.addAll(keys("tidying.", Tidying.Kind.values()));
    for (String name : new String[] {"report.properties", "report_en.properties"}) {
      var bundle = new Properties();
      try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
        bundle.load(reader);
      }
      assertThat(bundle.stringPropertyNames()).as(name).containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  private static Set<String> keys(String prefix, Enum<?>... values) {
    return Stream.of(values)
        .map(value -> prefix + value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
