package vn.cachlamhay.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Edit;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/** Whatever the lines are: findings come, and their edits can be made. */
class RecognizerPropertiesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int MILLION = 1_000_000;

  private static final Recognizer RECOGNIZER =
      new Recognizer(
          Gazetteer.load(Path.of("data/localities.yaml")),
          Topics.load(Path.of("data/topics.yaml")));

  @Property(tries = 400)
  void editsCanBeMade(
      @ForAll("passages") List<Passage> passages, @ForAll("hints") List<Hint> hints) {
    assertCanBeMade(RECOGNIZER.recognize(passages, hints, TODAY), passages);
  }

  @Property(tries = 50)
  void theSameLinesAlwaysSayTheSame(@ForAll("passages") List<Passage> passages) {
    assertThat(RECOGNIZER.recognize(passages, List.of(), TODAY))
        .isEqualTo(RECOGNIZER.recognize(passages, List.of(), TODAY));
  }

  /** A pattern that tries every way to part such a line would not come to an end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A",
        " ",
        "1",
        "1/",
        "1.",
        "12/9/2018 ",
        "- ",
        "a - ",
        "A & ",
        "(",
        "()",
        "Ảnh: ",
        "Theo ",
        "xã ",
        "Bắc Sơn ",
        "182 đảng viên ",
        "năm 2018 ",
        "tháng 9 ",
        ". ",
        "...",
        "#a ",
        "| ",
        "\n",
        "A.",
        "ngày ",
        "đạt 5% ",
      })
  void longLinesComeToAnEnd(String part) {
    String line = part.repeat(MILLION / part.length());
    for (Passage.Kind kind : List.of(Passage.Kind.PARAGRAPH, Passage.Kind.HEADING)) {
      var passages = new ArrayList<Passage>();
      passages.add(new Passage(0, kind, 1, line, false, false));
      passages.add(new Passage(1, Passage.Kind.PARAGRAPH, 0, "Thu Hà", false, false));

      assertCanBeMade(RECOGNIZER.recognize(passages, List.of(), TODAY), passages);
    }
  }

  @Test
  void manyLinesComeToAnEnd() {
    List<Passage> passages =
        IntStream.range(0, 4000)
            .mapToObj(
                i ->
                    new Passage(
                        i,
                        Passage.Kind.PARAGRAPH,
                        0,
                        "Tin khác " + i + " xã Châu Sơn",
                        false,
                        false))
            .toList();

    assertCanBeMade(RECOGNIZER.recognize(passages, List.of(), TODAY), passages);
  }

  @Test
  void nothingSaysNothing() {
    Findings findings = RECOGNIZER.recognize(List.of(), List.of(), TODAY);

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.edits()).isEmpty();
  }

  private static void assertCanBeMade(Findings findings, List<Passage> passages) {
    int passage = -1;
    int end = 0;
    var edits = new ArrayList<>(findings.edits());
    edits.sort(Comparator.comparingInt(Edit::passage).thenComparingInt(Edit::start));
    for (Edit edit : edits) {
      assertThat(edit.passage()).isBetween(0, passages.size() - 1);
      assertThat(edit.end()).isLessThanOrEqualTo(passages.get(edit.passage()).text().length());
      if (edit.passage() == passage) {
        assertThat(edit.start()).isGreaterThanOrEqualTo(end);
      }
      passage = edit.passage();
      end = edit.end();
    }
    findings
        .captions()
        .forEach(
            (text, picture) -> {
              assertThat(passages.get(picture).kind()).isEqualTo(Passage.Kind.PICTURE);
              assertThat(findings.edits()).noneMatch(edit -> edit.passage() == text);
            });
    assertThat(findings.captions().values()).doesNotHaveDuplicates();
    assertThat(findings.fields())
        .allSatisfy(found -> assertThat(found.value()).isNotBlank())
        .isSortedAccordingTo(
            Comparator.comparing(Finding::field).thenComparing(Finding::certainty));
  }

  @Provide
  Arbitrary<List<Passage>> passages() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.of(
                "Sign In",
                "(LSO) – Sáng nay",
                "19:58 22/04/2024",
                "Thứ bảy, 02/07/2022",
                "THANH MAI - DÌ LY",
                "Các tin khác",
                "Phản hồi",
                "Từ khóa: một, hai",
                "Theo TTXVN",
                "Ảnh: Hà My",
                "CÁCH LÀM HAY",
                Lines.PARAGRAPH,
                "xã Châu Sơn, huyện Đình Lập, tỉnh Lạng Sơn",
                "Huyện ủy X",
                "TP. Y",
                "kết nạp 182 đảng viên, đạt 88,78%",
                "(LSO) –",
                "./.",
                "a.vn - b",
                "Lễ trao quà ở thôn",
                ">> Xem",
                "Tag:",
                "File đính kèm",
                "Hà Nội, ngày 1 tháng 1 năm 2020"),
            Arbitraries.strings().ofMaxLength(60),
            Arbitraries.strings().withChars("aÀđĐ19/.:-–()|,> \"…%").ofMaxLength(80));
    Arbitrary<String> text =
        line.list()
            .ofMinSize(0)
            .ofMaxSize(4)
            .map(lines -> String.join("\n", lines))
            .map(t -> Passage.ATOM + t)
            .map(t -> t.length() % 3 == 0 ? t : t.substring(1));
    Arbitrary<Passage> passage =
        Combinators.combine(
                Arbitraries.of(Passage.Kind.class),
                text,
                Arbitraries.of(true, false, false),
                Arbitraries.of(true, false, false))
            .as(
                (kind, t, bold, italic) ->
                    new Passage(0, kind, kind == Passage.Kind.HEADING ? 2 : 0, t, bold, italic));
    return passage.list().ofMaxSize(14).map(RecognizerPropertiesTest::numbered);
  }

  @Provide
  Arbitrary<List<Hint>> hints() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "Sign In - Báo X",
                "2018-09-12T08:30:00+07:00",
                "2099-01-01",
                "Thu Hà",
                "admin",
                "https://a.vn/2018/09/12/b",
                "bài 12-09-2018.docx",
                "xã hội",
                "THANH MAI"),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(30).filter(s -> !s.isBlank()));
    return Combinators.combine(
            Arbitraries.of(Hint.About.class),
            value,
            Arbitraries.of("og:title", "dc:creator", "title"))
        .as(Hint::new)
        .list()
        .ofMaxSize(5);
  }

  private static List<Passage> numbered(List<Passage> passages) {
    var numbered = new ArrayList<Passage>();
    for (Passage p : passages) {
      numbered.add(
          new Passage(numbered.size(), p.kind(), p.level(), p.text(), p.bold(), p.italic()));
    }
    return numbered;
  }
}
