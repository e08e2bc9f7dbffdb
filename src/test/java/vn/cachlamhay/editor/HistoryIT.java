package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What was once saved can be had again: earlier versions, and articles that were deleted. */
class HistoryIT extends InEditor {

  private static final String PATH = "bai-viet/2019/lich-su.md";
  private static final String DELETED = "bai-viet/2019/se-xoa.md";

  private static final String REPLACED = "bai-viet/2019/cho-cu.md";

  @Override
  void prepare() throws IOException {
    write(PATH, plain("Bài có lịch sử", "Bản thứ nhất."));
    write(REPLACED, plain("Bài cũ", "Chữ cũ."));
    write(DELETED, plain("Bài sẽ xóa", "Chữ của bài sẽ xóa."));
  }

  @Test
  void earlierVersionsAreComparedAndRestored() {
    String first = read(PATH);
    try (Desk desk = desk()) {
      desk.open(PATH);
      desk.at("#mo-lich-su").click();
      assertThat(desk.dialog()).containsText("Chưa có bản cũ nào");
      desk.answer("Đóng");
      assertThat(desk.at("#mo-lich-su")).isFocused();

      desk.type("\nCâu của bản thứ hai.\n");
      desk.save();
      desk.type("\nCâu của bản thứ ba.\n");
      desk.at("#co-quan").fill("BLS");
      desk.save();
      String third = read(PATH);
      assertThat(third).contains("Câu của bản thứ hai.", "Câu của bản thứ ba.", "agency: BLS");

      desk.at("#mo-lich-su").click();
      Locator old = desk.at(".chon-ban");
      assertThat(old).hasCount(3);
      old.first().click();
      assertThat(desk.at("#ban-cu")).containsText("Bản này giống hệt bản bây giờ");
      old.last().click();
      assertThat(old.last()).hasAttribute("aria-pressed", "true");
      // against the file of now
      assertThat(desk.at("#ban-cu ins").getByText("Câu của bản thứ hai.")).isVisible();
      assertThat(desk.at("#ban-cu ins").getByText("agency: BLS")).isVisible();
      assertThat(desk.at("#ban-cu del")).hasCount(0);
      desk.at("#khoi-phuc-ban").click();
      assertThat(desk.dialog()).hasCount(0);
      assertThat(desk.at("#thong-bao")).containsText("Đã khôi phục bản");
      assertThat(desk.at(".CodeMirror")).not().containsText("Câu của bản thứ hai.");
      assertThat(desk.at("#co-quan")).hasValue("");
      assertThat(read(PATH)).isEqualTo(first);
      desk.previewShows("Bản thứ nhất.");

      // the restored one replaced a version too, which is there
      desk.at("#mo-lich-su").click();
      assertThat(old).hasCount(4);
      old.nth(1).click();
      assertThat(desk.at("#ban-cu del").getByText("Câu của bản thứ ba.")).isVisible();
      desk.at("#khoi-phuc-ban").click();
      assertThat(desk.at(".CodeMirror")).containsText("Câu của bản thứ ba.");
      assertThat(read(PATH)).isEqualTo(third);
    }
  }

  @Test
  void deletedArticlesWaitInTheTrash() {
    String text = read(DELETED);
    String uri = DELETED.replace(".md", ".html");
    try (Desk desk = desk().expect(404)) {
      desk.site(uri);
      assertThat(desk.at("h1")).hasText("Bài sẽ xóa");
      desk.open(DELETED);
      desk.at("#xoa").click();
      desk.answer("Không");
      assertThat(desk.at("#xoa")).isFocused();
      assertThat(file(DELETED)).exists();

      desk.at("#xoa").click();
      desk.answer("Xóa bài");
      assertThat(desk.at("#thong-bao")).hasText("Đã chuyển bài vào thùng rác");
      assertThat(desk.at("#man-danh-sach")).isVisible();
      assertThat(file(DELETED)).doesNotExist();
      desk.at("#loc").fill("bai se xoa");
      assertThat(desk.at("#ds-than")).containsText("Không có bài nào như thế");

      desk.at("#mo-thung-rac").click();
      Locator item = desk.at("#ds-rac li");
      assertThat(item).containsText("Bài sẽ xóa");
      item.getByText("Lấy lại").click();
      desk.opened();
      assertThat(desk.at("#ten-bai")).hasText("Bài sẽ xóa");
      assertThat(read(DELETED)).isEqualTo(text);
      desk.at("#ve-danh-sach").click();
      assertThat(desk.at("#ds-than")).containsText("Bài sẽ xóa");
      desk.at("#mo-thung-rac").click();
      assertThat(item).hasText("Thùng rác trống.");
      assertThat(Files.exists(file(DELETED))).isTrue();
      desk.site(uri);
      assertThat(desk.at("h1")).hasText("Bài sẽ xóa");
    }
  }

  /** A name that was taken meanwhile is not taken from anybody. */
  @Test
  void whatCameInItsPlaceStays() {
    String path = REPLACED;
    try (Desk desk = desk()) {
      desk.list();
      assertThat(desk.at("#ds-than").getByText("Bài cũ")).isVisible();
      desk.open(path);
      desk.at("#xoa").click();
      desk.answer("Xóa bài");
      assertThat(desk.at("#man-danh-sach")).isVisible();
      write(path, plain("Bài mới ở chỗ cũ", "Chữ mới."));
      desk.at("#mo-thung-rac").click();
      desk.at("#ds-rac li")
          .filter(new Locator.FilterOptions().setHasText("Bài cũ"))
          .getByText("Lấy lại")
          .click();
      desk.opened();
      assertThat(desk.at("#ten-bai")).hasText("Bài cũ");
      assertThat(desk.path()).isNotEqualTo(path);
      assertThat(read(path)).contains("Bài mới ở chỗ cũ");
      assertThat(read(desk.path())).contains("Chữ cũ.");
    }
  }
}
