package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.picture.SamplePictures;

/** Which file of a photograph a browser loads, and what stands where there is none. */
final class PicturesIT extends InBrowser {

  private static final String ARTICLE = "bai-viet/2026/anh-that";

  @Override
  Path out() throws IOException {
    Path site = SiteFixture.copySite("photo-site");
    Path folder = site.resolve("content/bai-viet/2026");
    Files.createDirectories(folder.resolve("anh"));
    byte[] upright = SamplePictures.jpeg(3000, 2000);
    for (String name : List.of("dau", "trong")) {
      Files.write(
          folder.resolve("anh/" + name + ".jpg"),
          SamplePictures.fromCamera(upright, 1, ByteOrder.LITTLE_ENDIAN));
    }
    Files.writeString(
        site.resolve("content/" + ARTICLE + ".md"),
        "---\ntitle: Ảnh thật\ndate: 2026-05-01\ntype: post\nstatus: published\nfeatured: true\n"
            + "image: anh/dau.jpg\nalt: Ảnh đầu bài\n---\n\n"
            + "Một đoạn văn dài.\n\n".repeat(120)
            + "![Ảnh trong bài](anh/trong.jpg)\n");
    Files.writeString(
        site.resolve("content/bai-viet/2026/con-so.md"),
        "---\ntitle: Con số\ndate: 2026-05-02\ntype: practice\nstatus: published\nfeatured: true\n"
            + "figure: 1.234 đảng viên ở thôn, bản vùng đồng bào dân tộc thiểu số\n---\n\nChữ.\n");
    Path out = SiteFixture.freshFolder("photo-output");
    var options =
        new BuildOptions(site, Optional.of(out), false, LocalDateTime.of(2026, 6, 1, 8, 0));
    assertThat(new SiteBuilder(options, Progress.SILENT).bake().problems()).isEmpty();
    return out;
  }

  @ParameterizedTest
  @CsvSource({"320, 360", "360, 360", "700, 720", "1280, 1080"})
  void aScreenLoadsNoMoreThanItNeeds(int screen, int file) {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(screen, 800);
      Page page = tab.go(ARTICLE + ".html");
      assertThat(source(page, "Ảnh đầu bài")).contains("anh-nho/" + file + "/" + "bai-viet/2026");
    }
  }

  /** In the order of a list the first picture is there at once, and one far below waits. */
  @Test
  void whatIsFarBelowWaits() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(ARTICLE + ".html");
      String below = "img[alt='Ảnh trong bài']";
      assertThat(page.getAttribute("img[alt='Ảnh đầu bài']", "fetchpriority")).isEqualTo("high");
      assertThat(page.evalOnSelector(below, "image => image.complete")).isEqualTo(false);
      // its place is kept free, so that nothing moves when it comes
      int height = height(page, below);
      assertThat(height).isGreaterThan(300);
      page.locator(below).scrollIntoViewIfNeeded();
      page.waitForFunction("q => document.querySelector(q).naturalWidth > 0", below);
      assertThat(height(page, below)).isEqualTo(height);
    }
  }

  /** With large letters too nothing on a cover is cut off or stands beyond it. */
  @ParameterizedTest
  @CsvSource({"320, false", "360, true", "768, false", "1280, true"})
  void nothingOnACoverIsCutOff(int screen, boolean large) {
    try (Tab tab = chromium.open(server.address())) {
      tab.page().setViewportSize(screen, 800);
      for (String uri : List.of("index.html", "tin-tuc/index.html")) {
        Page page = tab.go(uri);
        page.evaluate("on => document.documentElement.classList.toggle('large', on)", large);
        assertThat(
                page.evaluate(
                    """
                    () => [...document.querySelectorAll('.cover')]
                      .filter(cover => cover.scrollHeight > cover.clientHeight + 1
                        || cover.scrollWidth > cover.clientWidth + 1)
                      .map(cover => cover.textContent)
                    """))
            .as(uri)
            .isEqualTo(List.of());
        assertThat(page.locator(".cover").count()).isPositive();
      }
    }
  }

  private static int height(Page page, String image) {
    return (int)
        Math.round(
            ((Number) page.evalOnSelector(image, "it => it.getBoundingClientRect().height"))
                .doubleValue());
  }

  private static String source(Page page, String alt) {
    return (String)
        page.evalOnSelector(
            "img[alt='" + alt + "']",
            "async image => { await image.decode(); return image.currentSrc; }");
  }
}
