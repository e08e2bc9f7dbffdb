package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.ListTool;

/** A site that is baked again and again in one process, or in one after the other. */
class LiveSiteTest {

  private static final String ARTICLE = "content/bai-viet/2018/bac-son.md";
  private static final String PAGE = "bai-viet/2018/bac-son.html";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"portal-small", "jbake-stock"})
  void makesWhatAFirstBakeMakes(String name) throws IOException {
    TestSite site = TestSite.copyOf(name, folder.resolve("site"));
    Path article = anyArticle(folder.resolve("site/content"));
    try (var live = live()) {
      live.bake(Set.of());
      Files.writeString(article, Files.readString(article) + "\nThêm một dòng.\n");
      BuildReport report = live.bake(Set.of());
      assertThat(report.written().orElseThrow().written()).isPositive();
      assertThat(live.bake(Set.of()).written().orElseThrow().written()).isZero();
    }
    var afterwards = site.pages();
    site.deleteCache();
    site.bake();
    assertThat(site.pages()).isEqualTo(afterwards);
    assertThat(String.join("", afterwards.values())).contains("Thêm một dòng.");
  }

  /** The text of an article stands on its own page, and in what search knows of it. */
  @Test
  void writesOnePageWhereOneTextChanged() throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder.resolve("site"));
    site.bake();
    site.append(ARTICLE, "\nThêm một dòng.\n");
    assertThat(site.bake().written().orElseThrow().written()).isEqualTo(3);
    assertThat(site.pages().get(PAGE)).contains("Thêm một dòng.");
  }

  @Test
  void keepsTheOldSiteWhileATemplateIsBroken() throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder.resolve("site"));
    String template = Files.readString(folder.resolve("site/templates/article.ftlh"));
    try (var live = live()) {
      live.bake(Set.of());
      var before = site.pages();
      site.write("templates/article.ftlh", template + "${khong_co}");
      site.append(ARTICLE, "\nThêm một dòng.\n");
      assertThatThrownBy(() -> live.bake(Set.of(PAGE))).isInstanceOf(SiteException.class);
      assertThat(site.pages()).isEqualTo(before);
      site.write("templates/article.ftlh", template);
      live.bake(Set.of(PAGE));
      assertThat(site.pages().get(PAGE)).contains("Thêm một dòng.");
    }
  }

  @Test
  void makesPagesThatShowTheTimeOfDayEachTime() throws IOException {
    TestSite site = TestSite.plain(folder.resolve("site"));
    site.write("templates/post.ftl", "${content.title} ${.now?long?c}");
    site.post("content/a.md", "title=A\ndate=2018-01-01\nstatus=published", "chữ");
    site.bake();
    String before = site.pages().get("a.html");
    site.bake();
    assertThat(site.pages().get("a.html")).startsWith("A ").isNotEqualTo(before);
  }

  /** The lists that a page shows decide with it whether it is made again. */
  @Test
  void makesAPageAgainWhereAListThatItShowsChanged() throws IOException {
    TestSite site = TestSite.plain(folder.resolve("site"));
    site.write("templates/post.ftl", "<#list published_posts as p>${p.title},${p.body}</#list>");
    site.write("templates/page.ftl", "<#list published_posts as p>${p.title};</#list>");
    site.post("content/a.md", "title=A\ndate=2018-01-01\nstatus=published", "chữ");
    site.write(
        "content/trang.md", "type=page\ntitle=T\ndate=2018-01-01\nstatus=published\n~~~~~~\nx\n");
    site.bake();

    site.post("content/a.md", "title=A\ndate=2018-01-01\nstatus=published", "khác");
    assertThat(site.bake().written().orElseThrow().written()).isEqualTo(1);
    assertThat(site.pages().get("a.html")).isEqualTo("A,<p>khác</p>\n");

    site.post("content/b.md", "title=B\ndate=2018-01-02\nstatus=published", "hai");
    site.bake();
    assertThat(site.pages().get("trang.html")).isEqualTo("B;A;");
    assertThat(site.pages().get("a.html")).contains("hai");
  }

  /** What a tool does to the documents of JBake does not outlast the bake. */
  @Test
  void givesToolsTheDocumentsAsTheyAreInTheirFiles() throws IOException {
    TestSite site = TestSite.plain(folder.resolve("site"));
    site.append("jbake.properties", "test.list.file=danh-sach.txt\ntest.list.mark=true\n");
    site.post("content/a.md", "title=A\ndate=2018-01-01\nstatus=published", "chữ");
    try (var live = live()) {
      ListTool.during(
          folder.resolve("tool"),
          () -> {
            for (int i = 0; i < 4; i++) {
              live.bake(Set.of());
            }
          });
    }
    assertThat(site.pages()).containsEntry("danh-sach.txt", "A\n");
  }

  private LiveSite live() {
    return new LiveSite(folder.resolve("site"), Optional.empty(), false);
  }

  private static Path anyArticle(Path content) throws IOException {
    try (var files = Files.walk(content)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> contains(file, "status=published", "status: published"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean contains(Path file, String... texts) {
    try {
      String text = Files.readString(file);
      return Set.of(texts).stream().anyMatch(text::contains);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
