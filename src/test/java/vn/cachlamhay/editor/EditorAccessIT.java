package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.site.AccessibilityIT;

/** The editor for everybody: axe finds nothing, the keyboard reaches everything. */
class EditorAccessIT extends InEditor {

  private static final String WRONG = "bai-viet/2019/sai.md";

  private static final List<Integer> WIDTHS = List.of(1280, 768);

  private final TreeSet<String> found = new TreeSet<>();
  private int looks;

  @Override
  void prepare() throws IOException {
    write(
        WRONG, plain("Bài sai", "Xem [bài này](khong-co.md).").replace("2019-05-06", "2019-02-30"));
    write("bai-viet/2019/hong.md", "---\ntitle: \"Bài hỏng\ndate: 2019-05-06\n---\n\nChữ.\n");
  }

  @Test
  void axeFindsNothing() {
    try (Desk desk = desk().expect(404, 409, 422)) {
      desk.list();
      look(desk, "list");
      dialog(desk, "#bai-moi", "new article");
      desk.open(FULL);
      desk.previewShows("Bối cảnh");
      look(desk, "form");
      for (String tool :
          List.of("#ct-lien-bai", "#ct-lien-ket", "#ct-bang", "#ct-giup", "#mo-lich-su", "#xoa")) {
        dialog(desk, tool, tool);
      }
      desk.page()
          .waitForFileChooser(() -> desk.at("#ct-anh").click())
          .setFiles(new FilePayload("a.svg", "image/svg+xml", svg()));
      assertThat(desk.dialog()).isVisible();
      look(desk, "picture");
      leave(desk);
      desk.at("#the").pressSequentially("chi");
      assertThat(desk.at("[data-khoa=tags] [role=option]").first()).isVisible();
      look(desk, "suggestions");
      desk.page().keyboard().press("Escape");
      desk.at("#the").fill("Chi Tieu");
      desk.at("#the").press("Enter");
      assertThat(desk.at(".gan-giong").getByText("Đã có")).isVisible();
      desk.at("#phan-them summary").click();
      look(desk, "near-duplicate, all fields");

      write(FULL, read(FULL).replace("## Bài học", "## Các bài học"));
      assertThat(desk.at("#bao-bai")).containsText("vừa được sửa ở nơi khác");
      look(desk, "conflict");
      desk.button("So sánh hai bản").click();
      look(desk, "both versions");
      desk.answer("Gộp hai bản …");
      look(desk, "merge");
      leave(desk);
      desk.page().reload();
      assertThat(desk.at("[data-tin=khoi-phuc]")).isVisible();
      look(desk, "recovered");

      desk.open(WRONG);
      assertThat(desk.at("#vd-than-bai li")).isVisible();
      look(desk, "problems");
      desk.at("#dang").click();
      assertThat(desk.dialog()).containsText("Chưa đăng được");
      look(desk, "not published");
      leave(desk);
      desk.type("Sửa.");
      desk.save();
      desk.at("#mo-lich-su").click();
      desk.at(".chon-ban").last().click();
      assertThat(desk.at("#khoi-phuc-ban")).isVisible();
      look(desk, "history with a version");
      leave(desk);
      desk.at("#xoa").click();
      desk.answer("Xóa bài");
      desk.at("#mo-thung-rac").click();
      assertThat(desk.at("#ds-rac")).containsText("Bài sai");
      look(desk, "trash");
      desk.open("bai-viet/2019/hong.md");
      look(desk, "whole file");
    }
    System.out.printf("axe: %d looks at the editor, %d found%n", looks, found.size());
    assertThat(looks).isGreaterThan(60);
    assertThat(found).isEmpty();
  }

  /** Opens, looks, leaves by Escape; the focus is where it was. */
  private void dialog(Desk desk, String opener, String name) {
    desk.at(opener).focus();
    desk.at(opener).press("Enter");
    assertThat(desk.dialog()).isVisible();
    assertThat((Boolean) desk.page().evaluate("document.activeElement.closest('dialog') !== null"))
        .as("%s takes the focus", name)
        .isTrue();
    look(desk, name);
    leave(desk);
    String focus = "document.activeElement.closest('main') !== null";
    assertThat((Boolean) desk.page().evaluate(focus)).as("%s gives the focus back", name).isTrue();
  }

  private static void leave(Desk desk) {
    desk.page().keyboard().press("Escape");
    assertThat(desk.dialog()).hasCount(0);
  }

  private void look(Desk desk, String name) {
    Page page = desk.page();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
        found.add(name + " is wider than " + width);
      }
      // colours do not depend on the width
      for (ColorScheme scheme : ColorScheme.values()) {
        if (scheme == ColorScheme.LIGHT || scheme == ColorScheme.DARK && width == 1280) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          looks++;
          var results =
              scheme == ColorScheme.LIGHT
                  ? AccessibilityIT.look(page, false)
                  : AccessibilityIT.colours(page, false);
          for (Rule rule : results.getViolations()) {
            rule.getNodes()
                .forEach(
                    node ->
                        found.add(
                            "%s, %d, %s: %s: %s"
                                .formatted(name, width, scheme, rule.getId(), node.getHtml())));
          }
        }
      }
    }
    page.setViewportSize(1280, 900);
  }

  @Test
  void theKeyboardReachesEverything() {
    for (int width : WIDTHS) {
      try (Desk desk = desk()) {
        desk.open("bai-viet/2019/dinh-lap-chon-diem-de-cung-co.md");
        desk.page().setViewportSize(width, 900);
        desk.previewShows("Đình Lập");
        // one stop in a toolbar and in a group of radio buttons; hidden fields and help for files
        // none
        var wanted =
            new TreeSet<>(
                List.of(
                    "ve-danh-sach",
                    "mo-lich-su",
                    "xoa",
                    "luu",
                    "dang",
                    "tieu-de",
                    "mo-dau",
                    "ct-muc",
                    "than-bai-go",
                    "loai",
                    "dia-phuong",
                    "the",
                    "ngay",
                    "tac-gia",
                    "co-quan",
                    "nguon",
                    "anh",
                    "chon-anh",
                    "loi-ta",
                    "chu-thich",
                    "them-tep",
                    "noi-bat"));
        var stops = new ArrayList<String>();
        desk.at("#ve-danh-sach").focus();
        for (int i = 0; i < 120 && !stops.contains("khung"); i++) {
          stops.add(stop(desk));
          desk.page().keyboard().press("Tab");
        }
        assertThat(stops).containsAll(wanted);
        // in the order of the page
        List<String> order =
            Stream.of(
                    "luu",
                    "dang",
                    "tieu-de",
                    "mo-dau",
                    "ct-muc",
                    "than-bai-go",
                    "loai",
                    "the",
                    "anh",
                    "loi-ta",
                    "them-tep",
                    "noi-bat")
                .toList();
        assertThat(stops.stream().filter(order::contains).distinct())
            .containsExactlyElementsOf(order);
        // and what has the focus shows it
        desk.at("#luu").focus();
        desk.page().keyboard().press("Tab");
        desk.page().keyboard().press("Shift+Tab");
        assertThat((String) desk.at("#luu").evaluate("e => getComputedStyle(e).outlineStyle"))
            .isNotEqualTo("none");
      }
    }
  }

  private static String stop(Desk desk) {
    return (String)
        desk.page()
            .evaluate(
                "(e => e.tagName === 'IFRAME' ? 'khung' : e.id || e.tagName)(document.activeElement)");
  }

  /** From the list to a saved article without a mouse. */
  @Test
  void anArticleIsMadeWithoutAMouse() {
    try (Desk desk = desk()) {
      desk.list();
      Page page = desk.page();
      page.keyboard().press("Tab");
      tabTo(desk, "bai-moi");
      page.keyboard().press("Enter");
      assertThat(desk.at("#moi-tieu-de")).isFocused();
      page.keyboard().insertText("Bài viết bằng bàn phím");
      page.keyboard().press("Enter");
      assertThat(desk.at("#ten-bai")).hasText("Bài viết bằng bàn phím");
      desk.opened();
      tabTo(desk, "mo-dau");
      page.keyboard().insertText("Một câu mở đầu.");
      tabTo(desk, "ct-muc");
      page.keyboard().press("ArrowRight");
      assertThat(desk.at("#ct-muc-con")).isFocused();
      tabTo(desk, "than-bai-go");
      desk.settle();
      page.keyboard().press("Control+End");
      page.keyboard().insertText("Chữ cuối bài.");
      page.keyboard().press("Tab");
      assertThat(desk.at("#than-bai-go")).not().isFocused();
      page.keyboard().press("Control+S");
      desk.saved();
      assertThat(read(desk.path())).contains("Một câu mở đầu.", "Chữ cuối bài.");
    }
  }

  private static void tabTo(Desk desk, String id) {
    for (int i = 0; i < 60; i++) {
      if (stop(desk).equals(id)) {
        return;
      }
      desk.page().keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not lead to " + id);
  }

  private static byte[] svg() {
    try {
      return Files.readAllBytes(Path.of("content/bai-viet/2018/anh/bac-son-bon-buoc.svg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
