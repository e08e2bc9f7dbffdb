package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.jbake.ShoutEngine;

/** Edits after which a bake over the last one could make something else than a first bake. */
class ColdAndWarmTest {

  private static final String HEADER = "title=A\ndate=2018-01-01\nstatus=published";

  @TempDir Path folder;
  private Path home;
  private TestSite site;

  @BeforeEach
  void site() throws IOException {
    home = folder.resolve("site");
    site = TestSite.plain(home);
    site.post("content/a.md", HEADER, "chữ");
  }

  @Test
  void templatesBehindALink() throws IOException {
    Path elsewhere = folder.resolve("khuon");
    Files.move(home.resolve("templates"), elsewhere);
    Files.createSymbolicLink(home.resolve("templates"), elsewhere);
    site.bake();
    site.bake();
    site.bake();
    Files.writeString(elsewhere.resolve("post.ftl"), "khác ${content.title}");
    site.bake();
    assertThat(site.pages().get("a.html")).isEqualTo("khác A");
  }

  @Test
  void dataBehindALink() throws IOException {
    site.write("templates/post.ftl", "${data.get('x.yaml').ten}");
    Path elsewhere = Files.createDirectories(folder.resolve("du-lieu"));
    Files.writeString(elsewhere.resolve("x.yaml"), "ten: một\n");
    Files.createSymbolicLink(home.resolve("data"), elsewhere);
    site.bake();
    site.bake();
    assertThat(site.pages().get("a.html")).isEqualTo("một");
    Files.writeString(elsewhere.resolve("x.yaml"), "ten: hai\n");
    site.bake();
    assertThat(site.pages().get("a.html")).isEqualTo("hai");
  }

  @Test
  void aSettingNamedLikeOneOfTheProcess() throws IOException {
    site.write("templates/post.ftl", "${config.line_colour}");
    site.append("jbake.properties", "line.colour=xanh\n");
    site.bake();
    site.bake();
    assertThat(site.pages().get("a.html")).isEqualTo("xanh");
    site.append("jbake.properties", "")
        .write("jbake.properties", text("jbake.properties").replace("xanh", "vàng"));
    site.bake();
    assertThat(site.pages().get("a.html")).isNotEqualTo("xanh");
  }

  @Test
  void aPropertyOfTheProcess() throws IOException {
    System.setProperty("user.greeting", "chào");
    try {
      site.write("templates/post.ftl", "${config.user_greeting}");
      site.bake();
      site.bake();
      assertThat(site.pages().get("a.html")).isEqualTo("chào");
      System.setProperty("user.greeting", "khác");
      site.bake();
      assertThat(site.pages().get("a.html")).isEqualTo("khác");
    } finally {
      System.clearProperty("user.greeting");
    }
  }

  @Test
  void publishedLaterByDefault() throws IOException {
    site.append("jbake.properties", "default.status=published-date\n");
    site.write("templates/post.ftl", "${content.title} ${content.status}");
    site.post("content/b.md", "title=B\ndate=2018-06-01", "hai");
    site.bake(false, LocalDateTime.of(2018, 5, 1, 0, 0));
    site.bake(false, LocalDateTime.of(2018, 7, 1, 0, 0));
    assertSameAsCold(LocalDateTime.of(2018, 7, 1, 0, 0));
  }

  @Test
  void documentsWithoutText() throws IOException {
    site.write("templates/post.ftl", "${content.title}");
    site.write("templates/page.ftl", "<#list published_posts as p>${p.title};</#list>");
    site.write("content/t.md", "type=page\n" + HEADER + "\n~~~~~~\nx\n");
    site.write("content/y.yaml", "title: Y\ntype: post\nstatus: published\ndate: 2018-01-02\n");
    site.bake();
    site.write("content/y.yaml", "title: Khác\ntype: post\nstatus: published\ndate: 2018-01-02\n");
    site.bake();
    assertSameAsCold(LocalDateTime.of(2019, 1, 1, 0, 0));
  }

  @Test
  void documentsWithoutTextPublishedLater() throws IOException {
    site.write("templates/post.ftl", "<#list published_posts as p>${p.title};</#list>");
    site.write(
        "content/y.yaml", "title: Y\ntype: post\nstatus: published-date\ndate: 2018-06-02\n");
    site.bake(false, LocalDateTime.of(2018, 5, 1, 0, 0));
    site.bake(false, LocalDateTime.of(2018, 7, 1, 0, 0));
    assertSameAsCold(LocalDateTime.of(2018, 7, 1, 0, 0));
  }

  @Test
  void halfACharacterInYaml() throws IOException {
    site.write(
        "content/y.yaml",
        "title: \"\\ud83d\"\ntype: post\nstatus: published\nbody: x\ndate: 2018-01-02\n");
    site.bake();
    site.bake();
  }

  @Test
  void aFolderOfTheSiteThatSomebodyDeleted() throws IOException {
    site.post("content/x/b.md", HEADER, "chữ");
    site.bake();
    Files.delete(home.resolve("output/x/b.html"));
    Files.delete(home.resolve("output/x"));
    site.post("content/x/b.md", HEADER, "khác");
    site.bake();
    assertThat(site.pages().get("x/b.html")).contains("khác");
  }

  @Test
  void theCacheDeletedWhileItIsInUse() throws IOException {
    try (var live = new LiveSite(home, Optional.empty(), false)) {
      live.bake(Set.of());
      site.deleteCache();
    }
    site.bake();
  }

  @Test
  void aFolderWhereTheCacheWantsAFile() throws IOException {
    site.write(BuildCache.FOLDER + "/documents/x", "x");
    site.bake();
    site.bake();
  }

  @Test
  void aFolderInTheCacheThatIsCleared() throws IOException {
    site.bake();
    site.write(BuildCache.FOLDER + "/la/x", "x");
    site.write(BuildCache.FOLDER + "/bodies", "");
    site.write("templates/page.ftl", "y");
    site.post("content/b.md", HEADER, "hai");
    site.write("templates/post.ftl", "${content.body}!");
    site.bake();
    assertThat(site.pages().get("a.html")).contains("chữ");
  }

  @Test
  void anInterruptedBake() throws IOException {
    try (var live = new LiveSite(home, Optional.empty(), false)) {
      live.bake(Set.of());
      site.write("templates/post.ftl", "${content.body}!");
      Thread.currentThread().interrupt();
      try {
        live.bake(Set.of());
      } catch (RuntimeException e) {
        // the bake of an interrupted thread fails
      }
      Thread.interrupted();
      live.bake(Set.of());
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aVariableThatASiteAdds() throws IOException {
    site.write("templates/post.ftl", "${test_hour[0]}");
    site.bake();
    String before = site.pages().get("a.html");
    site.bake();
    assertThat(site.pages().get("a.html")).isNotEqualTo(before);
  }

  @Test
  void anEngineThatLooksAtMoreThanTheFile() throws IOException {
    TestSite portal = TestSite.copyOf("portal-small", folder.resolve("portal"));
    portal.write(
        "content/bai-viet/2018/to.shout",
        "type=post\ntitle=To\ndate=2018-01-05\nstatus=published\n~~~~~~\nnói to\n");
    try {
      portal.bake();
      ShoutEngine.echo = "vang";
      portal.bake();
      assertThat(portal.pages().get("bai-viet/2018/to.html")).contains("vang");
    } finally {
      ShoutEngine.echo = "";
    }
  }

  @Test
  void anotherTemplateThatIsBroken() throws IOException {
    site.write(
        "jbake.properties",
        "render.index=true\nrender.archive=false\nrender.feed=false\nrender.tags=false\n");
    site.write("templates/index.ftl", "x");
    site.bake();
    var before = site.pages();
    site.post("content/a.md", HEADER, "khác");
    site.write("templates/index.ftl", "${khong.co}");
    try {
      site.bake();
    } catch (vn.cachlamhay.diag.SiteException e) {
      // stopped
    }
    assertThat(site.pages()).isEqualTo(before);
  }

  @Test
  void aTemplateChangedAndChangedBackDuringABake() throws IOException {
    String template = text("templates/post.ftl");
    var progress =
        new Progress() {
          @Override
          public void started(Step step) {
            if (step == Step.BAKE) {
              w("khác");
            }
          }

          @Override
          public void finished(Step step, java.time.Duration d) {
            if (step == Step.BAKE) {
              w(template);
            }
          }

          void w(String s) {
            try {
              site.write("templates/post.ftl", s);
            } catch (IOException e) {
              throw new RuntimeException(e);
            }
          }
        };
    new SiteBuilder(
            new BuildOptions(home, Optional.empty(), false, LocalDateTime.of(2019, 1, 1, 0, 0)),
            progress)
        .bake();
    assertThat(site.pages().get("a.html")).isEqualTo("khác");
    site.bake();
    assertThat(site.pages().get("a.html")).isNotEqualTo("khác");
  }

  @Test
  void anExcerptThatEndsInHalfACharacter() throws IOException {
    TestSite portal = TestSite.copyOf("portal-small", folder.resolve("portal"));
    portal.append("content/bai-viet/2018/bac-son.md", "\n");
    Path file = folder.resolve("portal/content/bai-viet/2018/bac-son.md");
    String text = Files.readString(file);
    int end = text.indexOf("\n---\n", 4);
    String header =
        end > 0 ? text.substring(0, end + 5) : text.substring(0, text.indexOf("~~~~~~") + 7);
    Files.writeString(
        file, header + "\n" + "a".repeat(199) + "\ud83d\ude00" + "b".repeat(50) + "\n");
    portal.bake();
    portal.bake();
  }

  private void assertSameAsCold(LocalDateTime now) throws IOException {
    Map<String, String> warm = site.pages();
    site.deleteCache().delete("output");
    site.bake(false, now);
    assertThat(warm).isEqualTo(site.pages());
  }

  private String text(String path) throws IOException {
    return Files.readString(home.resolve(path));
  }
}
