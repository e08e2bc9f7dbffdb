package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Chia sẻ": the system's own way, Facebook, the link, and its QR code; and "Phản hồi". */
final class ShareIT extends InBrowser {

  private static final String SHEET =
      "navigator.share = it => { window.shared = it; return Promise.resolve(); };";
  private static final String NO_SHEET =
      "Object.defineProperty(navigator, 'share', { value: undefined });";
  private static final String CANONICAL = SiteFixture.HOST + "/" + Articles.LONG;

  private PathServer host;

  @BeforeAll
  void startHost() {
    host = new PathServer(SiteFixture.hosted().out());
  }

  @AfterAll
  void stopHost() {
    if (host != null) {
      host.close();
    }
  }

  private Tab hosted(String script) {
    Tab tab = chromium.open(host.address());
    tab.page().addInitScript(script);
    return tab;
  }

  @Test
  void theSystemPassesOnTitleAndAddress() {
    try (Tab tab = hosted(SHEET)) {
      Page page = tab.go(Articles.LONG);
      way(open(page), "Zalo, tin nhắn, ứng dụng khác…").click();
      assertThat(page.evaluate("shared"))
          .isEqualTo(Map.of("title", tab.heading(), "url", CANONICAL));
    }
  }

  @Test
  void facebookIsAPlainLink() {
    try (Tab tab = hosted(NO_SHEET)) {
      Page page = tab.go(Articles.LONG + "#bai-hoc-bon-dieu-co-the-mang-ve");
      Locator panel = open(page);
      assertThat(panel.locator("button"))
          .hasText(new String[] {"Chép liên kết (để dán vào Zalo)", "Mã QR"});
      Locator link = panel.locator("a");
      assertThat(link).hasText("Facebook");
      assertThat(link)
          .hasAttribute(
              "href",
              "https://www.facebook.com/sharer/sharer.php?u="
                  + CANONICAL.replace(":", "%3A").replace("/", "%2F"));
      assertThat(link).hasAttribute("rel", "noopener noreferrer");
    }
  }

  @Test
  void theLinkIsCopied() {
    try (Tab tab = chromium.open(server.address())) {
      tab.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = tab.go(Articles.LONG);
      Locator panel = open(page);
      way(panel, "Chép liên kết").click();
      assertThat(panel.locator("[aria-live]")).hasText("Đã chép");
      assertThat(page.evaluate("navigator.clipboard.readText()"))
          .isEqualTo(server.address() + Articles.LONG);
    }
  }

  @Test
  void theLinkIsCopiedInTheOldWayWhereTheNewIsRefused() {
    String refused = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));";
    try (Tab tab = chromium.open(server.address())) {
      tab.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      tab.page().addInitScript(refused);
      Page page = tab.go(Articles.LONG);
      Locator panel = open(page);
      way(panel, "Chép liên kết").click();
      assertThat(panel.locator("[aria-live]")).hasText("Đã chép");
      assertThat(page.evaluate("navigator.clipboard.readText()"))
          .isEqualTo(server.address() + Articles.LONG);
      assertThat(page.locator("textarea")).hasCount(0);
    }
  }

  @Test
  void theCodeLeadsToTheArticle() throws Exception {
    try (Tab tab = hosted(NO_SHEET)) {
      Page page = tab.go(Articles.LONG);
      Locator panel = open(page);
      way(panel, "Mã QR").click();
      Locator code = panel.locator("svg.qr");
      assertThat(code).isVisible();
      assertThat(code).hasAccessibleName("Mã QR của địa chỉ bài này");
      assertThat(decode(code)).isEqualTo(CANONICAL);
      page.evaluate("document.documentElement.className = 'js ro'");
      assertThat(decode(code)).as("in high contrast").isEqualTo(CANONICAL);
      assertThat(AccessibilityIT.look(page, true).getViolations()).isEmpty();
    }
  }

  /** Lengths on both sides of every version that the script knows, letters of more than a byte. */
  @Test
  void codesOfEveryLengthAreRead() throws Exception {
    int[] longest = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287};
    try (Tab tab = hosted(NO_SHEET)) {
      Page page = tab.go(Articles.LONG);
      Locator panel = open(page);
      way(panel, "Mã QR").click();
      assertThat(panel.locator("svg.qr")).isVisible();
      for (int version = 1; version <= longest.length; version++) {
        for (int more : version < longest.length ? new int[] {0, 1} : new int[] {0}) {
          int length = longest[version - 1] + more;
          String text = "https://x.vn/ộ?".repeat(30).substring(0, length / 2 - 2);
          while (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < length) {
            text += (char) ('a' + text.length() % 26);
          }
          page.evaluate("text => document.querySelector('svg.qr').replaceWith(CLH.qr(text))", text);
          Object side = page.evaluate("document.querySelector('svg.qr').viewBox.baseVal.width");
          assertThat(side).as("%d bytes", length).isEqualTo(4 * (version + more) + 17 + 8);
          assertThat(decode(panel.locator("svg.qr"))).isEqualTo(text);
        }
      }
      assertThat(
              page.evaluate(
                  "() => { try { CLH.qr('x'.repeat(288)); } catch (e) { return e.name; } }"))
          .isEqualTo("RangeError");
    }
  }

  @Test
  void whatIsOnlyOnADiskIsNotShared() {
    try (Tab tab = chromium.open(Articles.disk(SiteFixture.plain()))) {
      Page page = tab.go(Articles.LONG);
      assertThat(page.locator("[data-print]")).isVisible();
      assertThat(page.locator("[data-share]")).isHidden();
    }
  }

  @Test
  void withoutAnAddressOfItsOwnThereIsNoCode() {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(Articles.LONG);
      assertThat(open(page).locator("button", new Locator.LocatorOptions().setHasText("Mã QR")))
          .hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void thePanelFitsAndCloses(int width) {
    try (Tab tab = hosted(SHEET)) {
      tab.page().setViewportSize(width, 800);
      Page page = tab.go(Articles.LONG);
      page.evaluate("document.documentElement.classList.add('c200', 'to')");
      Locator panel = open(page);
      way(panel, "Mã QR").click();
      assertThat(panel.locator("svg.qr")).isFocused();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(AccessibilityIT.look(page, false).getViolations()).isEmpty();
      page.keyboard().press("Escape");
      assertThat(panel).isHidden();
      assertThat(page.locator("[data-share]")).isFocused();
    }
  }

  /** A letter, with the title as its subject and the address in its text, without a script. */
  @Test
  void feedbackNamesTheArticle() {
    try (Tab tab = chromium.openWithoutScript(Articles.disk(SiteFixture.hosted()))) {
      Page page = tab.go(LargeSite.RECORDED);
      assertThat(page.locator(".correction"))
          .hasText("Đính chính 05/03/2020: Bản đăng lần đầu ghi 30 chi bộ; số đúng là 32.");
      String href = (String) page.locator(".feedback a").evaluate("it => it.href");
      assertThat(java.net.URLDecoder.decode(href, java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(
              "mailto:bientap@example.vn?subject=Phản hồi: Bài có & không \"ghi âm\"? 100%&body=Bài: "
                  + SiteFixture.HOST
                  + "/"
                  + LargeSite.RECORDED
                  + "\r\n\r\n");
      assertThat(href.split("[?&]")).hasSize(3);
    }
  }

  private static Locator open(Page page) {
    page.locator("[data-share]").click();
    Locator panel = page.locator(".tools .panel");
    assertThat(panel).isVisible();
    return panel;
  }

  private static Locator way(Locator panel, String name) {
    return panel.locator("button", new Locator.LocatorOptions().setHasText(name));
  }

  private static String decode(Locator code) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
