package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of best practices in a browser: links to steps, width, paper. */
final class PracticeIT extends InBrowser {

  private static final String WIDER = "document.documentElement.scrollWidth - window.innerWidth";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018/phat-trien-dang-vien-o-bac-son",
        "2018/bac-binh-mo-rong-nguon-o-khu-dan-cu",
        "2019/dinh-lap-chon-diem-de-cung-co",
        "2024/thanh-pho-bac-ninh-ra-soat-nguon",
        "2011/lang-cheu-ban-nao-cung-co-dang-vien"
      })
  void isReadOnAPhoneAndItsSheetFitsOnePage(String name) throws IOException {
    String uri = "bai-viet/" + name + ".html";
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(uri);
      page.setViewportSize(360, 800);
      assertThat(page.evaluate(WIDER)).as("sideways").isEqualTo(0);
      AccessibilityIT.assertAccessible(page);

      page.locator(".contents summary").click();
      page.locator(".contents a[href='#buoc-2']").click();
      page.waitForFunction("document.querySelector(':target')?.id === 'buoc-2'");
      assertThat(page.locator(":target").evaluate("it => it.closest('.steps') !== null"))
          .isEqualTo(true);

      page.locator(".practice-ways a[href$='to-tom-tat.html']").click();
      page.waitForURL("**/to-tom-tat.html");
      assertThat(page.evaluate(WIDER)).as("sideways").isEqualTo(0);
      assertThat(page.locator("meta[name=robots]").getAttribute("content")).isEqualTo("noindex");
      AccessibilityIT.assertAccessible(page);
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
        assertThat(new PDFTextStripper().getText(document))
            .contains("Cách làm", "Bài học", "Bài đầy đủ")
            .doesNotContain("Đọc cả bài", "Cơ quan chủ quản");
      }
    }
  }
}
