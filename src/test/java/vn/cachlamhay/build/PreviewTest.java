package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edited articles that are shown before the site is baked again. */
class PreviewTest {

  private static final String SOURCE = "content/bai-viet/2018/bac-son.md";
  private static final String PAGE = "bai-viet/2018/bac-son.html";

  private static final String LIST = "cach-lam-hay/index.html";

  @TempDir Path folder;

  /** What is shown is what the bake that follows would have made, where only the text changed. */
  @ParameterizedTest
  @CsvSource({
    "portal-small, content/bai-viet/2018/bac-son.md, bai-viet/2018/bac-son.html",
    "jbake-stock, content/blog/bai-1.md, blog/bai-1.html",
  })
  void showsAnEditedTextAsTheBakeWill(String name, String source, String page) throws IOException {
    TestSite site = TestSite.copyOf(name, folder.resolve("site"));
    try (var live = live(false)) {
      live.bake(Set.of());
      Map<String, String> before = site.pages();
      site.append(source, "\nThêm **một dòng** cuối bài.\n");
      assertThat(live.show(List.of(path(source)))).containsExactly(page);
      Map<String, String> shown = site.pages();
      assertThat(shown.get(page)).contains("Thêm <strong>một dòng</strong> cuối bài.");
      assertThat(changed(before, shown)).containsExactly(page);
      BuildReport report = live.bake(Set.of());
      assertThat(site.pages().get(page)).isEqualTo(shown.get(page));
      assertThat(report.problems()).noneMatch(problem -> problem.isError());
    }
    Map<String, String> afterwards = site.output();
    site.deleteCache();
    site.bake();
    assertThat(site.output()).isEqualTo(afterwards);
  }

  /** Until the bake, other pages show the article as it was. */
  @Test
  void showsNewFrontMatterOnTheArticlesOwnPage() throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder.resolve("site"));
    try (var live = live(false)) {
      live.bake(Set.of());
      replace(SOURCE, "summary: Bốn bước", "summary: Năm bước");
      replace(SOURCE, "tags: [lịch sử,", "tags: [thẻ chưa ai dùng,");
      assertThat(live.show(List.of(path(SOURCE)))).containsExactly(PAGE);
      assertThat(site.pages().get(PAGE)).contains("Năm bước", "thẻ chưa ai dùng");
      assertThat(site.pages().get(LIST)).contains("Bốn bước &amp;").doesNotContain("Năm bước");
      live.bake(Set.of());
      assertThat(site.pages().get(LIST)).contains("Năm bước");
    }
    Map<String, String> afterwards = site.output();
    site.deleteCache();
    site.bake();
    assertThat(site.output()).isEqualTo(afterwards);
  }

  /** Whatever may change more than the article's page, or has an error, waits for the bake. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an unknown place      | locality: Lạng Sơn/Bắc Sơn | locality: Lạng Sơng",
        "another type          | type: practice             | type: page",
        "a draft               | status: published          | status: draft",
        "a broken header       | date: 2018-09-12 08:30     | date: hôm qua",
        "a broken link         | ../2019/ket-qua.md#ket-qua | ../2019/khong-co.md",
      })
  void leavesTheRestToTheBake(String what, String old, String edited) throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder.resolve("site"));
    try (var live = live(false)) {
      live.bake(Set.of());
      Map<String, String> before = site.pages();
      replace(SOURCE, old, edited);
      assertThat(live.show(List.of(path(SOURCE)))).as(what).isEmpty();
      assertThat(site.pages()).as(what).isEqualTo(before);
    }
  }

  @Test
  void knowsNothingOfFilesThatWereNotBaked() throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder.resolve("site"));
    try (var live = live(false)) {
      assertThat(live.show(List.of(path(SOURCE)))).isEmpty();
      live.bake(Set.of());
      site.append(SOURCE, "\nThêm một dòng.\n");
      site.append("templates/article.ftlh", " ");
      assertThat(live.show(List.of(path("templates/article.ftlh")))).isEmpty();
      assertThat(live.show(List.of(path(SOURCE), path("content/bai-viet/moi.md")))).isEmpty();
      assertThat(site.pages().get(PAGE)).doesNotContain("Thêm một dòng.");
    }
  }

  @Test
  void showsDraftsWhereDraftsAreBaked() throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder.resolve("site"));
    replace(SOURCE, "status: published", "status: draft");
    replace(SOURCE, "aliases: [/tin/123.html]\n", "");
    try (var live = live(true)) {
      live.bake(Set.of());
      String page = PAGE.replace(".html", "-draft.html");
      assertThat(site.pages()).containsKey(page);
      site.append(SOURCE, "\nThêm một dòng.\n");
      assertThat(live.show(List.of(path(SOURCE)))).containsExactly(page);
      String shown = site.pages().get(page);
      assertThat(shown).contains("Thêm một dòng.");
      live.bake(Set.of());
      assertThat(site.pages().get(page)).isEqualTo(shown);
    }
  }

  private LiveSite live(boolean drafts) {
    return new LiveSite(folder.resolve("site"), Optional.empty(), drafts);
  }

  private Path path(String inside) {
    return folder.resolve("site").resolve(inside);
  }

  private void replace(String source, String old, String now) throws IOException {
    String text = Files.readString(path(source));
    assertThat(text).contains(old);
    Files.writeString(path(source), text.replace(old, now));
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return after.keySet().stream().filter(uri -> !after.get(uri).equals(before.get(uri))).toList();
  }
}
