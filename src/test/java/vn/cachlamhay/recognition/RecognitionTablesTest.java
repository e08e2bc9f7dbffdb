package vn.cachlamhay.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Passage;
import vn.cachlamhay.text.Tsv;

/** What single lines and short texts say, from the tables in {@code recognition/}. */
class RecognitionTablesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String TITLE = "Chuyện nhỏ ở một thôn ven sông";
  private static final String QUOTED =
      "Anh Hoàng Mạnh Tưởng cho biết mỗi nhà góp một công, ai không có người thì góp bữa cơm trưa cho cả nhóm thợ.";

  private static final Recognizer RECOGNIZER =
      new Recognizer(
          Gazetteer.load(Path.of("data/localities.yaml")),
          Topics.load(Path.of("data/topics.yaml")));

  static List<List<String>> dates() {
    return Tsv.rows("/recognition/dates.tsv");
  }

  static List<List<String>> bylines() {
    return Tsv.rows("/recognition/bylines.tsv");
  }

  static List<List<String>> titles() {
    return Tsv.rows("/recognition/titles.tsv");
  }

  static List<List<String>> marks() {
    return Tsv.rows("/recognition/marks.tsv");
  }

  static List<List<String>> places() {
    return Tsv.rows("/recognition/places.tsv");
  }

  static List<List<String>> topics() {
    return Tsv.rows("/recognition/topics.tsv");
  }

  static List<List<String>> figures() {
    return Tsv.rows("/recognition/figures.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dates")
  void aLineTellsADay(List<String> row) {
    Optional<DateLine> line = DateLine.read(row.get(0).replaceAll(" +", " "));

    assertThat(line.map(l -> l.day().written()).orElse("")).isEqualTo(row.get(1));
    assertThat(line.map(l -> l.label().name()).orElse("")).isEqualTo(row.get(2));
    assertThat(line.map(DateLine::rest).orElse("")).isEqualTo(row.get(3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bylines")
  void aLineBelowATextTellsWhoWroteIt(List<String> row) {
    List<Passage> text = Lines.of(List.of(TITLE, QUOTED, Lines.PARAGRAPH, row.get(0)));
    Findings findings = RECOGNIZER.recognize(text, List.of(), TODAY);

    assertThat(values(findings, Field.AUTHOR)).isEqualTo(row.get(1));
    assertThat(values(findings, Field.SOURCE)).isEqualTo(row.get(2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("titles")
  void theTitleIsFoundAboveTheText(List<String> row) {
    List<Passage> text = Lines.ofCell(row.get(0) + " ¶ … ¶ …");

    assertThat(values(RECOGNIZER.recognize(text, List.of(), TODAY), Field.TITLE))
        .isEqualTo(row.get(1));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("marks")
  void aTextIsMarked(List<String> row) {
    List<Passage> text = Lines.ofCell(TITLE + " ¶ " + row.get(1));

    assertThat(values(RECOGNIZER.recognize(text, List.of(), TODAY), Field.valueOf(row.get(0))))
        .isEqualTo(row.get(2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void aTextIsAboutPlaces(List<String> row) {
    var lines = new ArrayList<>(List.of(row.get(0).split(" ¶ ")));
    if (!row.get(1).equals("-")) {
      lines.add(1, row.get(1));
    }

    Findings findings = RECOGNIZER.recognize(Lines.of(lines), List.of(), TODAY);

    assertThat(values(findings, Field.LOCALITY)).isEqualTo(row.get(2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("topics")
  void aTextHasATopic(List<String> row) {
    Findings findings = RECOGNIZER.recognize(Lines.ofCell(row.get(0)), List.of(), TODAY);

    assertThat(values(findings, Field.TOPIC)).isEqualTo(row.get(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("figures")
  void aSentenceHasFigures(List<String> row) {
    Findings findings =
        RECOGNIZER.recognize(Lines.ofCell(TITLE + " ¶ " + row.get(0)), List.of(), TODAY);

    assertThat(
            findings.figures().stream()
                .map(f -> String.join("|", f.indicator(), f.value(), f.unit(), f.share()))
                .collect(Collectors.joining("; ")))
        .isEqualTo(row.get(1));
    assertThat(findings.figures()).allSatisfy(f -> assertThat(row.get(0)).contains(f.sentence()));
  }

  @Test
  void theTablesAreLong() {
    assertThat(dates()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(bylines()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(titles()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(marks()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(places()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(topics()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(figures()).hasSizeGreaterThanOrEqualTo(60);
  }

  private static String values(Findings findings, Field field) {
    return findings.fields().stream()
        .filter(found -> found.field() == field && found.certainty() != Certainty.GUESS)
        .map(Finding::value)
        .collect(Collectors.joining("; "));
  }
}
