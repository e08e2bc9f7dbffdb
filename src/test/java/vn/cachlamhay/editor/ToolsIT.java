package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each tool of the editor does to a text. */
class ToolsIT extends InEditor {

  private static final String PATH = "bai-viet/2019/thu-cong-cu.md";

  @Override
  void prepare() throws IOException {
    write("bai-viet/2019/co-loi.md", plain("Bài có lỗi", "Xem [bài](khong-co.md)."));
    write(
        "bai-viet/2019/cho-duyet.md",
        plain("Bài chờ duyệt", "Chữ.").replace("status: published", "status: review"));
    write(
        "bai-viet/2019/nhap.md",
        plain("Bài nháp", "Chữ.").replace("status: published", "status: draft"));
    fresh();
  }

  @BeforeEach
  void fresh() {
    write(PATH, plain("Thử công cụ", "Một câu."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ct-muc; '## Một câu.'",
        "ct-muc-con; '### Một câu.'",
        "ct-dam; '**Một câu.**'",
        "ct-nghieng; '*Một câu.*'",
        "ct-gach; '- Một câu.'",
        "ct-so; '1. Một câu.'",
        "ct-trich; '> Một câu.'",
      })
  void marksTheSelectedLine(String tool, String expected) {
    try (Desk desk = desk()) {
      select(desk);
      desk.at("#" + tool).click();
      assertThat(desk.body().lines()).endsWith(expected);
      desk.at("#ct-hoan-tac").click();
      assertThat(desk.body().lines()).endsWith("Một câu.");
    }
  }

  /** Also that of an article written long ago; one that is not there is not shown as broken. */
  @Test
  void theSmallPictureIsTheOneThatTheArticleNames() {
    try (Desk desk = desk()) {
      Page page = desk.open("bai-viet/2018/phat-trien-dang-vien-o-bac-son.md");
      assertThat(desk.at("#anh-nho")).isVisible();
      assertThat(desk.at("#anh-nho"))
          .hasAttribute("src", "/bai-viet/2018/anh/bac-son-dang-vien-moi.svg");
      assertThat((int) desk.at("#anh-nho").evaluate("it => it.naturalWidth")).isPositive();
      desk.at("#anh").fill("anh/khong-co.svg");
      assertThat(page.locator("#vd-image")).containsText("khong-co.svg");
      assertThat(desk.at("#anh-nho")).isHidden();
      desk.at("#anh").fill("anh/bac-son-bon-buoc.svg");
      assertThat(desk.at("#anh-nho"))
          .hasAttribute("src", "/bai-viet/2018/anh/bac-son-bon-buoc.svg");
      assertThat(desk.at("#anh-nho")).isVisible();
      desk.at("#bo-anh").click();
      assertThat(desk.at("#anh-nho")).isHidden();
    }
  }

  @Test
  void linksToAnotherArticleByItsTitleAndToTheWeb() {
    try (Desk desk = desk()) {
      select(desk);
      desk.at("#ct-lien-bai").click();
      desk.at("#tim-bai").pressSequentially("hai xa chung mot lop");
      desk.dialog().getByRole(AriaRole.OPTION).first().click();
      desk.answer("Chèn liên kết");
      assertThat(desk.body("[Một câu.](/bai-viet/2018/lop-hoc-theo-cum-o-long-dong.md)"))
          .contains("[Một câu.](/bai-viet/2018/lop-hoc-theo-cum-o-long-dong.md)");
      desk.type(" Xem ");
      desk.at("#ct-lien-ket").click();
      desk.at("#dia-chi").fill("javascript:alert(1)");
      desk.answer("Chèn liên kết");
      assertThat(desk.dialog()).containsText("Địa chỉ phải bắt đầu bằng https://");
      desk.at("#dia-chi").fill("https://www.example.vn/tin.html");
      desk.at("#chu-lien-ket").fill("trang này");
      desk.answer("Chèn liên kết");
      assertThat(desk.body("[trang này](https://www.example.vn/tin.html)"))
          .contains("[trang này](https://www.example.vn/tin.html)");
    }
  }

  @Test
  void aFootnoteHasItsNumberHereAndItsTextBelow() {
    try (Desk desk = desk()) {
      desk.open(PATH);
      desk.type("");
      desk.at("#ct-chu-thich").click();
      desk.page().keyboard().type("Theo báo cáo của xã.");
      assertThat(desk.body("[^1]")).contains("[^1]").endsWith("[^1]: Theo báo cáo của xã.");
      desk.previewShows("Theo báo cáo của xã.");
    }
  }

  @Test
  void filesAreDraggedInWhereTheyAreDropped() throws IOException {
    // the page beside the text asks for the picture before the bake that brings it
    try (Desk desk = desk().expect(404)) {
      desk.open(PATH);
      drop(desk, "#o-than-bai", "so do.png", "image/png", png());
      desk.at("#ta-anh").fill("Sơ đồ bốn bước");
      desk.answer("Chèn ảnh");
      assertThat(desk.body("![Sơ đồ bốn bước](anh/so-do.png)"))
          .contains("![Sơ đồ bốn bước](anh/so-do.png)");
      drop(desk, "#phan-tep", "Kế hoạch.csv", "text/csv", "Năm,Số\n".getBytes("UTF-8"));
      assertThat(desk.at("[data-khoa=attachments]")).containsText("ke-hoach.csv");
      desk.save();
      assertThat(read(PATH)).contains("attachments: ke-hoach.csv");
      assertThat(file("bai-viet/2019/anh/so-do.png")).exists();
    }
  }

  @Test
  void thePageIsShownAsOnAPhoneAndAsOnADesk() {
    try (Desk desk = desk()) {
      desk.open(PATH);
      desk.previewShows("Một câu.");
      assertThat(widthOfThePage(desk)).isEqualTo(1280);
      desk.at("#rong-dien-thoai").click();
      assertThat(widthOfThePage(desk)).isEqualTo(360);
      desk.at("#rong-may-tinh").click();
      assertThat(widthOfThePage(desk)).isEqualTo(1280);
    }
  }

  @ParameterizedTest
  @CsvSource({"draft", "review", "published", "published-date"})
  void eachStatusIsWritten(String status) {
    try (Desk desk = desk()) {
      desk.open(PATH);
      desk.at("#trang-thai [value=draft]").check();
      desk.at("#trang-thai [value=" + status + "]").check();
      desk.at("#noi-bat").check();
      desk.save();
      assertThat(read(PATH)).contains("status: " + status + "\n", "featured: true");
    }
  }

  @Test
  void whatNeedsWorkComesFirst() {
    try (Desk desk = desk()) {
      desk.list();
      List<String> titles = desk.at("#ds-than a").allInnerTexts();
      assertThat(titles.subList(0, 3)).containsExactly("Bài có lỗi", "Bài chờ duyệt", "Bài nháp");
    }
  }

  /** The one line of the text, selected. */
  private static void select(Desk desk) {
    desk.open(PATH);
    desk.type("");
    desk.page().keyboard().press("ArrowUp");
    desk.page().keyboard().press("End");
    desk.page().keyboard().press("Shift+Home");
  }

  private static int widthOfThePage(Desk desk) {
    return ((Number)
            desk.preview().locator("html").evaluate("e => e.ownerDocument.defaultView.innerWidth"))
        .intValue();
  }

  /** Lets files fall, as from a folder of the computer. */
  private static void drop(Desk desk, String place, String name, String type, byte[] bytes) {
    Page page = desk.page();
    page.locator(place)
        .evaluate(
            """
            (place, [name, type, base64]) => {
              const bytes = Uint8Array.from(atob(base64), each => each.charCodeAt(0));
              const files = new DataTransfer();
              files.items.add(new File([bytes], name, { type }));
              const { left, top } = place.getBoundingClientRect();
              for (const kind of ['dragenter', 'dragover', 'drop']) {
                place.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true,
                  cancelable: true, clientX: left + 40, clientY: top + 60 }));
              }
            }""",
            List.of(name, type, Base64.getEncoder().encodeToString(bytes)));
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
