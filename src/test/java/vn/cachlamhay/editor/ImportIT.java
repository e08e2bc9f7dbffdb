package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.site.AccessibilityIT;

/** Somebody who knows Word brings in what she has. */
class ImportIT extends InEditor {

  /** A file goes onto the list; its draft opens with the report beside it. */
  @Test
  void aDroppedFileIsOpenedWithItsReport() {
    try (Desk desk = desk()) {
      desk.list();
      drop(desk, "#ds-bai", Map.of("Nuôi cá lồng.txt", text("Nuôi cá lồng ở Na Hang", "cá lăng")));
      desk.opened();
      assertThat(desk.at("#ten-bai")).hasText("Nuôi cá lồng ở Na Hang");
      assertThat(desk.dialog()).hasCount(0);
      assertThat(desk.body("cá lăng")).contains("cá lăng");
      assertThat(desk.at("#bao-nhap")).isVisible();
      assertThat(desk.at("#bao-nhap")).containsText("Nuôi cá lồng.txt");
      assertThat(desk.at(".bao-muc").first()).containsText("Tiêu đề");
      fits(desk, "bao", 1440, 1280, 768, 360);

      // put away once, it stays away until it is wanted
      desk.at("#dong-bao-nhap").click();
      assertThat(desk.at("#bao-nhap")).isHidden();
      assertThat(desk.at("#mo-bao-nhap")).isFocused();
      desk.previewShows("cá lăng");
      desk.open(desk.path());
      assertThat(desk.at("#mo-bao-nhap")).isVisible();
      assertThat(desk.at("#bao-nhap")).isHidden();
      desk.at("#mo-bao-nhap").press("Enter");
      assertThat(desk.at("#dong-bao-nhap")).isFocused();
      var download = desk.page().waitForDownload(() -> desk.at("#tai-goc").click());
      assertThat(download.suggestedFilename()).isEqualTo("nuoi-ca-long.txt");

      // what was written here has none
      desk.open(FULL);
      desk.previewShows("Bối cảnh");
      assertThat(desk.at("#mo-bao-nhap")).isHidden();
    }
  }

  /** A report as a page of an old portal has one, whatever the recogniser of today makes of it. */
  @Test
  void whatTheReportOffersGoesIntoTheForm() {
    String path = "bai-viet/2021/bao-lam.md";
    write(
        path,
        plain("Bảo Lâm trồng cỏ", "Đoạn đầu.")
            .replace("published", "draft")
            .replaceFirst("topic: .*", "topic:"));
    write(".nguon/bai-viet/2021/bao-lam/bao-lam.txt", "Bảo Lâm trồng cỏ");
    write(".nguon/bai-viet/2021/bao-lam/nhap.json", REPORT.formatted(path));
    try (Desk desk = desk()) {
      desk.open(path);
      assertThat(desk.at("#bao-nhap")).isVisible();
      // the author and the date stand in the form already
      assertThat(desk.at("#bao-thieu")).hasText("Còn phải điền: Chủ đề");
      assertThat(desk.at("#bao-nhap a[href*='co-voi.md']")).isVisible();
      look(desk, "bao-day", 1280, 360);
      use(desk, "Dùng “19/06/2021” cho Ngày");
      assertThat(desk.at("#ngay")).hasValue("19/06/2021");
      use(desk, "Dùng “Lò Thị May” cho Tác giả");
      assertThat(desk.at("[data-khoa=author] .cac-the")).containsText("Ban biên tập");
      assertThat(desk.at("[data-khoa=author] .cac-the")).containsText("Lò Thị May");
      use(desk, "Dùng “Vùng dân tộc thiểu số” cho Chủ đề");
      Locator topic = desk.at("#chu-de label").getByText("Vùng dân tộc thiểu số");
      assertThat(topic.locator("input")).isChecked();
      assertThat(desk.at("#bao-thieu")).isHidden();
      desk.at("#than-bai-go").focus();
      desk.page().keyboard().press("Control+End");
      use(desk, "Đưa vào bài: Tin liên quan: mùa cỏ mới");
      assertThat(desk.body("Đoạn đầu."))
          .contains("Đoạn đầu.")
          .contains("Tin liên quan: mùa cỏ mới");
      desk.at("#bao-sua summary").click();
      assertThat(desk.at("#bao-sua del")).hasText("hai  mươi hộ");
      desk.save();
      assertThat(read(path)).contains("2021-06-19", "Lò Thị May", "Vùng dân tộc thiểu số");
    }
  }

  private static void use(Desk desk, String name) {
    Locator button = desk.button(name);
    assertThat(button).isVisible();
    button.click();
    assertThat(desk.page().locator(".bao-xong:focus")).isVisible();
  }

  /** Good ones, a broken one, one twice: each has its line, and nothing is lost. */
  @Test
  void manyFilesAreTakenOneAfterTheOther() {
    try (Desk desk = desk()) {
      desk.list();
      desk.at("#nhap-bai").press("Enter");
      assertThat(desk.at("#nhap-chon")).isFocused();
      String twice = text("Bếp ăn chung ở Mường Lay", "nồi cơm");
      desk.page()
          .waitForFileChooser(() -> desk.at("#nhap-chon").press("Enter"))
          .setFiles(
              new FilePayload[] {
                payload("một.txt", twice),
                payload("hai.html", text("Sân bóng của bản Nà Sự", "khung thành")),
                payload("trống.txt", "  \n"),
                payload("Bài một (bản sao).txt", twice),
                payload("bảng.xlsx", "PK"),
              });
      Locator rows = desk.at("#nhap-ket-qua li");
      assertThat(rows).hasCount(5);
      assertThat(rows.nth(0)).containsText("Bản nháp: Bếp ăn chung ở Mường Lay");
      assertThat(rows.nth(1)).containsText("Bản nháp: ");
      assertThat(rows.nth(2)).containsText("Chưa nhận được: tệp không có chữ nào");
      assertThat(rows.nth(3)).containsText("Đã có trong trang: Bếp ăn chung ở Mường Lay");
      assertThat(rows.nth(4)).containsText("Chưa nhận được");
      assertThat(desk.at(".nhap [role=status]"))
          .hasText("Đã nhập xong: 2 bản nháp mới, 1 bài đã có, 2 tệp chưa nhận được");
      assertThat(desk.at("#nhap-dung")).isHidden();
      look(desk, "hop", 1440, 768, 360);

      // closing and coming back loses nothing
      desk.page().keyboard().press("Escape");
      assertThat(desk.dialog()).hasCount(0);
      assertThat(desk.at("#ds-than")).containsText("Bếp ăn chung ở Mường Lay");
      desk.at("#nhap-bai").click();
      assertThat(rows).hasCount(5);
      rows.nth(3).getByText("Bếp ăn chung").click();
      desk.opened();
      assertThat(desk.at("#ten-bai")).hasText("Bếp ăn chung ở Mường Lay");
      assertThat(desk.dialog()).hasCount(0);
    }
  }

  /** The one at work is finished, the others wait until they are wanted after all. */
  @Test
  void stopsAfterTheOneAtWorkAndGoesOn() {
    try (Desk desk = desk()) {
      desk.list();
      desk.page()
          .route(
              "**/api/import?**",
              route -> {
                desk.at("#nhap-dung").press("Enter");
                route.resume();
              });
      desk.at("#nhap-bai").click();
      drop(
          desk,
          ".nhap-tha",
          Map.of(
              "a.txt", text("Giếng nước bản Pu Ca", "gàu tre"),
              "b.txt", text("Cầu treo bản Huổi Lóng", "dây cáp")));
      assertThat(desk.at("#nhap-tien")).hasText("1/2 · đã dừng, còn 1 tệp chưa nhập");
      assertThat(desk.at("#nhap-ket-qua li").nth(1)).containsText("đợi");
      assertThat(desk.at("#nhap-tiep")).isFocused();
      desk.page().unroute("**/api/import?**");
      desk.at("#nhap-tiep").press("Enter");
      assertThat(desk.at("#nhap-ket-qua .nhap-made")).hasCount(2);
    }
  }

  @Test
  void whatIsNoAddressIsTold() {
    try (Desk desk = desk().expect(422)) {
      desk.list();
      desk.at("#nhap-bai").click();
      desk.at("#nhap-dia-chi").fill("langson.vn/tin");
      desk.at("#nhap-dia-chi").press("Enter");
      assertThat(desk.at("#nhap-ket-qua li")).containsText("Đây không phải là địa chỉ");
      assertThat(desk.at("#nhap-dia-chi")).isFocused();
    }
  }

  /** Lets files fall as from the computer's own windows. */
  private static void drop(Desk desk, String place, Map<String, String> files) {
    desk.page()
        .evaluate(
            """
            ([place, files]) => {
              const data = new DataTransfer();
              for (const [name, text] of Object.entries(files).sort()) {
                data.items.add(new File([text], name));
              }
              for (const kind of ['dragenter', 'dragover', 'drop']) {
                document.querySelector(place).dispatchEvent(
                  new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
              }
            }""",
            List.of(place, files));
  }

  private static FilePayload payload(String name, String text) {
    return new FilePayload(name, "", text.getBytes(UTF_8));
  }

  private static void fits(Desk desk, String name, int... widths) {
    Page page = desk.page();
    for (int width : widths) {
      page.setViewportSize(width, 900);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as("%s at %d", name, width)
          .isLessThanOrEqualTo(width);
    }
    page.setViewportSize(1280, 900);
  }

  /** Everything fits, and axe finds nothing in either colours. */
  private static void look(Desk desk, String name, int... widths) {
    fits(desk, name, widths);
    Page page = desk.page();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      var results =
          scheme == ColorScheme.LIGHT
              ? AccessibilityIT.look(page, false)
              : AccessibilityIT.colours(page, false);
      assertThat(results.getViolations())
          .as("%s, %s", name, scheme)
          .flatExtracting(Rule::getNodes)
          .extracting(node -> node.getHtml() + " " + node.getFailureSummary())
          .isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** Enough words, so that no two of them are alike. */
  private static String text(String title, String about) {
    return """
    %1$s

    Đầu năm, bà con bàn nhau làm %2$s theo cách của mình. Người có công góp công, người có của góp của, và %2$s dần thành nếp.

    Đến cuối năm, %2$s đã giúp hai mươi hộ trong thôn. Ai cũng nói rằng %2$s bắt đầu từ một buổi họp chi bộ.
    """
        .formatted(title, about);
  }

  private static final String REPORT =
      """
      {
        "source": "http://baolam.example.vn/tin/trong-co.html",
        "original": "bao-lam.txt",
        "digest": "",
        "address": "http://baolam.example.vn/tin/trong-co.html",
        "article": "%s",
        "print": "",
        "fields": [
          { "field": "TITLE", "value": "Bảo Lâm trồng cỏ", "certainty": "SURE", "where": "HEADING", "quote": "Bảo Lâm trồng cỏ" },
          { "field": "DATE", "value": "2021-06-19", "certainty": "GUESS", "where": "ABOVE_TEXT", "quote": "Thứ bảy, 19/06/2021" },
          { "field": "AUTHOR", "value": "Lò Thị May", "certainty": "GUESS", "where": "BELOW_TEXT", "quote": "LÒ THỊ MAY" },
          { "field": "LOCALITY", "value": "Cao Bằng/Bảo Lâm", "certainty": "LIKELY", "where": "TEXT", "quote": "huyện Bảo Lâm, tỉnh Cao Bằng" },
          { "field": "TOPIC", "value": "Vùng dân tộc thiểu số", "certainty": "GUESS", "where": "TEXT", "quote": "đồng bào Mông, Dao" }
        ],
        "changes": [ { "kind": "SPACE", "before": "hai  mươi hộ", "after": "hai mươi hộ" } ],
        "dropped": [ "Trang chủ | Liên hệ", "Tin liên quan: mùa cỏ mới" ],
        "figures": [
          { "indicator": "hộ trồng cỏ", "value": "20", "unit": "hộ", "share": "45%%", "sentence": "Đến cuối năm, 20 hộ (45%%) trồng cỏ." }
        ],
        "notices": [ { "code": "NHAP_GAN_GIONG", "args": ["bai-viet/2020/co-voi.md"] } ]
      }
      """;
}
