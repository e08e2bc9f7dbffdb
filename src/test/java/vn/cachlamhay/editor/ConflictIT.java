package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The file of an open article changes on disk: no version is lost, none goes unseen. */
class ConflictIT extends InEditor {

  private static final String MINE = "Câu của người viết.";
  private static final String THEIRS = "Câu từ máy khác.";

  @Override
  void prepare() throws IOException {
    for (String name : List.of("yen", "giu", "lay", "gop", "nhan", "xoa")) {
      write(
          "bai-viet/2019/" + name + ".md",
          plain("Bài " + name, "Câu đầu.\n\nCâu giữa.\n\nCâu cuối."));
    }
  }

  @Test
  void nobodyWhoTypedNothingIsAsked() {
    String path = "bai-viet/2019/yen.md";
    try (Desk desk = desk()) {
      desk.open(path);
      changeOnDisk(path);
      assertThat(desk.at(".CodeMirror")).containsText(THEIRS);
      assertThat(desk.at("#mo-dau")).hasValue("Đoạn mở đầu từ máy khác.");
      assertThat(desk.at("#trang-thai-luu")).hasText("Chưa sửa gì");
      assertThat(desk.at("#bao-bai")).isEmpty();
      desk.previewShows(THEIRS);
    }
  }

  @Test
  void whoTypedSeesBothAndMayKeepHisOwn() {
    String path = "bai-viet/2019/giu.md";
    try (Desk desk = desk().expect(409)) {
      desk.open(path);
      desk.type("\n" + MINE + "\n");
      changeOnDisk(path);
      assertThat(desk.at("#bao-bai")).containsText("Bài này vừa được sửa ở nơi khác");
      assertThat(desk.at("#bao-bai")).containsText("chưa có gì bị ghi đè");
      // told, but not listening: saving shows both
      desk.at("#luu").click();
      Locator dialog = desk.dialog();
      assertThat(dialog.locator("ins", containing(MINE))).isVisible();
      assertThat(dialog.locator("del", containing(THEIRS))).isVisible();
      assertThat(dialog.locator("del", containing("Đoạn mở đầu từ máy khác."))).isVisible();
      assertThat(read(path)).contains(THEIRS).doesNotContain(MINE);

      desk.page().keyboard().press("Escape");
      assertThat(read(path)).contains(THEIRS).doesNotContain(MINE);
      assertThat(desk.at("#bao-bai")).containsText("Bài này vừa được sửa ở nơi khác");
      desk.button("So sánh hai bản").click();
      desk.answer("Giữ bản của tôi");
      desk.saved();
      assertThat(desk.at("#bao-bai")).isEmpty();
      assertThat(read(path)).contains(MINE, "Một câu nói điều chính").doesNotContain(THEIRS);
      assertThat(versions(path)).anyMatch(text -> text.contains(THEIRS));
    }
  }

  @Test
  void whoTypedMayTakeTheOther() {
    String path = "bai-viet/2019/lay.md";
    try (Desk desk = desk()) {
      desk.open(path);
      desk.type("\n" + MINE + "\n");
      changeOnDisk(path);
      desk.button("So sánh hai bản").click();
      desk.answer("Lấy bản trên máy");
      assertThat(desk.at("#bao-bai")).isEmpty();
      assertThat(desk.body(THEIRS)).contains(THEIRS).doesNotContain(MINE);
      assertThat(desk.at("#mo-dau")).hasValue("Đoạn mở đầu từ máy khác.");
      assertThat(read(path)).contains(THEIRS).doesNotContain(MINE);
      // what was given up lies in the history, and comes back from there
      desk.at("#mo-lich-su").click();
      desk.dialog().getByText("Bản bỏ lại trong trình duyệt này").click();
      assertThat(desk.dialog().locator("#ban-cu del", containing(MINE))).isVisible();
      desk.answer("Khôi phục bản này");
      desk.unsaved();
      assertThat(desk.body(MINE)).contains(MINE).doesNotContain(THEIRS);
      desk.save();
      assertThat(versions(path)).anyMatch(text -> text.contains(THEIRS));
    }
  }

  @Test
  void whoTypedMayTakeTheBestOfBoth() {
    String path = "bai-viet/2019/gop.md";
    try (Desk desk = desk()) {
      desk.open(path);
      desk.type("\n" + MINE + "\n");
      desk.at("#co-quan").fill("BLS");
      changeOnDisk(path);
      desk.button("So sánh hai bản").click();
      desk.answer("Gộp hai bản …");
      // what only one side changed is proposed from that side
      desk.answer("Gộp");
      desk.unsaved();
      assertThat(desk.body(MINE, THEIRS, "Câu đầu.", "Câu cuối."))
          .contains(MINE, THEIRS, "Câu đầu.", "Câu cuối.");
      assertThat(desk.body().split("Câu cuối", -1)).hasSize(2);
      assertThat(desk.at("#mo-dau")).hasValue("Đoạn mở đầu từ máy khác.");
      assertThat(desk.at("#co-quan")).hasValue("BLS");
      assertThat(read(path)).doesNotContain(MINE);
      desk.save();
      assertThat(read(path)).contains(MINE, THEIRS, "Đoạn mở đầu từ máy khác.", "agency: BLS");
      assertThat(versions(path)).anyMatch(text -> !text.contains(MINE) && text.contains(THEIRS));
    }
  }

  /** One moved a paragraph, the other wrote elsewhere: lines that meet badly do not vanish. */
  @Test
  void whatBothHaveIsProposedWhereverItStands() {
    String base = "A\n\nB\n\nC\n\nD\n";
    try (Desk desk = desk()) {
      desk.list();
      for (String[] versions :
          new String[][] {
            {"A\n\nB\n\nC\n\nD\n\nNew\n", "C\n\nA\n\nB\n\nD\n"},
            {"C\n\nA\n\nB\n\nD\n", "A\n\nB\n\nC\n\nNew\n\nD\n"},
            {"A\n\nB\n\nNew\n", "D\n\nC\n\nB\n\nA\n"},
            {"New\n\nD\n", "A\n\nB\n\nC\n\nD\n\nOther\n"}
          }) {
        var lines = new TreeSet<>(List.of(proposed(desk, versions[0], versions[1], base)));
        List<String> mine = versions[0].lines().toList();
        List<String> theirs = versions[1].lines().toList();
        var expected = new TreeSet<>(mine);
        expected.addAll(theirs);
        expected.removeIf(
            line ->
                base.lines().toList().contains(line)
                    && !(mine.contains(line) && theirs.contains(line)));
        expected.add("");
        assertThat(lines).containsAll(expected);
      }
    }
  }

  private static String[] proposed(Desk desk, String mine, String theirs, String base) {
    String merged =
        (String)
            desk.page()
                .evaluate(
                    """
                    async ([mine, theirs, base]) => {
                      const { blocks, merged } = await import('/bien-tap/compare.js');
                      const { proposals } = await import('/bien-tap/conflict.js');
                      const all = blocks(mine, theirs);
                      return merged(all, proposals(all, base));
                    }""",
                    List.of(mine, theirs, base));
    return merged.split("\n", -1);
  }

  @Test
  void aSaveThatComesBeforeTheNewsIsRefused() {
    String path = "bai-viet/2019/nhan.md";
    try (Desk desk = desk().expect(409)) {
      // this window hears nothing of what happens on the disk
      desk.context().route("**/su-kien", route -> route.abort());
      desk.open(path);
      desk.at("#tieu-de").fill("Tiêu đề mới");
      changeOnDisk(path);
      desk.page().keyboard().press("Control+S");
      assertThat(desk.dialog()).containsText("Bài này vừa được sửa ở nơi khác");
      assertThat(desk.dialog()).containsText("Tiêu đề mới");
      assertThat(read(path)).contains("Bài nhan", THEIRS);
      desk.answer("Để sau");
      desk.unsaved();
      assertThat(desk.at("#tieu-de")).hasValue("Tiêu đề mới");
    }
  }

  @Test
  void whatWasTypedSurvivesTheFile() throws IOException {
    String path = "bai-viet/2019/xoa.md";
    try (Desk desk = desk().expect(409, 422)) {
      desk.open(path);
      desk.type("\n" + MINE + "\n");
      desk.unsaved();
      Files.delete(file(path));
      assertThat(desk.at("#bao-bai")).containsText("vừa bị xóa hoặc đổi tên");
      assertThat(desk.body(MINE)).contains(MINE);
      desk.at("#luu").click();
      assertThat(desk.dialog()).containsText("Tệp của bài không còn trên máy");
      desk.answer("Ghi lại bài");
      desk.saved();
      assertThat(read(path)).contains("title: Bài xoa", MINE);
    }
  }

  private static Locator.LocatorOptions containing(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private void changeOnDisk(String path) {
    write(
        path,
        read(path)
            .replace("Câu giữa.", "Câu giữa.\n\n" + THEIRS)
            .replace("Một câu nói điều chính của bài.", "Đoạn mở đầu từ máy khác."));
  }

  /** The texts of the history, newest first. */
  private List<String> versions(String path) {
    return editor.get("history", "path", path).list("versions").stream()
        .map((JsonObject line) -> line.get("id").getAsString())
        .map(id -> editor.get("history/version", "path", path, "id", id).text("text"))
        .toList();
  }
}
