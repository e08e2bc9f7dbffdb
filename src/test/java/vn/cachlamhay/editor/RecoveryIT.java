package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to browser, page or program: what was typed comes back until it is saved. */
class RecoveryIT extends InEditor {

  private static final String TYPED = "Câu chưa lưu, có dấu tiếng Việt.";

  @Override
  void prepare() throws IOException {
    for (String name :
        List.of("tai-lai", "the-chet", "trinh-duyet-chet", "chuong-trinh", "hai-the")) {
      write(path(name), plain("Bài " + name, "Câu đầu."));
    }
  }

  @Test
  void aReloadBringsTheTextBackAndASaveEndsIt() {
    String path = path("tai-lai");
    try (Desk desk = desk()) {
      desk.open(path);
      desk.type(TYPED);
      desk.at("#tieu-de").fill("Tiêu đề chưa lưu");
      // at once, without waiting for anything to be kept
      desk.page().reload();
      assertRecovered(desk);
      assertThat(desk.at("#tieu-de")).hasValue("Tiêu đề chưa lưu");
      desk.previewShows(TYPED);
      assertThat(read(path)).doesNotContain(TYPED);
      // the list tells of it too
      desk.at("#ve-danh-sach").click();
      assertThat(row(desk, "chưa lưu")).containsText("Bài tai-lai");
      desk.open(path);
      assertRecovered(desk);
      desk.save();
      assertThat(desk.at("#bao-bai")).isEmpty();
      assertThat(read(path)).contains(TYPED, "Tiêu đề chưa lưu");
      desk.page().reload();
      desk.opened();
      assertThat(desk.at("#trang-thai-luu")).hasText("Chưa sửa gì");
      assertThat(desk.at("#bao-bai")).isEmpty();
      assertThat(desk.body(TYPED)).contains(TYPED);
    }
  }

  /** The tab dies without a word, as where memory runs out. */
  @Test
  void aTabThatCrashedIsReplacedByAnother() {
    String path = path("the-chet");
    try (Desk desk = desk()) {
      Page first = desk.open(path);
      desk.type(TYPED);
      desk.unsaved();
      desk.previewShows(TYPED);
      boolean[] crashed = {false};
      first.onCrash(page -> crashed[0] = true);
      try {
        first.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(2_000));
      } catch (PlaywrightException e) {
        // the page does not live to answer
      }
      desk.tab();
      desk.page().waitForCondition(() -> crashed[0]);
      desk.open(path);
      assertRecovered(desk);
      desk.button("Bỏ đi").click();
      assertThat(desk.at(".CodeMirror")).not().containsText(TYPED);
      assertThat(desk.at("#trang-thai-luu")).hasText("Chưa sửa gì");
      // given up is not lost either
      desk.at("#mo-lich-su").click();
      assertThat(desk.dialog()).containsText("Bản bỏ lại trong trình duyệt này");
    }
  }

  /** The whole browser is gone at once, as with the power. */
  @Test
  void aBrowserThatDiedBringsTheTextBack(@TempDir Path profile) {
    String path = path("trinh-duyet-chet");
    BrowserContext first = chromium.persistent(profile);
    var desk = new Desk(first, editor.address());
    desk.open(path);
    desk.type(TYPED);
    desk.previewShows(TYPED);
    List<ProcessHandle> running =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
            .toList();
    assertThat(running).isNotEmpty();
    running.forEach(ProcessHandle::destroyForcibly);
    running.forEach(process -> process.onExit().join());
    try (var next = new Desk(chromium.persistent(profile), editor.address())) {
      next.open(path);
      assertRecovered(next);
      next.save();
      assertThat(read(path)).contains(TYPED);
    }
  }

  @Test
  void aProgramThatWasStartedAgainFindsTheWriterWhereHeWas() throws IOException {
    String path = path("chuong-trinh");
    int port = editor.port();
    try (Desk desk = desk().expect(403)) {
      desk.open(path);
      desk.type(TYPED);
      editor.close();
      assertThat(desk.at("#bao-chung")).containsText("Mất liên lạc với chương trình");
      desk.type(" Viết tiếp.");
      assertThat(desk.at("#trang-thai-luu")).containsText("Mất liên lạc với chương trình");
      desk.at("#luu").click();
      assertThat(desk.at("#trang-thai-luu")).containsText("bài vẫn được giữ");
      assertThat(read(path)).doesNotContain(TYPED);

      editor = new EditorClient(site, port);
      assertThat(editor.port()).isEqualTo(port);
      assertThat(desk.at("#bao-chung")).containsText("Chương trình đã được mở lại");
      desk.button("Tải lại trang").click();
      assertThat(desk.at("[data-tin=khoi-phuc]")).containsText("Đã khôi phục phần chưa lưu");
      assertThat(desk.body(TYPED + " Viết tiếp.")).contains(TYPED + " Viết tiếp.");
      desk.save();
      assertThat(read(path)).contains(TYPED + " Viết tiếp.");
    }
  }

  @Test
  void twoTabsOfOneArticleKeepTheirOwn() {
    String path = path("hai-the");
    try (Desk desk = desk().expect(409)) {
      Page first = desk.open(path);
      desk.type("Thẻ một.");
      Page second = desk.tab();
      desk.open(path);
      assertThat(desk.at("#bao-bai")).containsText("Bài này đang mở ở một thẻ khác");
      // what the first still writes is not taken from it
      assertThat(desk.body()).doesNotContain("Thẻ một.");
      desk.type("Thẻ hai.");
      desk.unsaved();
      desk.turnTo(first);
      assertThat(desk.at("#bao-bai")).containsText("Bài này đang mở ở một thẻ khác");
      desk.save();
      assertThat(read(path)).contains("Thẻ một.").doesNotContain("Thẻ hai.");
      desk.turnTo(second);
      assertThat(desk.at("#bao-bai")).containsText("Bài này vừa được sửa ở nơi khác");
      assertThat(desk.body("Thẻ hai.")).contains("Thẻ hai.");
      // both died; both come back, in whatever tab
      second.close();
      desk.turnTo(first);
      desk.type(" Thêm ở thẻ một.");
      desk.previewShows("Thêm ở thẻ một.");
      first.close();
      desk.tab();
      desk.open(path);
      assertThat(desk.at("[data-tin=khoi-phuc]")).isVisible();
      assertThat(desk.body("Thêm ở thẻ một.")).contains("Thêm ở thẻ một.");
      desk.at("#mo-lich-su").click();
      desk.dialog().getByText("Bản bỏ lại trong trình duyệt này").first().click();
      assertThat(desk.at("#ban-cu")).containsText("Thẻ hai.");
    }
  }

  private static void assertRecovered(Desk desk) {
    desk.opened();
    assertThat(desk.at("[data-tin=khoi-phuc]")).containsText("Đã khôi phục phần chưa lưu");
    assertThat(desk.body(TYPED)).contains(TYPED);
    desk.unsaved();
  }

  private static Locator row(Desk desk, String title) {
    return desk.at("#ds-than tr").filter(new Locator.FilterOptions().setHasText(title));
  }

  private static String path(String name) {
    return "bai-viet/2019/" + name + ".md";
  }
}
