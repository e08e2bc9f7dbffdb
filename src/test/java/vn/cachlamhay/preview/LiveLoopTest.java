package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.TestSite;
import vn.cachlamhay.diag.ProblemCode;

/** Everything that may happen to the files of a site while it is shown. */
class LiveLoopTest {

  private static final String ARTICLE = Previewed.ARTICLE;
  private static final String PAGE = Previewed.PAGE;
  private static final String TEMPLATE = "templates/article.ftlh";

  @TempDir Path folder;

  private Previewed site;

  @BeforeEach
  void start() throws IOException {
    site = Previewed.of(folder.resolve("site"));
  }

  @AfterEach
  void stop() {
    site.close();
    assertThat(site.heard.failures).isEmpty();
  }

  @Test
  void anEditedArticleIsShown() throws IOException {
    site.site.append(ARTICLE, "\nThêm một dòng.\n");
    site.awaitPage(PAGE, "Thêm một dòng.");
    Previewed.await(
        "bake", () -> site.heard.bakes.stream().anyMatch(b -> b.files().equals(List.of(ARTICLE))));
    assertThat(site.heard.shown).containsExactly(PAGE);
  }

  /** What an editor asks is answered from the last bake: it hears when that is another one. */
  @Test
  void aFileThatNoPageNamesYetIsKnownToTheEditorAfterItsBake() throws Exception {
    Path folder = this.folder.resolve("other");
    TestSite files = TestSite.copyOf("portal-small", folder);
    Path article = folder.resolve(ARTICLE);
    byte[] text =
        Previewed.article("Có đính kèm")
            .replace("\n---\n\n", "\nattachments: bang.csv\n---\n\n")
            .getBytes(StandardCharsets.UTF_8);
    var events = new Events();
    var announcer = new Announcer(folder, events, new Previewed.Heard());
    var bakes = new SiteBakes(folder, folder.resolve("out"), events, inputs -> {});
    try (var loop = new LiveLoop(bakes, events, announcer)) {
      loop.start(Progress.SILENT);
      assertThat(loop.look(article, text).orElseThrow().problems())
          .anyMatch(problem -> problem.code() == ProblemCode.THIEU_TEP_DINH_KEM);
      BlockingQueue<String> heard = events.open("", Optional.empty()).orElseThrow().lines();
      files.write("content/bai-viet/2018/bang.csv", "a,b\n1,2\n");
      loop.changed(folder.resolve("content/bai-viet/2018/bang.csv"));

      String event = "";
      while (!event.startsWith("event: known")) {
        event = heard.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
      }
      assertThat(loop.look(article, text).orElseThrow().problems())
          .noneMatch(problem -> problem.code() == ProblemCode.THIEU_TEP_DINH_KEM);
    }
  }

  /** As vim, Word and others do: aside, then a rename. */
  @Test
  void aReplacedFileIsSeen() throws IOException {
    Path article = site.folder.resolve(ARTICLE);
    for (int i = 0; i < 3; i++) {
      Path aside = article.resolveSibling("bac-son.md.tmp");
      Files.writeString(aside, Files.readString(article) + "\nBản " + i + ".\n");
      Files.move(
          article, article.resolveSibling("bac-son.md~"), StandardCopyOption.REPLACE_EXISTING);
      Files.move(aside, article, StandardCopyOption.REPLACE_EXISTING);
      site.awaitPage(PAGE, "Bản " + i + ".");
    }
  }

  /** Half a file is nothing that anybody should hear of. */
  @Test
  void aFileSavedInSeveralWritesIsNoProblem() throws Exception {
    String text = site.read(ARTICLE);
    int told = site.heard.bakes.size();
    site.site.write(ARTICLE, "");
    Thread.sleep(40);
    site.site.write(ARTICLE, text.substring(0, 10));
    Thread.sleep(40);
    site.site.write(ARTICLE, text + "\nTrọn vẹn.\n");
    site.awaitPage(PAGE, "Trọn vẹn.");
    Previewed.await("bake", () -> site.heard.bakes.size() > told);
    assertThat(site.heard.bakes)
        .allSatisfy(bake -> assertThat(bake.problems()).noneMatch(problem -> problem.isError()));
  }

  @Test
  void newFoldersAreWatchedAndRenamedOnesToo() throws IOException {
    site.site.write("content/bai-viet/2030/sau/moi.md", Previewed.article("Bài khác"));
    site.awaitPage("bai-viet/2030/sau/moi.html", "Bài khác");
    site.site.append("content/bai-viet/2030/sau/moi.md", "\nSửa lần một.\n");
    site.awaitPage("bai-viet/2030/sau/moi.html", "Sửa lần một.");
    Path content = site.folder.resolve("content/bai-viet");
    Files.move(content.resolve("2030"), content.resolve("2031"));
    site.awaitPage("bai-viet/2031/sau/moi.html", "Sửa lần một.");
    Previewed.await("404", () -> site.get("bai-viet/2030/sau/moi.html").statusCode() == 404);
    site.site.append("content/bai-viet/2031/sau/moi.md", "\nSửa lần hai.\n");
    site.awaitPage("bai-viet/2031/sau/moi.html", "Sửa lần hai.");
  }

  /** They are in the lists as if they were out, and say that they are not. */
  @ParameterizedTest
  @CsvSource({
    "draft, 2025-01-01, Bản nháp",
    "published-date, 2090-01-01, Hẹn giờ",
  })
  void whatIsNotOutIsShownWithAMark(String status, String date, String mark) throws IOException {
    String text =
        Previewed.article("Bài sắp đăng")
            .replace("status: published", "status: " + status)
            .replace("2018-09-12", date);
    site.site.write("templates/article.ftlh", "[${article.mark}] ${article.title}");
    site.site.write(
        "templates/list.ftlh",
        "<#list listing.items as item>[${item.mark}] ${item.title}\n</#list>");
    site.site.write("content/bai-viet/2030/moi.md", text);
    site.awaitPage("bai-viet/2030/moi-draft.html", "[" + mark + "] Bài sắp đăng");
    site.awaitPage("tin-tuc/index.html", "[" + mark + "] Bài sắp đăng");
    site.site.write(
        "content/bai-viet/2030/moi.md", text.replace(status, "published").replace("2090", "2025"));
    site.awaitPage("bai-viet/2030/moi.html", "[] Bài sắp đăng");
    site.awaitPage("tin-tuc/index.html", "[] Bài sắp đăng");
  }

  @Test
  void aDeletedArticleGoes() throws IOException {
    site.site.write("content/bai-viet/2030/moi.md", Previewed.article("Bài khác"));
    site.awaitPage("bai-viet/2030/moi.html", "Bài khác");
    site.site.delete("content/bai-viet/2030/moi.md");
    Previewed.await("404", () -> site.get("bai-viet/2030/moi.html").statusCode() == 404);
  }

  @ParameterizedTest
  @CsvSource({
    "templates/article.ftlh, ${khong_co}, khuon-mau-hong",
    "data/localities.yaml, '- [', du-lieu-hong",
    "jbake.properties, 'site.host=khong-phai', cau-hinh-hong"
  })
  void whatIsBrokenIsToldAndTheSiteStaysUntilItIsMended(String file, String fault, String code)
      throws IOException {
    String before = site.page(PAGE).replaceAll("data-version=\"[^\"]*", "");
    String text = site.read(file);
    site.site.write(file, fault + "\n" + text);
    site.awaitProblems(code);
    assertThat(site.heard.bakes.get(site.heard.bakes.size() - 1).stopped()).isTrue();
    assertThat(site.page(PAGE).replaceAll("data-version=\"[^\"]*", "")).isEqualTo(before);
    site.site.write(file, text);
    site.awaitProblems();
  }

  @Test
  void aBrokenArticleKeepsNothingElseBack() throws IOException {
    String text = site.read(ARTICLE);
    site.site.write(ARTICLE, text.replaceFirst("(?m)^status.*$", "status: lung-tung"));
    site.awaitProblems("trang-thai-la");
    assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
    site.site.append(TEMPLATE, "<!-- mới -->");
    Previewed.await("bake", () -> anyPage().contains("<!-- mới -->"));
    site.site.write(ARTICLE, text);
    site.awaitProblems();
  }

  private String anyPage() {
    try (var files = Files.walk(site.output().resolve("bai-viet"))) {
      Path page =
          files
              .filter(file -> file.toString().endsWith(".html") && !file.endsWith("bac-son.html"))
              .sorted()
              .findFirst()
              .orElseThrow();
      return Files.readString(page);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "templates"})
  void aFolderMayBeAwayForAMoment(String name) throws Exception {
    Path inside = site.folder.resolve(name);
    Path away = folder.resolve("away");
    Files.move(inside, away);
    Previewed.await("told", () -> site.heard.bakes.stream().anyMatch(b -> b.stopped()));
    assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
    Files.move(away, inside);
    site.awaitProblems();
    site.site.append(ARTICLE, "\nTrở lại.\n");
    site.awaitPage(PAGE, "Trở lại.");
    if (name.equals("templates")) {
      site.site.append(TEMPLATE, "<!-- mới -->");
      site.awaitPage(PAGE, "<!-- mới -->");
    }
  }

  @Test
  void aDeletedOutputFolderIsMadeAgain() throws IOException {
    int files = count();
    site.site.delete(SitePreview.FOLDER);
    site.awaitPage(PAGE, "<h1>");
    Previewed.await("all files", () -> count() == files);
  }

  private int count() {
    try (var files = Files.walk(site.output())) {
      return (int) files.filter(Files::isRegularFile).count();
    } catch (IOException | java.io.UncheckedIOException e) {
      // it is being made
      return -1;
    }
  }

  /** A checkout: thousands of files, few bakes. */
  @Test
  void manyChangesAreOneBake() throws IOException {
    long before = site.preview.state().bake();
    for (int i = 0; i < 2000; i++) {
      site.site.write("content/bai-viet/2031/bai-" + i + ".md", Previewed.article("Bài số " + i));
    }
    Previewed.await("the last", () -> site.get("bai-viet/2031/bai-1999.html").statusCode() == 200);
    assertThat(site.preview.state().bake() - before).isLessThanOrEqualTo(4);
  }

  /** As on a full disk: nothing can be written, and then it can. */
  @Test
  void goesOnOnceItCanWriteAgain() throws IOException {
    Path output = site.output();
    site.site.delete(SitePreview.FOLDER);
    Files.writeString(output, "đây là một tệp");
    site.site.append(ARTICLE, "\nThêm.\n");
    site.awaitProblems("dia-hong");
    Files.delete(output);
    site.awaitPage(PAGE, "Thêm.");
    site.awaitProblems();
  }

  @Test
  void whatOthersAskIsDoneOnTheThreadOfTheSite() {
    String thread = site.preview.loop().call(live -> Thread.currentThread().getName());
    assertThat(thread).isEqualTo("preview-site");
    int inputs = site.preview.loop().call(live -> live.inputs().size());
    assertThat(inputs).isEqualTo(4);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                site.preview
                    .loop()
                    .call(
                        live -> {
                          throw new IllegalArgumentException("thử");
                        }))
        .hasMessage("thử");
  }

  @Test
  void aSavedFileIsShownWithoutWaitingForTheDisk() throws IOException {
    site.site.append(ARTICLE, "\nLưu.\n");
    site.preview.loop().saved(site.folder.resolve(ARTICLE));
    site.awaitPage(PAGE, "Lưu.");
  }

  /** Where the system does not tell of changes, they are looked for. */
  @Test
  void looksForChangesWhereNobodyTells() throws IOException {
    var changed = java.util.concurrent.ConcurrentHashMap.<Path>newKeySet();
    var told =
        new SiteWatch.Told() {
          @Override
          public void changed(Path file) {
            changed.add(file);
          }

          @Override
          public void changed() {
            changed.add(Path.of("?"));
          }

          @Override
          public void failed(IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
    // a file that was written a moment ago counts as changed, to be on the safe side
    sleep(100);
    try (var watch = new PollingWatch(site.folder, told)) {
      watch.follow(java.util.List.of(site.folder.resolve("content")));
      sleep(600);
      assertThat(changed).isEmpty();
      site.site.append(ARTICLE, "\nThêm.\n");
      Previewed.await("edit", () -> changed.contains(site.folder.resolve(ARTICLE)));
      site.site.append("jbake.properties", "\n# x\n");
      Previewed.await("config", () -> changed.contains(site.folder.resolve("jbake.properties")));
      site.site.delete(ARTICLE);
      Previewed.await("gone", () -> changed.contains(Path.of("?")));
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsWhatItKnowsForTheNextTime() throws IOException {
    site.close();
    assertThat(site.folder.resolve(".portal-cache/live/articles")).exists();
    assertThat(site.folder.resolve("output")).doesNotExist();
    assertThat(Set.of(site.output().toFile().list())).contains("index.html");
  }
}
