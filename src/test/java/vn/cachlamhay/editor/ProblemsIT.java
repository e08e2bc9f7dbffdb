package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;

/** What is wrong stands beside what is wrong, in the words of the command line. */
class ProblemsIT extends InEditor {

  private static final String GOOD = "bai-viet/2019/tot.md";
  private static final String WRONG = "bai-viet/2019/sai.md";
  private static final String BROKEN = "bai-viet/2019/hong.md";

  @Override
  void prepare() throws IOException {
    write(GOOD, plain("Bài tốt", "Câu đầu.\n\n## Bài học\n\nMột câu."));
    write(
        WRONG,
        plain("Bài sai", "Xem [bài này](khong-co.md).\n\n![Ảnh](anh/khong-co.png)")
            .replace("2019-05-06 07:30", "2019-02-30")
            .replace("huyện Đình Lập", "huyện Đình Lậpp"));
    write(BROKEN, "---\ntitle: \"Bài hỏng\ndate: 2019-05-06\n---\n\nChữ của bài.\n");
  }

  @Test
  void fieldsTellWhileTyping() {
    try (Desk desk = desk()) {
      desk.open(GOOD);
      Locator date = desk.at("#ngay");
      assertThat(date).hasAttribute("aria-invalid", "false");
      date.fill("30/2/2019");
      assertThat(date).hasAttribute("aria-invalid", "true");
      assertThat(date).hasAttribute("aria-describedby", "ghi-ngay vd-date");
      assertThat(desk.at("#vd-date")).containsText("2019");
      assertThat(desk.at("#muc-form button[data-den=phan-nguoi]")).containsText("1 lỗi");
      assertThat(desk.at("#tom-tat")).containsText("1 lỗi");
      desk.at("#tom-tat").click();
      assertThat(date).isFocused();
      // saving is always possible, publishing is not
      desk.save();
      assertThat(read(GOOD)).contains("30/2/2019");
      desk.expect(422).at("#dang").click();
      assertThat(desk.dialog()).containsText("Chưa đăng được");
      desk.page().keyboard().press("Escape");
      date.fill("28/2/2019");
      assertThat(date).hasAttribute("aria-invalid", "false");
      assertThat(desk.at("#vd-date")).isEmpty();
      assertThat(desk.at("#tom-tat")).isHidden();
      desk.at("#dang").click();
      assertThat(desk.at("#thong-bao")).hasText("Đã đăng bài");
    }
  }

  @Test
  void wordsAreThoseOfTheCommandLine() {
    List<Problem> problems =
        new SiteBuilder(
                new BuildOptions(site, Optional.empty(), true, LocalDateTime.now()),
                Progress.SILENT)
            .check().problems().stream()
                .filter(problem -> problem.toString().contains("sai.md"))
                .toList();
    assertThat(problems).hasSizeGreaterThanOrEqualTo(3);
    Messages messages = Messages.in("vi");
    try (Desk desk = desk().expect(404)) {
      desk.open(WRONG);
      String shown = desk.at("#cot-viet").innerText().replaceAll("\\s+", " ");
      for (Problem problem : problems) {
        assertThat(shown).contains(messages.message(problem), messages.hint(problem));
      }
      assertThat(desk.at("#cot-viet .vd")).hasCount(problems.size());
      // of a line: in the margin, in the list below, and there is a way to it
      Locator lines = desk.at("#vd-than-bai li");
      assertThat(lines).hasCount(2);
      assertThat(lines.first()).containsText("khong-co.md");
      assertThat(desk.at(".CodeMirror .vach-error")).hasCount(2);
      lines.first().getByText("Đến dòng").click();
      assertThat(desk.at("#than-bai-go")).isFocused();
      assertThat(desk.at("#than-bai-go")).hasAttribute("aria-describedby", "vd-than-bai");
      String line =
          (String)
              desk.page()
                  .evaluate(
                      "() => { const e = document.querySelector('.CodeMirror').CodeMirror;"
                          + " return e.getLine(e.getCursor().line); }");
      assertThat(line).startsWith("Xem [bài này]");
      // the list of articles puts it before those with nothing wrong, and says the same
      desk.at("#ve-danh-sach").click();
      Locator row =
          desk.at("#ds-than tr").filter(new Locator.FilterOptions().setHasText("Bài sai"));
      assertThat(row).containsText(problems.stream().filter(Problem::isError).count() + " lỗi");
      Problem first = problems.stream().filter(Problem::isError).findFirst().orElseThrow();
      assertThat(row).containsText(messages.message(first));
    }
  }

  @Test
  void aBrokenHeadIsMendedInTheWholeFile() {
    String text = read(BROKEN);
    try (Desk desk = desk()) {
      desk.open(BROKEN);
      assertThat(desk.at("#bao-bai")).containsText("nguyên văn cả tệp");
      assertThat(desk.at("#tieu-de")).isHidden();
      assertThat(desk.at("#phan-dang")).isHidden();
      assertThat(desk.at("#nhan-than-bai")).hasText("Nguyên văn cả tệp");
      assertThat(desk.body(text)).isEqualTo(text);
      assertThat(desk.at("#cot-viet .vd-error").first()).isVisible();
      desk.page().keyboard().press("Control+S");
      desk.saved();
      assertThat(read(BROKEN)).isEqualTo(text);

      desk.page()
          .evaluate(
              "() => document.querySelector('.CodeMirror').CodeMirror"
                  + ".replaceRange('\"\\ntype: practice\\nstatus: draft', { line: 1, ch: 16 })");
      assertThat(desk.at("#cot-viet .vd-error")).hasCount(0);
      desk.save();
      // and the form comes back
      assertThat(desk.at("#tieu-de")).hasValue("Bài hỏng");
      assertThat(desk.body("Chữ của bài.")).contains("Chữ của bài.").doesNotContain("title:");
      assertThat(read(BROKEN)).startsWith("---\ntitle: \"Bài hỏng\"\ntype: practice\n");
    }
  }
}
