package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.page.Samples;

/** What an editor is told, and what not. The reports as a whole: {@code problems/practices.txt}. */
class PracticeChecksTest {

  private static final Path CONTENT = Path.of("content/bai-viet");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          205 | 182 | 88,78% | true
          205 | 182 | 88,8% | true
          205 | 182 | 88,7% | true
          205 | 182 | 89% | true
          205 | 182 | 88% | true
          205 | 182 | 88,79% | false
          205 | 182 | 88,9% | false
          205 | 182 | 90% | false
          205 | 182 | gần 89% | true
          205 | 182 | trên 88% | true
          205 | 182 | trên 90% | false
          205 | 182 | dưới 88% | false
          205 | 182 | khoảng 90% | true
          205 | trên 180 | 90% | true
          205 | trên 180 | 80% | false
          ít nhất 650 | 652 | 100,3% | true
          ít nhất 650 | 652 | 110% | false
          – | 12/19 | 63,2% | true
          – | 12/19 | 63% | true
          – | 12/19 | 36,2% | false
          10 | 13 | 130% | true
          10 | 13 | 30% | false
          0 | 13 | 30% | true
          1,5 triệu | 1,2 triệu | 79% | true
          95% | 97% | 102% | true
          95% | 97% | 97% | false
          95% | 1.200 | 97% | true
          11.000 | 9.900 | 90% | true
          2–3 | 2 | 80% | true
          """)
  void sharesFollowFromTheirParts(String target, String value, String share, boolean follows) {
    String row = "| Một việc | hộ | %s | %s | %s | 2018 |\n".formatted(target, value, share);
    List<Problem> problems =
        check("| Chỉ tiêu | Đơn vị | Giao | Đạt | Tỷ lệ | Năm |\n|-|-|-|-|-|-|\n" + row);
    assertThat(problems)
        .extracting(Problem::code)
        .isEqualTo(follows ? List.of() : List.of(ProblemCode.CACH_LAM_TY_LE_KHAC));
  }

  private static final String TABLE =
      """

      | Chỉ tiêu | Nơi | Đơn vị | Giao | Đạt | Năm |
      |---|---|---|---|---|---|
      | Đảng viên mới | | đảng viên | 205 | 182 | 2018 |
      | Đảng viên mới | Xã Long Đống | đảng viên | – | 15 | 2018 |
      | Đảng viên mới | Thị trấn Bắc Sơn | đảng viên | – | 11 | 2018 |
      | Lớp bồi dưỡng | | lớp | – | 4 | 2018 |
      | Học viên của lớp | | người | – | trên 60 | 2018 |
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Năm 2018, cả huyện kết nạp **192 đảng viên mới**.",
        "Kết quả: toàn huyện có 1.820 đảng viên mới, đông hơn trước.",
        "Xã Long Đống kết nạp 17 đảng viên mới năm 2018.",
        "Ở Long Đống có 16 đảng viên mới.",
        "Huyện mở 5 lớp bồi dưỡng; 4 chi bộ tham gia.",
        "Có tất cả 40 học viên của lớp.",
        "Huyện mở [6 lớp bồi dưỡng](a.md).[^1]"
      })
  void aTextThatSaysSomethingElseIsTold(String sentence) {
    assertThat(check(sentence + "\n" + TABLE))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.CACH_LAM_TRAI_BANG);
              assertThat(problem.pos().line()).isEqualTo(1);
              assertThat(problem.isError()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Năm 2018, cả huyện kết nạp 182 đảng viên mới.",
        "Cả huyện kết nạp trên 180 đảng viên mới, khoảng 190 đảng viên mới, gần 200 đảng viên mới.",
        "Năm 2017, cả huyện kết nạp 150 đảng viên mới.",
        "Mục tiêu của cả huyện là 250 đảng viên mới.",
        "Cả huyện được giao 205 đảng viên mới.",
        "Cả huyện phấn đấu kết nạp 300 đảng viên mới.",
        "Xã Trấn Yên kết nạp 13 đảng viên mới.",
        "Xã kết nạp 13 đảng viên mới.",
        "Mỗi xã có 3 đảng viên mới.",
        "Trong ba tháng, cả huyện có 40 đảng viên mới.",
        "Cả huyện có 90 đảng viên mới là nữ.",
        "Cả huyện có thêm 30 đảng viên mới.",
        "Huyện bên có 99 đảng viên mới.",
        "Long Đống và Bắc Sơn có 26 đảng viên mới.",
        "Lớp có 70 học viên của lớp.",
        "<!-- cả huyện có 99 đảng viên mới. -->",
        "```\ncả huyện có 99 đảng viên mới.\n```",
        "[^1]: Báo khác ghi cả huyện có 99 đảng viên mới.",
        "Quyết định số 99 đảng viên mới.",
        "Cả huyện có 4/18 đảng viên mới dự thi."
      })
  void whatMayBeSomethingElseIsNotTold(String sentence) {
    assertThat(check(sentence + "\n" + TABLE)).isEmpty();
  }

  @Test
  void theSitesOwnPracticesHaveNothingToMend() throws IOException {
    int tables = 0;
    for (Path file : practices()) {
      String text = Files.readString(file);
      List<Problem> problems = check(text);
      assertThat(problems).as(file.toString()).isEmpty();
      tables += MarkdownTables.of(text, 1).tables().size();
    }
    assertThat(tables).isGreaterThanOrEqualTo(5);
  }

  @Test
  void aWrongDigitInTheTableOfOurOwnPracticeIsTold() throws IOException {
    String text = Files.readString(CONTENT.resolve("2018/phat-trien-dang-vien-o-bac-son.md"));
    assertThat(check(text.replace("| – | 182 | 88,78% |", "| 215 | 182 | 88,78% |")))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CACH_LAM_TY_LE_KHAC);
    assertThat(check(text.replace("| 12 | 15 | 2018 |", "| 12 | 15. 000 | 2018 |")))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CACH_LAM_O_KHONG_PHAI_SO);
  }

  @Test
  void theExampleOfTheHandbookHasNothingToMend() throws IOException {
    String page = Files.readString(Path.of("docs/bien-tap/viet-cach-lam.md"));
    String example = page.substring(page.indexOf("    ---\n")).replaceAll("(?m)^    ", "");
    assertThat(MarkdownTables.of(example, 1).tables()).hasSize(1);
    assertThat(check(example)).isEmpty();
    assertThat(check(example.replace("kết nạp 13", "kết nạp 31").replace("130%", "103%")))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(ProblemCode.CACH_LAM_TRAI_BANG, ProblemCode.CACH_LAM_TY_LE_KHAC);
  }

  @Test
  void onlyPracticesInPartsNeedLessons() {
    Practice results = parts(PartKind.RESULTS);
    assertThat(PracticeChecks.of(Samples.article("a").type("practice").build(), results))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CACH_LAM_THIEU_BAI_HOC);
    assertThat(PracticeChecks.of(Samples.article("a").type("post").build(), results)).isEmpty();
    for (Practice practice :
        List.of(Practice.NONE, parts(PartKind.OTHER), parts(PartKind.STEPS, PartKind.LESSONS))) {
      assertThat(PracticeChecks.of(Samples.article("a").type("practice").build(), practice))
          .isEmpty();
    }
  }

  private static Practice parts(PartKind... kinds) {
    List<Practice.Part> parts =
        Stream.of(kinds)
            .map(kind -> new Practice.Part(kind, kind.heading(), kind.key(), "phan-" + kind.key()))
            .toList();
    return new Practice(parts, List.of(), List.of(), List.of());
  }

  @Test
  void tenThousandPracticesTakeSeconds() throws IOException {
    var texts = new ArrayList<String>();
    for (Path file : practices()) {
      texts.add(Files.readString(file));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 10_000; i++) {
            check(texts.get(i % texts.size()));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|",
        "|-",
        "| a |\n|---|\n",
        "[",
        "[^",
        "![a](",
        "<a ",
        "*",
        "_",
        "\\",
        "1 đảng viên mới ",
        "<!--",
        "|-|\n",
        "| ",
        "- |"
      })
  void hostileTextsTakeTimeInProportion(String hostile) {
    String text = TABLE + "\n" + hostile.repeat(200_000 / hostile.length()) + "\n" + TABLE;
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> check(text));
  }

  private static List<Path> practices() throws IOException {
    try (Stream<Path> files = Files.walk(CONTENT)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<Problem> check(String markup) {
    return PracticeChecks.of(
        Samples.article("a").type("post").build().withMarkup(markup), Practice.NONE);
  }
}
