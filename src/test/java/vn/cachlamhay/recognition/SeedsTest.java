package vn.cachlamhay.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Edit;
import vn.cachlamhay.richtext.Passage;

/** The five pages that started it, with what a person says of each. */
class SeedsTest {

  private static final Path SEEDS = Path.of("../shared/seeds");
  private static final Path EXPECTED = Path.of("src/test/resources/recognition/seeds");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000_7d264c02ea10c2a2",
        "001_c5512ee1f6b165b8",
        "002_f967c9f94be65f6e",
        "003_45ed9e77c4a22ced",
        "004_5397554c015d599d",
      })
  void aSeedIsUnderstood(String name) throws IOException {
    assumeThat(SEEDS).as("the seeds are not here").exists();
    List<String> lines = Files.readAllLines(SEEDS.resolve(name + ".txt"));
    Expected expected = Expected.read(EXPECTED.resolve(name + ".yaml"));
    List<Passage> passages = Lines.of(lines);
    List<Integer> numbers = numbers(lines);
    var recognizer =
        new Recognizer(
            Gazetteer.load(Path.of("data/localities.yaml")),
            Topics.load(Path.of("data/topics.yaml")));

    Findings findings = recognizer.recognize(passages, List.of(), LocalDate.of(2026, 11, 22));

    assertThat(WholeArticlesTest.values(findings, Field.TITLE))
        .isEqualTo(line(passages, numbers, expected.number("title")));
    assertThat(WholeArticlesTest.values(findings, Field.DATE)).isEqualTo(expected.known("date"));
    assertThat(WholeArticlesTest.values(findings, Field.AUTHOR))
        .isEqualTo(expected.list("authors"));
    assertThat(WholeArticlesTest.values(findings, Field.AGENCY))
        .isEqualTo(expected.known("agency"));
    assertThat(WholeArticlesTest.values(findings, Field.LOCALITY))
        .isEqualTo(expected.list("locality"));
    assertThat(WholeArticlesTest.values(findings, Field.TOPIC)).isEqualTo(expected.known("topic"));
    assertThat(WholeArticlesTest.values(findings, Field.SUMMARY))
        .isEqualTo(line(passages, numbers, expected.number("summary")));
    assertThat(WholeArticlesTest.values(findings, Field.CAPTION))
        .isEqualTo(line(passages, numbers, expected.number("caption")));
    assertThat(gone(passages, numbers, findings)).isEqualTo(new TreeSet<>(expected.list("gone")));
    assertThat(cuts(passages, findings)).isSubsetOf("(LSO) – ");
  }

  /** The numbers of the lines that are not empty. */
  private static List<Integer> numbers(List<String> lines) {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (!Lines.of(List.of(lines.get(i))).isEmpty()) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  private static List<String> line(List<Passage> passages, List<Integer> numbers, int number) {
    return number == 0 ? List.of() : List.of(passages.get(numbers.indexOf(number)).text());
  }

  private static TreeSet<String> gone(
      List<Passage> passages, List<Integer> numbers, Findings findings) {
    var gone = new TreeSet<String>();
    for (Edit edit : findings.edits()) {
      if (isWhole(edit, passages)) {
        gone.add(numbers.get(edit.passage()).toString());
      }
    }
    return gone;
  }

  private static List<String> cuts(List<Passage> passages, Findings findings) {
    return findings.edits().stream()
        .filter(edit -> !isWhole(edit, passages))
        .map(edit -> passages.get(edit.passage()).text().substring(edit.start(), edit.end()))
        .toList();
  }

  private static boolean isWhole(Edit edit, List<Passage> passages) {
    return edit.start() == 0 && edit.end() == passages.get(edit.passage()).text().length();
  }
}
