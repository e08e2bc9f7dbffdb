package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.cachlamhay.site.FewColours;

/**
 * Makes the pictures of the editors' handbook; no test, run on purpose: {@code docs/man-hinh}. What
 * they show is the repository's own site.
 */
@EnabledIfSystemProperty(named = "handbook.pictures", matches = ".+")
class HandbookPicturesIT extends InEditor {

  private final Path folder = Path.of(System.getProperty("handbook.pictures", ""));

  @Override
  void prepare() throws IOException {
    Files.createDirectories(folder);
    write(
        "bai-viet/2024/bai-cho-duyet.md",
        plain("Long Đống mở lớp ngay tại xã", "Lớp học về gần người học.")
            .replace("status: published", "status: review"));
    write(
        "bai-viet/2024/bai-co-loi.md",
        plain("Na Loong: buổi sinh hoạt điểm", "Xem [bài trước](khong-co.md).")
            .replace("Lạng Sơn/huyện Đình Lập", "Lạng Sơn/huyện Đình Lâp"));
  }

  @Test
  void take() throws IOException {
    try (Desk desk = desk()) {
      Page page = desk.page();
      page.setViewportSize(1280, 800);
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      desk.list();
      assertThat(desk.at("#ds-than")).containsText("Na Loong: buổi sinh hoạt điểm");
      shot(page, "danh-sach");

      desk.at("#bai-moi").click();
      desk.at("#moi-tieu-de").fill("Đình Lập: mỗi chi bộ một người mới");
      desk.at("#moi-dia-phuong").fill("dinh lap");
      assertThat(desk.dialog().getByRole(com.microsoft.playwright.options.AriaRole.OPTION).first())
          .isVisible();
      shot(page, "bai-moi");
      page.keyboard().press("Escape");
      page.keyboard().press("Escape");

      desk.open(FULL);
      desk.previewShows("182 đảng viên mới");
      shot(page, "soan-bai");

      desk.at("#mo-dau").fill("Hơn tám tháng, cả huyện kết nạp 182 đảng viên.");
      desk.save();
      desk.type("\nNăm sau, huyện giao chỉ tiêu sớm hơn một tháng.\n");
      desk.save();
      desk.at("#mo-lich-su").click();
      desk.dialog().locator(".chon-ban").last().click();
      assertThat(desk.at("#ban-cu")).isVisible();
      shot(page, "lich-su");
      page.keyboard().press("Escape");

      desk.open("bai-viet/2024/bai-co-loi.md");
      assertThat(desk.at("#vd-locality")).isVisible();
      desk.at("#tom-tat").click();
      shot(page, "loi");
    }
  }

  private void shot(Page page, String name) throws IOException {
    page.waitForTimeout(700);
    FewColours.write(page.screenshot(), folder.resolve(name + ".png"));
  }
}
