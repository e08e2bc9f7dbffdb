package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.preview.Editor;
import vn.cachlamhay.preview.PreviewListener;
import vn.cachlamhay.preview.SitePreview;

/** The site in a browser while it is being written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServeIT {

  private static final String ARTICLE = "content/bai-viet/2019/chau-son-lam-ca-vuot-chi-tieu.md";
  private static final String PAGE = "bai-viet/2019/chau-son-lam-ca-vuot-chi-tieu.html";
  private static final String CSS = "assets/css/portal.css";

  private Chromium chromium;
  private Path site;
  private SitePreview preview;

  @BeforeAll
  void start() throws IOException {
    chromium = Chromium.launch();
    site = SiteFixture.copySite("served-site");
    preview = serve(0);
  }

  private SitePreview serve(int port) throws IOException {
    var options =
        new SitePreview.Options(site, Optional.empty(), "127.0.0.1", port, Optional.empty());
    var served = new SitePreview(options, Editor.Factory.NONE, new Silent());
    served.start(Progress.SILENT);
    return served;
  }

  /** A window whose pages stop listening when they are left, of which browsers complain. */
  private Tab open() {
    return chromium.open(preview.address()).expectMissing();
  }

  @BeforeEach
  void restore() {
    for (String part : List.of("content", "templates", "assets")) {
      SiteFixture.copy(SiteFixture.repository().resolve(part), site.resolve(part));
    }
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    do {
      sleep();
    } while (preview.state().problems().stream().anyMatch(p -> p.isError())
        && System.nanoTime() < end);
  }

  private static void sleep() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  void stop() {
    if (preview != null) {
      preview.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void anEditedArticleIsSeenAtOnceAndThePageStaysWhereItWas() {
    try (Tab tab = open()) {
      Page page = tab.go(PAGE);
      page.evaluate("() => { window.before = true; scrollTo(0, 700); }");
      edit(ARTICLE, text -> text + "\nCâu vừa thêm vào cuối bài.\n");
      assertThat(page.locator(".prose")).containsText("Câu vừa thêm vào cuối bài.");
      assertThat(page.evaluate("window.before")).isNull();
      page.waitForFunction("() => Math.abs(scrollY - 700) < 2");
    }
  }

  @Test
  void aPageThatIsNotConcernedStaysAsItIs() {
    try (Tab tab = open();
        Tab other = open()) {
      Page page = tab.go("gioi-thieu.html");
      page.evaluate("() => { window.before = true; }");
      Page edited = other.go(PAGE);
      edit(ARTICLE, text -> text + "\nCâu không liên quan.\n");
      assertThat(edited.locator(".prose")).containsText("Câu không liên quan.");
      page.waitForTimeout(700);
      assertThat(page.evaluate("window.before")).isEqualTo(true);
    }
  }

  @Test
  void aStyleSheetIsSwappedWithoutReload() {
    try (Tab tab = open()) {
      Page page = tab.go(PAGE);
      page.evaluate("() => { window.before = true; }");
      edit(CSS, css -> css + "\n.prose { outline: 7px solid rgb(1, 2, 3); }\n");
      page.waitForFunction(
          "() => getComputedStyle(document.querySelector('.prose')).outlineWidth === '7px'");
      assertThat(page.evaluate("window.before")).isEqualTo(true);
      edit(CSS, css -> css.replace("7px solid", "9px solid"));
      page.waitForFunction(
          "() => getComputedStyle(document.querySelector('.prose')).outlineWidth === '9px'");
      assertThat(page.evaluate("window.before")).isEqualTo(true);
      assertThat(page.locator("link[href*='css/portal.css']")).hasCount(1);
    }
  }

  @Test
  void aScriptThatChangedIsLoaded() {
    try (Tab tab = open()) {
      Page page = tab.go(PAGE);
      edit("assets/js/portal.js", js -> js + "\nwindow.changed = true;\n");
      page.waitForFunction("() => window.changed === true");
    }
  }

  @Test
  void aDraftIsMarkedOnItsPageAndInLists() {
    try (Tab tab = open()) {
      Page page = tab.go("index.html");
      edit(ARTICLE, text -> text.replaceFirst("(?m)^status:.*$", "status: draft"));
      assertThat(page.locator(".draft-mark").first()).hasText("Bản nháp");
      tab.follow(page.locator(".card:has(.draft-mark) a").first());
      assertThat(page.locator(".draft-note")).hasText("Bản nháp – chưa đăng");
    }
  }

  @Test
  void whatIsWrongIsShownOverThePageUntilItIsMended() {
    try (Tab tab = open().expectErrors()) {
      Page page = tab.go(PAGE);
      String text = read(ARTICLE);
      Locator panel = page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
      assertThat(panel).hasCount(0);
      edit(ARTICLE, before -> before.replaceFirst("(?m)^status:.*$", "status: lung-tung"));
      assertThat(panel).isVisible();
      assertThat(panel).containsText("Có 1 chỗ cần sửa");
      assertThat(panel).containsText(ARTICLE + ", dòng ");
      assertThat(panel.locator("li.here")).containsText("status: lung-tung");
      assertThat(panel).containsText("không có trạng thái \"lung-tung\"");
      assertThat(panel).containsText("Gợi ý: có phải \"draft\"?");
      page.waitForFunction(
          "() => getComputedStyle(document.querySelector('#clh-song').shadowRoot"
              + ".querySelector('.panel')).position === 'fixed'");
      var axe = new AxeBuilder(page).include(List.of("#clh-song")).analyze();
      assertThat(axe.getViolations()).isEmpty();
      // with the keyboard alone
      page.keyboard().press("Escape");
      assertThat(panel).hasCount(0);
      Locator again = page.locator("#clh-song .reopen");
      assertThat(again).hasText("Có 1 chỗ cần sửa");
      again.press("Enter");
      assertThat(panel).isVisible();
      assertThat(panel.locator("button")).isFocused();
      // on another page too
      tab.go("index.html");
      assertThat(panel).isVisible();
      edit(ARTICLE, before -> text);
      assertThat(panel).hasCount(0);
      assertThat(page.locator("#clh-song .reopen")).hasCount(0);
    }
  }

  @Test
  void aBrokenTemplateIsShownWithItsLines() {
    try (Tab tab = open()) {
      Page page = tab.go(PAGE);
      String text = read("templates/article.ftlh");
      edit("templates/article.ftlh", before -> before.replaceFirst("<h1>", "<h1>\\${khong_co}"));
      Locator panel = page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
      assertThat(panel.locator("li.here")).containsText("<h1>${khong_co}");
      assertThat(page.locator("h1")).not().isEmpty();
      edit("templates/article.ftlh", before -> text);
      assertThat(panel).hasCount(0);
    }
  }

  @Test
  void waitsForTheProgramToComeBack() throws IOException {
    SitePreview first = serve(0);
    Tab tab = chromium.open(first.address()).expectMissing().expectErrors();
    try (tab) {
      Page page = tab.go(PAGE);
      page.evaluate("() => { window.before = true; }");
      first.close();
      assertThat(page.locator("#clh-song .note")).containsText("Chương trình đã dừng");
      assertThat(page.evaluate("window.before")).isEqualTo(true);
      try (SitePreview second = serve(first.port())) {
        assertThat(second.port()).isEqualTo(first.port());
        page.waitForFunction("() => window.before === undefined");
        assertThat(page.locator("#clh-song .note")).hasCount(0);
      }
    }
  }

  /** A browser opens six connections to a host: pages that nobody sees must not hold any. */
  @Test
  void manyOpenPagesDoNotBlockEachOther() {
    try (Tab tab = open()) {
      tab.go(PAGE);
      for (int i = 0; i < 5; i++) {
        Page hidden = tab.context().newPage();
        hidden.addInitScript(
            "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});");
        hidden.navigate(preview.address() + "index.html");
        hidden.waitForTimeout(50);
      }
      for (int i = 0; i < 3; i++) {
        Page more = tab.context().newPage();
        more.navigate(preview.address() + "gioi-thieu.html");
        assertThat(more.locator("h1")).not().isEmpty();
      }
    }
  }

  private void edit(String file, UnaryOperator<String> change) {
    try {
      Path path = site.resolve(file);
      Files.writeString(path, change.apply(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(site.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Silent implements PreviewListener {
    @Override
    public void shown(List<String> files, Set<String> uris, Duration duration) {
      // the browser tells
    }

    @Override
    public void baked(Bake bake) {
      // the browser tells
    }

    @Override
    public void failed(Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
