package vn.cachlamhay.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Edit;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/** Whole texts as portals and offices hand them out, each with what a person says of it. */
class WholeArticlesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Path ARTICLES = Path.of("src/test/resources/recognition/articles");

  private static final Recognizer RECOGNIZER =
      new Recognizer(
          Gazetteer.load(Path.of("data/localities.yaml")),
          Topics.load(Path.of("data/topics.yaml")));

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(ARTICLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void anArticleTellsAllOfItself(String name) throws IOException {
    Expected expected = Expected.read(ARTICLES.resolve(name + ".yaml"));
    List<Passage> passages = passages(name);
    Findings findings = RECOGNIZER.recognize(passages, List.of(), TODAY);

    assertThat(values(findings, Field.TITLE)).isEqualTo(expected.known("title"));
    assertThat(values(findings, Field.DATE)).isEqualTo(expected.known("date"));
    assertThat(values(findings, Field.AUTHOR)).isEqualTo(expected.list("authors"));
    assertThat(values(findings, Field.LOCALITY)).isEqualTo(expected.list("locality"));
    if (!expected.known("agency").isEmpty()) {
      assertThat(values(findings, Field.AGENCY)).isEqualTo(expected.known("agency"));
    }
    if (!expected.known("topic").isEmpty()) {
      assertThat(values(findings, Field.TOPIC)).isEqualTo(expected.known("topic"));
    }
    Set<String> furniture = Set.copyOf(expected.list("furniture"));
    assertThat(remaining(passages, findings)).noneMatch(furniture::contains);
    assertThat(lost(passages, findings, furniture)).isEmpty();
  }

  @Test
  void whatMattersIsCounted() throws IOException {
    var right = new LinkedHashMap<String, Integer>();
    int sentences = 0;
    int kept = 0;
    int furniture = 0;
    int dropped = 0;
    for (String name : names()) {
      Expected expected = Expected.read(ARTICLES.resolve(name + ".yaml"));
      List<Passage> passages = passages(name);
      Findings findings = RECOGNIZER.recognize(passages, List.of(), TODAY);
      count(right, "titles", values(findings, Field.TITLE).equals(expected.known("title")));
      count(right, "dates", values(findings, Field.DATE).equals(expected.known("date")));
      count(right, "authors", values(findings, Field.AUTHOR).equals(expected.list("authors")));
      count(right, "places", values(findings, Field.LOCALITY).equals(expected.list("locality")));
      Set<String> around = Set.copyOf(expected.list("furniture"));
      List<String> stays = remaining(passages, findings);
      for (String line : passages.stream().map(Passage::text).toList()) {
        if (around.contains(line)) {
          furniture++;
          dropped += stays.contains(line) ? 0 : 1;
        }
      }
      for (Passage passage : passages) {
        if (!around.contains(passage.text()) && Letters.endsSentence(passage.text())) {
          sentences += Letters.sentences(passage.text()).size();
          boolean whole = lost(List.of(passage), findings, around).isEmpty();
          kept += whole ? Letters.sentences(passage.text()).size() : 0;
        }
      }
    }
    System.out.printf(
        "recognition: of %d articles right %s; sentences kept %d of %d; furniture dropped %d of %d%n",
        names().size(), right, kept, sentences, dropped, furniture);
    assertThat(names()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(kept).isEqualTo(sentences).isGreaterThan(100);
    assertThat(dropped).isEqualTo(furniture).isGreaterThan(60);
  }

  @Test
  void aDayThatMayBeThatOfReadingIsDoubted() throws IOException {
    List<Problem> doubts =
        RECOGNIZER.recognize(passages("lang-son-bao"), List.of(), TODAY).doubts();

    assertThat(doubts).extracting(Problem::code).containsExactly(ProblemCode.NHAN_NGAY_DOC_TRANG);
    assertThat(doubts.get(0).args()).containsExactly("14/5/2021", "tháng 10/2019");
  }

  @Test
  void aDayToComeIsDoubted() throws IOException {
    var hints = List.of(new Hint(Hint.About.FILE_NAME, "vai.txt", "name"));
    List<Problem> doubts = RECOGNIZER.recognize(passages("ngay-mai-hong"), hints, TODAY).doubts();

    assertThat(doubts).extracting(Problem::code).containsExactly(ProblemCode.NHAN_NGAY_CHUA_TOI);
    assertThat(doubts.get(0).pos().file()).isEqualTo("vai.txt");
  }

  @Test
  void aLongParagraphBelowOtherTextsIsKeptAndDoubted() {
    String text = (Lines.PARAGRAPH + " ").repeat(4).strip();
    List<Passage> passages =
        Lines.of(
            List.of(
                "Ba việc của chi bộ thôn Đông", text, "Thu Hà", "Các tin khác", "Chợ quê", text));
    Findings findings = RECOGNIZER.recognize(passages, List.of(), TODAY);

    assertThat(remaining(passages, findings)).containsExactly(text, text);
    assertThat(findings.doubts())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NHAN_DUOI_TIN_KHAC);
  }

  @Test
  void hintsOfAPageAreUsedAndItsNameIsCutOff() {
    List<Passage> passages = Lines.of(List.of("…", "…"));
    var hints =
        List.of(
            new Hint(Hint.About.TITLE, "Chợ quê đổi cách bán - Báo Lạng Sơn", "og:title"),
            new Hint(Hint.About.DATE, "2018-09-12T20:30:00Z", "article:published_time"),
            new Hint(Hint.About.AUTHOR, "admin", "author"),
            new Hint(Hint.About.AUTHOR, "LÊ HOA", "author"),
            new Hint(Hint.About.AGENCY, "baolangson.vn", "og:site_name"),
            new Hint(Hint.About.TAG, "chợ quê, hợp tác xã", "keywords"),
            new Hint(Hint.About.ADDRESS, "https://bao.example.vn/cho-que", "canonical"));
    Findings findings = RECOGNIZER.recognize(passages, hints, TODAY);

    assertThat(values(findings, Field.TITLE)).containsExactly("Chợ quê đổi cách bán");
    assertThat(values(findings, Field.DATE)).containsExactly("2018-09-13 03:30");
    assertThat(values(findings, Field.AUTHOR)).containsExactly("Lê Hoa");
    assertThat(values(findings, Field.AGENCY)).containsExactly("Báo Lạng Sơn điện tử");
    assertThat(values(findings, Field.TAGS)).containsExactly("chợ quê", "hợp tác xã");
    assertThat(values(findings, Field.SOURCE)).containsExactly("https://bao.example.vn/cho-que");
    assertThat(findings.edits()).isEmpty();
  }

  @Test
  void breaksWithinAParagraphPartItsLines() {
    var passages = new ArrayList<>(Lines.of(List.of("Ba việc của chi bộ", "…")));
    String last = "(LSO) – " + Lines.PARAGRAPH + "\nTHU HÀ\nIn bài viết";
    passages.add(new Passage(2, Passage.Kind.PARAGRAPH, 0, last, false, false));
    Findings findings = RECOGNIZER.recognize(passages, List.of(), TODAY);

    assertThat(values(findings, Field.AUTHOR)).containsExactly("Thu Hà");
    assertThat(remaining(passages, findings)).containsExactly(Lines.PARAGRAPH, Lines.PARAGRAPH);
  }

  private static void count(Map<String, Integer> right, String what, boolean is) {
    right.merge(what, is ? 1 : 0, Integer::sum);
  }

  private static List<Passage> passages(String name) throws IOException {
    return Lines.of(Files.readAllLines(ARTICLES.resolve(name + ".txt")));
  }

  static List<String> values(Findings findings, Field field) {
    return findings.fields().stream()
        .filter(found -> found.field() == field && found.certainty() != Certainty.GUESS)
        .map(Finding::value)
        .toList();
  }

  /** The body after the edits; captions are no part of it. */
  static List<String> remaining(List<Passage> passages, Findings findings) {
    var remaining = new ArrayList<String>();
    for (Passage passage : passages) {
      var text = new StringBuilder(passage.text());
      findings.edits().stream()
          .filter(edit -> edit.passage() == passage.number())
          .sorted((one, two) -> two.start() - one.start())
          .forEach(edit -> text.replace(edit.start(), edit.end(), edit.text()));
      if (!text.toString().isBlank() && !findings.captions().containsKey(passage.number())) {
        remaining.add(text.toString());
      }
    }
    return remaining;
  }

  /** What is neither in the body nor in a field that goes into the draft nor furniture. */
  static Set<String> lost(List<Passage> passages, Findings findings, Set<String> furniture) {
    String told =
        findings.fields().stream()
            .filter(found -> found.certainty() != Certainty.GUESS)
            .map(found -> found.quote() + "\n" + found.value())
            .collect(Collectors.joining("\n"));
    var lost = new TreeSet<String>();
    for (Passage passage : passages) {
      for (Edit edit : findings.edits()) {
        if (edit.passage() == passage.number()) {
          String gone = passage.text().substring(edit.start(), edit.end()).strip();
          if (!furniture.contains(gone) && !told.contains(gone)) {
            lost.add(gone);
          }
        }
      }
    }
    return lost;
  }

  @Test
  void aTitleInCapitalsIsToBeLookedAt() throws IOException {
    assertThat(RECOGNIZER.recognize(passages("chu-hoa-hai-dong"), List.of(), TODAY).doubts())
        .extracting(Problem::code)
        .containsOnlyOnce(ProblemCode.NHAN_TIEU_DE_HOA);
  }
}
