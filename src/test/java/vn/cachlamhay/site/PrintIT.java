package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What articles are on paper: the PDF that the browser makes, read again. */
final class PrintIT extends InBrowser {

  private static final float MILLIMETRE = 72 / 25.4f;
  private static final List<String> NOTHING_TO_CLICK =
      List.of(
          "Tìm kiếm",
          "Cách hiển thị",
          "Chia sẻ",
          "Nghe bài",
          "phút đọc",
          "Phản hồi",
          "Trang chủ",
          "Trong bài này",
          "Bài liên quan",
          "Các tin khác",
          "Bài cũ hơn",
          "Giới thiệu",
          "Sơ đồ trang",
          "↩");

  /** What the reader chose for the screen changes nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"", "toi c200 to rong", "ro c90 hep"})
  void aLongArticleIsWholeAndInOrder(String choice) throws IOException {
    List<String> pages = print(Articles.LONG, choice);
    assertThat(pages).hasSize(4);
    assertThat(pages.get(0))
        .containsSubsequence(
            "Cách làm hay",
            "Bắc Sơn: giao chỉ tiêu từ",
            "Thứ tư, 12/09/2018 – 08:30",
            "Huyện Bắc Sơn, Lạng Sơn",
            "Hơn tám tháng đầu năm 2018",
            "Số đảng viên mới ở mười đơn vị",
            "1/4");
    String whole = String.join("\n", pages);
    assertThat(whole)
        .containsSubsequence(
            "Bối cảnh: khi nhiều nơi còn khó kết nạp",
            "Bốn bước từ phong trào thi đua",
            "Xã Tân Tri",
            "Bài nguồn chỉ cho biết thời điểm",
            "Ban biên tập",
            "Nguồn: Báo Lạng Sơn điện tử",
            "Địa chỉ bài: " + SiteFixture.HOST + "/" + Articles.LONG,
            "so-lieu-bac-son.csv",
            "Cơ quan chủ quản",
            "4/4")
        .doesNotContain(NOTHING_TO_CLICK);
  }

  @Test
  void noHeadingStandsLastAndNoFootAlone() throws IOException {
    BakedSite site = SiteFixture.hosted();
    int looked = 0;
    for (String uri :
        site.files(".html").stream().filter(it -> it.startsWith("bai-viet/")).toList()) {
      var document = site.page(uri);
      if (document.select(".article").isEmpty()) {
        continue;
      }
      List<String> pages = print(uri, "");
      List<String> headings = document.select(".prose h2, .prose h3, .files h2").eachText();
      for (String page : pages) {
        List<String> lines = new ArrayList<>(Arrays.asList(page.strip().split("\\R")));
        // the number of the page
        assertThat(lines.remove(lines.size() - 1)).as(uri).matches("\\d+/\\d+");
        String last = lines.get(lines.size() - 1).strip();
        assertThat(headings)
            .as("%s: the last line of a page", uri)
            .noneMatch(it -> it.endsWith(last));
        // the foot, and as many lines before it as stay together
        assertThat(lines.size()).as("%s: lines on a page", uri).isGreaterThanOrEqualTo(6);
        looked++;
      }
      String foot = pages.get(pages.size() - 1);
      assertThat(foot.substring(0, foot.indexOf("Cơ quan chủ quản")).lines().count())
          .as("%s: before the foot", uri)
          .isGreaterThan(2);
    }
    System.out.printf("Print: %d pages of paper%n", looked);
    assertThat(looked).isGreaterThan(20);
  }

  @Test
  void linksToOtherSitesAreSpelledOut() throws IOException {
    String page = String.join("\n", print(LargeSite.RECORDED, ""));
    assertThat(page).contains("cổng thông tin (https://www.chinhphu.vn/)");
    assertThat(page).contains("Đính chính 05/03/2020:").doesNotContain("0:00");
    assertThat(String.join("\n", print(Articles.LONG, ""))).doesNotContain("html)");
  }

  private List<String> print(String uri, String choice) throws IOException {
    try (Tab tab = chromium.open(Articles.disk(SiteFixture.hosted()))) {
      tab.page().addInitScript("localStorage.setItem('clh-hien-thi', '" + choice + "');");
      Page page = tab.go(uri);
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        var texts = new ArrayList<String>();
        for (PDPage sheet : document.getPages()) {
          assertThat(sheet.getMediaBox().getWidth() / MILLIMETRE).isBetween(209f, 211f);
          assertThat(sheet.getMediaBox().getHeight() / MILLIMETRE).isBetween(296f, 298f);
          var stripper = new PDFTextStripper();
          stripper.setSortByPosition(true);
          stripper.setStartPage(texts.size() + 1);
          stripper.setEndPage(texts.size() + 1);
          texts.add(stripper.getText(document));
        }
        return texts;
      }
    }
  }
}
