package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.build.SiteSearch.Answer;
import vn.cachlamhay.build.SiteSearch.Mark;
import vn.cachlamhay.build.SiteSearch.Marked;
import vn.cachlamhay.build.SiteSearch.Result;

/** How results look. */
class ResultsTest {

  @Test
  void onATerminalTheWordsOfTheQueryAreBold() {
    Marked title = new Marked("Nông thôn mới ở xã", List.of(new Mark(0, 13)));

    assertThat(print(result(title, "Đây."), true))
        .contains("1. \u001b[1mNông thôn mới\u001b[22m ở xã");
    assertThat(print(result(title, "Đây."), false))
        .contains("1. Nông thôn mới ở xã")
        .doesNotContain("\u001b");
  }

  @Test
  void noLineIsLongerThanATerminalIsWide() {
    String text = "đảng viên mới ".repeat(11).strip();
    String printed = print(result(new Marked(text, List.of()), text), false);

    assertThat(printed.lines()).allMatch(line -> line.length() <= 80);
    assertThat(printed.lines().filter(line -> line.contains("đảng"))).hasSize(4);
    assertThat(printed.replaceAll("\\s+", " ")).contains("1. " + text).contains("/a.html " + text);
  }

  @Test
  void marksThatMeetTheEndOfALineGoOnInTheNext() {
    String text = "x".repeat(70) + " nông thôn mới";
    Marked title = new Marked(text, List.of(new Mark(71, 84)));

    assertThat(print(result(title, ""), true))
        .contains("x \u001b[1mnông\u001b[22m\n   \u001b[1mthôn mới\u001b[22m\n");
  }

  @Test
  void aWordWithoutEndIsLeftWhole() {
    String address = "https://" + "a".repeat(200);

    assertThat(print(result(new Marked(address + " b", List.of()), ""), false))
        .contains("1. " + address + "\n   b\n");
  }

  @Test
  void numbersStandBelowEachOther() {
    Answer one = result(new Marked("Bài", List.of()), "Chữ.");
    var ten =
        new Answer("q", Optional.empty(), 10, 0, Collections.nCopies(10, one.results().get(0)));

    assertThat(print(ten, false))
        .contains("\n 1. Bài\n    01/02/2020", "\n10. Bài\n    01/02/2020");
  }

  @Test
  void factsThatAnArticleDoesNotHaveLeaveNoGap() {
    Marked text = new Marked("Bài", List.of());
    var bare = new Result(text, "", "", "Cán bộ", "/a.html", text);

    assertThat(print(new Answer("q", Optional.empty(), 1, 0, List.of(bare)), false))
        .isEqualToNormalizingNewlines(
            """
            Tìm thấy 1 bài cho: q

            1. Bài
               Cán bộ
               /a.html
               Bài
            """);
  }

  private static Answer result(Marked title, String excerpt) {
    var result =
        new Result(
            title, "01/02/2020", "Sơn La", "Cán bộ", "/a.html", new Marked(excerpt, List.of()));
    return new Answer("q", Optional.empty(), 1, 0, List.of(result));
  }

  private static String print(Answer answer, boolean marks) {
    var out = new StringWriter();
    new Results(new PrintWriter(out), Texts.in("vi"), marks).print(answer, false);
    return out.toString().replace("\r\n", "\n");
  }
}
