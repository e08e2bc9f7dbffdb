package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cachlamhay.site.WorkerSite.ARTICLE;
import static vn.cachlamhay.site.WorkerSite.begin;
import static vn.cachlamhay.site.WorkerSite.kept;
import static vn.cachlamhay.site.WorkerSite.save;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The documents of saved articles: which are kept with them, and what is said of the others. */
final class SavedFilesIT extends InBrowser {

  private static final String SAVED = "da-luu/index.html";
  private static final String FOLDER = "bai-viet/2018/tep/";
  private static final String PLAN = FOLDER + "ke-hoach.pdf";
  private static final String LETTER = FOLDER + "to-trinh.docx";
  private static final String ATTACHED = "attachments: so-lieu-bac-son.csv";

  @Test
  void documentsAreReadWithTheHostStopped() throws IOException {
    byte[] plan = bytes(300_000, 1);
    WorkerSite site = site("files", plan);
    var host = new PathServer(site.out());
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, ARTICLE);
      save(page);
      Locator note = page.locator(".save-note");
      assertThat(note).containsText("Đã lưu cùng 2 tệp đính kèm (301 KB), đọc được cả khi");
      assertThat(note).containsText("quá lớn hoặc không tải về được: to-trinh.docx.");
      host.close();
      tab.go(SAVED);
      assertThat(files(page))
          .hasText(
              new String[] {
                "so-lieu-bac-son.csv (1 KB)", "ke-hoach.pdf (300 KB)", "to-trinh.docx (cần có mạng)"
              });
      assertThat(opened(page, files(page).nth(1))).isEqualTo(plan);
      assertThat(opened(page, files(page).nth(0)))
          .isEqualTo(Files.readAllBytes(site.out().resolve("bai-viet/2018/so-lieu-bac-son.csv")));
      tab.go(ARTICLE);
      assertThat(opened(page, page.locator(".files a").nth(1))).isEqualTo(plan);
      page.locator(".files a").nth(2).click();
      page.waitForURL("**/ngoai-tuyen.html#*");
    }
  }

  @Test
  void whatIsNoLongerSavedTakesNoRoom() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, ARTICLE);
      save(page);
      assertThat(kept(page, " luu")).contains("bai-viet/2018/so-lieu-bac-son.csv");
      page.locator("[data-save]").click();
      page.waitForCondition(() -> kept(page, " luu").isEmpty());
    }
  }

  /** Whoever saves data gets the article and not its documents, and is told so. */
  @Test
  void onAMeteredLineOnlyTheArticleIsSaved() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      tab.page()
          .addInitScript(
              "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});");
      Page page = tab.go(ARTICLE);
      save(page);
      assertThat(page.locator(".save-note"))
          .containsText("máy đang tiết kiệm dữ liệu: so-lieu-bac-son.csv.");
      assertThat(kept(page, " luu")).noneMatch(uri -> uri.endsWith(".csv"));
    }
  }

  /** It is what the reader saw last, as the article is. */
  @Test
  void aDocumentThatWasReplacedIsTheNewOne() throws IOException {
    WorkerSite site = site("files-replaced", bytes(2_000, 1));
    var host = new PathServer(site.out());
    try (host;
        Tab tab = chromium.openWithWorker(host.address()).expectMissing().expectErrors()) {
      Page page = begin(tab, ARTICLE);
      save(page);
      byte[] other = bytes(3_000, 2);
      site.write("content/" + PLAN, other);
      site.edit(source(), text -> text + "\nCâu mới thêm.\n");
      Locator link = page.locator(".files a").nth(1);
      assertThat(opened(page, link)).isEqualTo(other);
      page.waitForCondition(() -> size(page) == 3_000);
      host.close();
      assertThat(opened(page, link)).isEqualTo(other);
    }
  }

  /** Also an article that was saved before there were documents to keep. */
  @Test
  void aDocumentThatIsAddedIsKeptWhenTheArticleIsReadAgain() {
    var site = new WorkerSite("files-added");
    try (PathServer host = new PathServer(site.out());
        Tab tab = chromium.openWithWorker(host.address())) {
      Page page = begin(tab, ARTICLE);
      save(page);
      site.write("content/" + PLAN, bytes(4_000, 1));
      site.edit(source(), text -> text.replace(ATTACHED, "attachments: tep/ke-hoach.pdf"));
      tab.go(ARTICLE);
      page.waitForCondition(
          () -> kept(page, " luu").contains(PLAN),
          new Page.WaitForConditionOptions().setTimeout(30_000));
      // and what it no longer has is not kept any longer
      page.waitForCondition(
          () -> kept(page, " luu").stream().noneMatch(uri -> uri.endsWith(".csv")));
    }
  }

  /** Neither numbers beyond the edge nor links one as the other. */
  @Test
  void theListIsDrawnAsOne() {
    try (Tab tab = chromium.openWithWorker(server.address())) {
      Page page = begin(tab, ARTICLE);
      save(page);
      for (String list : List.of(SAVED, "ngoai-tuyen.html")) {
        tab.go(list);
        page.setViewportSize(320, 800);
        Locator row = page.locator(".results > li:visible").first();
        assertThat(row).hasCSS("list-style-type", "none");
        assertThat(row).hasCSS("border-top-width", "1px");
        assertThat(row.locator("> a")).hasCSS("font-weight", "700");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      }
    }
  }

  private static WorkerSite site(String name, byte[] plan) {
    var site = new WorkerSite(name);
    site.write("content/" + PLAN, plan);
    site.write("content/" + LETTER, bytes(5_100_000, 3));
    site.edit(
        source(),
        text ->
            text.replace(ATTACHED, ATTACHED + ", tep/ke-hoach.pdf, tep/to-trinh.docx")
                + "\nXem [kế hoạch](tep/ke-hoach.pdf).\n");
    return site;
  }

  private static String source() {
    return "content/" + ARTICLE.replace(".html", ".md");
  }

  private static byte[] bytes(int size, int seed) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    byte[] head = "%PDF-1.4\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static Locator files(Page page) {
    return page.locator("#_bai-da-luu .saved-files li");
  }

  /** How large the copy of the plan is. */
  private static int size(Page page) {
    return (int)
        page.evaluate(
            "async url => (await (await caches.match(url)).blob()).size",
            page.url().replaceFirst("/a/b/.*", "/a/b/" + PLAN));
  }

  /** What the reader gets of a link to a document. */
  private static byte[] opened(Page page, Locator link) throws IOException {
    Locator target = link.locator("xpath=descendant-or-self::a");
    Download download = page.waitForDownload(target::click);
    Path file = download.path();
    return Files.readAllBytes(file);
  }
}
