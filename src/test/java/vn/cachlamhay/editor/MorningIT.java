package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A morning's work of somebody who knows Word: from nothing to a best practice on the site. */
class MorningIT extends InEditor {

  private static final String TITLE = "Nà Loong: mỗi buổi sinh hoạt bàn một việc";
  private static final String LEAD =
      "Từ khi mỗi buổi sinh hoạt chỉ bàn một việc, chi bộ thôn Nà Loong họp ngắn hơn mà làm được nhiều hơn.";
  private static final Path FIXTURES = Path.of("src/test/resources/richtext");

  private Desk desk;

  @Test
  void newBestPracticeFromNothingToPublished() throws IOException {
    // pictures that have just come are shown after the bake
    try (Desk own = desk().expect(404)) {
      desk = own;
      makesTheArticle();
      String path = desk.path();
      assertThat(path).matches("bai-viet/20\\d\\d/na-loong-moi-buoi-sinh-hoat-ban-mot-viec\\.md");
      writesTheLead();
      picksTags();
      putsTheSectionsIn();
      String url = desk.page().url();
      typesAndMendsALink();
      pastesFromWord();
      writesTheResults();
      choosesThePicture();
      cannotPublishWithoutWordsForThePicture(path);
      attachesAFile();
      savesADraft(path);
      publishes(path);
      assertThat(desk.page().url()).isEqualTo(url);
      looksAtTheSite(path);
    }
  }

  private void makesTheArticle() {
    desk.list();
    desk.at("#bai-moi").click();
    assertThat(desk.at("#moi-tieu-de")).isFocused();
    desk.answer("Viết bài");
    assertThat(desk.dialog()).containsText("Hãy ghi tiêu đề.");
    desk.at("#moi-tieu-de").fill(TITLE);
    assertThat(desk.at("#moi-loai").getByLabel("Cách làm hay")).isChecked();
    // a district that has been none since 1 July 2025, typed as on a plain keyboard
    desk.at("#moi-dia-phuong").pressSequentially("huyen dinh lap");
    Locator option = desk.dialog().locator("[role=option]").first();
    assertThat(option).containsText("huyện Đình Lập");
    assertThat(option).containsText("Từ 1/7/2025");
    desk.page().keyboard().press("ArrowDown");
    desk.page().keyboard().press("Enter");
    assertThat(desk.dialog().locator(".the")).hasText(Pattern.compile("Đình Lập"));
    desk.at("#moi-chu-de").getByLabel("Sinh hoạt chi bộ").check();
    desk.answer("Viết bài");
    assertThat(desk.at("#ten-bai")).hasText(TITLE);
    assertThat(desk.at("#trang-thai-luu")).hasText("Chưa sửa gì");
    assertThat(desk.at("#loai")).hasValue("practice");
    assertThat(desk.at("#chu-de").getByLabel("Sinh hoạt chi bộ")).isChecked();
    assertThat(desk.at("#trang-thai").getByLabel("Bản nháp")).isChecked();
  }

  private void writesTheLead() {
    desk.at("#mo-dau").fill(LEAD);
    desk.unsaved();
    desk.previewShows(LEAD);
    assertThat(desk.preview().locator("h1")).hasText(TITLE);
  }

  private void picksTags() {
    Locator box = desk.at("[data-khoa=tags]");
    Locator input = desk.at("#the");
    input.pressSequentially("sinh hoạt chuyên đề");
    input.press("Enter");
    // the site has "chỉ tiêu"
    input.pressSequentially("Chi Tieu");
    input.press("Enter");
    assertThat(box.locator(".gan-giong")).containsText("Đã có “chỉ tiêu”");
    desk.button("Dùng “chỉ tiêu”").click();
    assertThat(box.locator(".gan-giong")).isEmpty();
    assertThat(box.locator(".the")).hasText(new String[] {"sinh hoạt chuyên đề", "chỉ tiêu"});
  }

  /** The editor offers them; here somebody has thrown them away and wants them again. */
  private void putsTheSectionsIn() {
    assertThat(desk.at("#cac-muc")).containsText("đã đủ");
    desk.at("#than-bai-go").focus();
    desk.page().keyboard().press("Control+A");
    desk.page().keyboard().press("Delete");
    assertThat(desk.at("#cac-muc")).containsText("còn 5 mục");
    desk.at("#cac-muc summary").click();
    // in any order
    for (String heading :
        List.of("Kết quả", "Bài học", "Bối cảnh", "Điều kiện áp dụng", "Cách làm")) {
      desk.button("Thêm mục này: " + heading).click();
    }
    assertThat(desk.at("#cac-muc")).containsText("đã đủ");
    assertThat(desk.body().lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## Bối cảnh", "## Cách làm", "## Kết quả", "## Bài học", "## Điều kiện áp dụng");
  }

  private void typesAndMendsALink() {
    toSection("Bối cảnh");
    Page page = desk.page();
    page.keyboard().type("Chi bộ thôn Nà Loong có 14 đảng viên, xem [bài trước](khong-co.md");
    page.keyboard().type(")");
    Locator problem = desk.at("#vd-than-bai li");
    assertThat(problem).containsText("khong-co.md");
    assertThat(desk.at(".CodeMirror .vach")).isVisible();
    assertThat(desk.at("#tom-tat")).isVisible();
    for (int i = 0; i < "[bài trước](khong-co.md)".length(); i++) {
      page.keyboard().press("Backspace");
    }
    assertThat(problem).hasCount(0);
    assertThat(desk.at(".CodeMirror .vach")).hasCount(0);
    // the dialog finds the article instead
    page.keyboard().press("Control+K");
    desk.at("#tim-bai").pressSequentially("hai xa chung mot lop");
    desk.dialog().locator("[role=option]").first().click();
    desk.at("#chu-lien-ket").fill("bài trước");
    desk.answer("Chèn liên kết");
    assertThat(desk.preview().getByText("bài trước"))
        .hasAttribute("href", Pattern.compile(".*lop-hoc-theo-cum-o-long-dong\\.html"));
    page.keyboard().type(" về cách tổ chức lớp.");
    desk.previewShows("xem bài trước về cách tổ chức lớp.");
    assertThat(problem).hasCount(0);
  }

  private void pastesFromWord() throws IOException {
    toSection("Cách làm");
    desk.paste(fixture("word-anh.html"), fixture("word-anh.rtf"));
    assertThat(desk.at("#bao-bai")).containsText("Đã lưu 2 ảnh cạnh bài");
    desk.button("Đã rõ").click();
    assertThat(desk.at("#bao-bai")).isEmpty();
    assertThat(desk.body("![Hội nghị ở nhà văn hóa thôn Đông](", "Hình 1: Hội nghị “mở” đầu năm."))
        .contains("![Hội nghị ở nhà văn hóa thôn Đông](", "Hình 1: Hội nghị “mở” đầu năm.")
        .doesNotContain("Mso", "style=", "file:///", "▣");
    desk.previewShows("Hình 1: Hội nghị “mở” đầu năm.");
    assertThat(desk.preview().getByAltText("Hội nghị ở nhà văn hóa thôn Đông"))
        .hasJSProperty("complete", true);
    describeSecondPicture();
    desk.paste(fixture("libreoffice-bang-tam.html"), "");
    assertThat(desk.preview().locator("main table")).isVisible();
  }

  /** Word knew no words for it, and pictures without words are complained about. */
  private void describeSecondPicture() {
    desk.page()
        .evaluate(
            """
            () => {
              const editor = document.querySelector('.CodeMirror').CodeMirror;
              const line = editor.getValue().split('\\n').findIndex(each => each.startsWith('![]('));
              editor.setCursor(line, 2);
              editor.focus();
            }""");
    desk.page().keyboard().type("Sổ tay ghi việc của chi bộ");
    desk.page().keyboard().press("End");
    desk.page().keyboard().type("\n\n");
  }

  private void writesTheResults() {
    toSection("Kết quả");
    desk.at("#bang-ket-qua").click();
    List<List<String>> rows =
        List.of(
            List.of("Chỉ tiêu", "Đơn vị", "Giao", "Đạt", "Năm"),
            List.of("Buổi họp quá hai giờ", "buổi", "0", "1", "2026"),
            List.of("Việc làm xong đúng hẹn | tháng", "việc", "10", "11", "2026"));
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < 5; column++) {
        desk.dialog()
            .locator("tr:nth-child(" + (row + 1) + ") td:nth-child(" + (column + 1) + ") input")
            .fill(rows.get(row).get(column));
      }
    }
    desk.answer("Chèn bảng");
    assertThat(desk.body("Việc làm xong đúng hẹn"))
        .contains(
            """
            | Chỉ tiêu | Đơn vị | Giao | Đạt | Năm |
            |---|---|--:|--:|--:|
            | Buổi họp quá hai giờ | buổi | 0 | 1 | 2026 |
            | Việc làm xong đúng hẹn \\| tháng | việc | 10 | 11 | 2026 |
            """);
    assertThat(
            desk.preview()
                .locator("td")
                .filter(new Locator.FilterOptions().setHasText("Việc làm xong đúng hẹn | tháng")))
        .isVisible();
  }

  private void choosesThePicture() {
    FileChooser chooser = desk.page().waitForFileChooser(() -> desk.at("#chon-anh").click());
    chooser.setFiles(new FilePayload("Ảnh hội nghị.PNG", "image/png", png()));
    assertThat(desk.at("#anh")).hasValue(Pattern.compile(".*\\.png"));
    assertThat(desk.at("#anh-nho")).isVisible();
    assertThat(desk.at("#loi-ta")).isFocused();
    assertThat(desk.at("#can-loi-ta")).isVisible();
  }

  private void cannotPublishWithoutWordsForThePicture(String path) {
    assertThat(desk.at("#vd-alt")).containsText("ảnh đầu bài chưa có lời tả");
    assertThat(desk.at("#loi-ta")).hasAttribute("aria-invalid", "true");
    desk.at("#dang").click();
    assertThat(desk.dialog()).containsText("Chưa đăng được");
    assertThat(desk.dialog()).containsText("ảnh đầu bài chưa có lời tả");
    desk.dialog()
        .locator("li", new Locator.LocatorOptions().setHasText("lời tả"))
        .getByText("Đến chỗ này")
        .click();
    assertThat(desk.at("#loi-ta")).isFocused();
    assertThat(read(path)).contains("status: draft").doesNotContain("image:");
    desk.at("#loi-ta").fill("Đảng viên thôn Nà Loong họp quanh bếp lửa");
    desk.at("#chu-thich").fill("Buổi sinh hoạt tháng 5. Ảnh: Chi bộ Nà Loong.");
    assertThat(desk.at("#vd-alt")).isEmpty();
    assertThat(desk.at("#loi-ta")).hasAttribute("aria-invalid", "false");
    assertThat(desk.preview().getByAltText("Đảng viên thôn Nà Loong họp quanh bếp lửa"))
        .isVisible();
  }

  private void attachesAFile() {
    FileChooser chooser = desk.page().waitForFileChooser(() -> desk.at("#them-tep").click());
    chooser.setFiles(
        new FilePayload(
            "Số liệu Nà Loong.csv",
            "text/csv",
            "thang,viec\n5,11\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(desk.at("#dinh-kem li")).hasText(Pattern.compile("so-lieu-na-loong\\.csv"));
    assertThat(desk.preview().locator("a[href$='so-lieu-na-loong.csv']")).isVisible();
    desk.at("#tac-gia").fill("Ban biên tập");
    desk.at("#tac-gia").press("Enter");
    desk.at("#nguon").fill("Chi bộ thôn Nà Loong");
  }

  private void savesADraft(String path) {
    desk.page().keyboard().press("Control+S");
    desk.saved();
    assertThat(desk.page().title()).isEqualTo(TITLE + " – Biên tập");
    assertThat(read(path)).contains("status: draft").contains(LEAD);
  }

  private void publishes(String path) {
    assertThat(desk.at("#vd-chung li, .van-de .vd-error")).hasCount(0);
    desk.at("#dang").click();
    assertThat(desk.at("#thong-bao")).hasText("Đã đăng bài");
    desk.saved();
    String text = read(path);
    String head = text.substring(0, text.indexOf("\n---", 4));
    assertThat(head.lines().map(line -> line.replaceAll("[\"']", "")))
        .contains(
            "title: " + TITLE,
            "type: practice",
            "status: published",
            "summary: " + LEAD,
            "locality: Lạng Sơn/huyện Đình Lập",
            "topic: Sinh hoạt chi bộ",
            "tags: [sinh hoạt chuyên đề, chỉ tiêu]",
            "author: Ban biên tập",
            "source: Chi bộ thôn Nà Loong",
            "alt: Đảng viên thôn Nà Loong họp quanh bếp lửa",
            "caption: Buổi sinh hoạt tháng 5. Ảnh: Chi bộ Nà Loong.")
        .anyMatch(line -> line.matches("date: 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
    assertThat(text).endsWith("\n").contains(desk.body().strip());
    Path folder = file(path).getParent();
    assertThat(value(head, "image")).satisfies(image -> isPng(folder.resolve(image)));
    assertThat(folder.resolve(value(head, "attachments"))).hasContent("thang,viec\n5,11\n");
  }

  /** What readers will have: the page, the home page, the search. */
  private void looksAtTheSite(String path) {
    String uri = path.replace(".md", ".html");
    desk.site(uri);
    assertThat(desk.at("h1")).hasText(TITLE);
    assertThat(desk.at("main")).containsText("Buổi họp quá hai giờ");
    assertThat(desk.at("main")).containsText("Hình 1: Hội nghị “mở” đầu năm.");
    desk.site("");
    assertThat(desk.at("main").getByText(TITLE).first()).isVisible();
    desk.site("tim-kiem/index.html");
    desk.at("#q").fill("na loong bep lua");
    desk.at("#q").fill("na loong moi buoi sinh hoat");
    assertThat(desk.at("#ket-qua li a").first()).containsText(TITLE);
  }

  private void toSection(String heading) {
    Locator item = desk.at("#cac-muc li").filter(new Locator.FilterOptions().setHasText(heading));
    item.first().getByText("Đến mục này").click();
    desk.settle();
    desk.page().keyboard().press("End");
    desk.page().keyboard().type("\n\n");
  }

  private static String value(String head, String key) {
    return head.lines()
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 2).replaceAll("[\\[\\]\"]", ""))
        .findFirst()
        .orElseThrow();
  }

  private static String fixture(String name) throws IOException {
    return Files.readString(FIXTURES.resolve(name));
  }

  private static void isPng(Path file) {
    try {
      BufferedImage picture = ImageIO.read(file.toFile());
      assertThat(picture.getWidth()).isEqualTo(1600);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png() {
    var picture = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
    picture.createGraphics().setPaint(Color.ORANGE);
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
