package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problem;

/** Manifest, icons and worker of a site, and what of a change reaches them. */
class OfflineFilesTest {

  private static final String DRAWING =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">"
          + "<rect width=\"8\" height=\"8\" fill=\"#123456\"/></svg>";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void write() throws IOException {
    site =
        TestSite.copyOf("portal-small", folder)
            .append(
                "jbake.properties",
                "\nportal.template.offline=offline.ftlh\nportal.template.saved=saved.ftlh\n")
            .write("templates/offline.ftlh", "<h1>Không có mạng</h1> ${page.root}")
            .write("templates/saved.ftlh", "<h1>Bài đã lưu</h1>")
            .write("assets/js/a.js", "a()")
            .write("assets/favicon.svg", DRAWING);
  }

  @Test
  void theManifestNamesWhatThereIs() throws IOException {
    JsonObject manifest = manifest(bake());
    assertThat(manifest.get("name").getAsString()).isEqualTo("Cách làm hay");
    assertThat(manifest.get("short_name").getAsString()).isEqualTo("Cách làm hay");
    assertThat(manifest.get("lang").getAsString()).isEqualTo("vi");
    assertThat(manifest.get("start_url").getAsString()).isEqualTo("./");
    assertThat(manifest.get("scope").getAsString()).isEqualTo("./");
    assertThat(icons(manifest))
        .containsExactly(
            "bieu-tuong/192.png 192x192 any",
            "bieu-tuong/512.png 512x512 any",
            "bieu-tuong/tron-192.png 192x192 maskable",
            "bieu-tuong/tron-512.png 512x512 maskable");
    assertThat(site.pages())
        .containsKeys("bieu-tuong/180.png", "bieu-tuong/192.png", "bieu-tuong/tron-512.png");
  }

  @Test
  void theConfigurationSaysHowItLooks() throws IOException {
    Map<String, String> before = bake();
    site.append(
        "jbake.properties",
        "portal.app.short-name=CLH\nportal.app.theme-color=#00AA11\n"
            + "portal.app.background-color=#ffffff\n");
    Map<String, String> after = bake();
    JsonObject manifest = manifest(after);
    assertThat(manifest.get("short_name").getAsString()).isEqualTo("CLH");
    assertThat(manifest.get("theme_color").getAsString()).isEqualTo("#00AA11");
    assertThat(manifest.get("background_color").getAsString()).isEqualTo("#ffffff");
    assertThat(after.get("bieu-tuong/tron-192.png"))
        .isNotEqualTo(before.get("bieu-tuong/tron-192.png"));
    assertThat(after.get("bieu-tuong/192.png")).isEqualTo(before.get("bieu-tuong/192.png"));
  }

  @Test
  void withoutADrawingThereAreTheIconsThatTheSiteHas() throws IOException {
    site.delete("assets/favicon.svg").write("assets/bieu-tuong/512.png", "của trang");
    Map<String, String> pages = bake();
    assertThat(icons(manifest(pages))).containsExactly("bieu-tuong/512.png 512x512 any");
    assertThat(pages.keySet())
        .filteredOn(uri -> uri.startsWith("bieu-tuong/"))
        .containsExactly("bieu-tuong/512.png");
  }

  @ParameterizedTest
  @CsvSource({
    "manifest.webmanifest, {}",
    "sw.js, // của trang",
    "bieu-tuong/192.png, của trang",
    "ngoai-tuyen.html, của trang",
    "da-luu/index.html, của trang"
  })
  void whatTheSiteHasItselfGoesFirst(String uri, String text) throws IOException {
    site.write("assets/" + uri, text);
    Map<String, String> pages = bake();
    assertThat(pages).containsEntry(uri, text);
    assertThat(pages.keySet()).contains("bieu-tuong/512.png", "sw.js", "manifest.webmanifest");
  }

  @Test
  void theWorkerKeepsWhatPagesNeed() throws IOException {
    assertThat(bake().get("sw.js"))
        .contains(
            "const SHELL = [\"css/x.css\",\"da-luu/index.html\",\"favicon.svg\",\"js/a.js\","
                + "\"ngoai-tuyen.html\"];");
  }

  /** Whatever of the shell changes, and nothing else, makes another version. */
  @ParameterizedTest
  @CsvSource({
    "assets/css/x.css, true",
    "assets/js/a.js, true",
    "assets/js/b.js, true",
    "assets/favicon.svg, true",
    "templates/offline.ftlh, true",
    "templates/saved.ftlh, true",
    "assets/anh.svg, false",
    "templates/home.ftlh, false",
    "content/bai-viet/2018/tin-1.md, false",
    "content/bai-viet/2020/moi.md, false"
  })
  void itsVersionFollowsTheShell(String file, boolean shell) throws IOException {
    site.write("assets/anh.svg", DRAWING);
    String before = bake().get("sw.js");
    assertThat(bake().get("sw.js")).isEqualTo(before);
    if (file.endsWith("moi.md")) {
      site.post(file, "title=Mới\ndate=2020-01-01\nstatus=published\nlocality=Lạng Sơn", "Chữ.");
    } else if (file.endsWith("b.js")) {
      site.write(file, "b()");
    } else {
      site.append(file, file.endsWith(".svg") ? "<!-- khác -->" : "\n");
    }
    Map<String, String> warm = bake();
    assertThat(!warm.get("sw.js").equals(before)).isEqualTo(shell);
    Map<String, String> remembered = new TreeMap<>(warm);
    site.deleteCache();
    assertThat(bake()).isEqualTo(remembered);
  }

  @Test
  void aSiteWithoutTheOfflinePageRemovesTheWorkerOfBefore() throws IOException {
    bake();
    site.write(
        "jbake.properties",
        Files.readString(folder.resolve("jbake.properties"))
            .replace("portal.template.offline=offline.ftlh", ""));
    Map<String, String> pages = bake();
    assertThat(pages).doesNotContainKey("ngoai-tuyen.html").containsKey("da-luu/index.html");
    assertThat(pages.get("sw.js")).contains("unregister()").doesNotContain("SHELL");
  }

  @Test
  void aChangedDrawingIsDrawnAnew() throws IOException {
    String before = bake().get("bieu-tuong/192.png");
    site.write("assets/favicon.svg", DRAWING.replace("#123456", "#654321"));
    assertThat(bake().get("bieu-tuong/192.png")).isNotEqualTo(before);
  }

  private Map<String, String> bake() throws IOException {
    assertThat(site.bake().problems()).noneMatch(Problem::isError);
    return site.pages();
  }

  private static JsonObject manifest(Map<String, String> pages) {
    return JsonParser.parseString(pages.get("manifest.webmanifest")).getAsJsonObject();
  }

  private static Iterable<String> icons(JsonObject manifest) {
    return StreamSupport.stream(manifest.getAsJsonArray("icons").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(
            icon ->
                icon.get("src").getAsString()
                    + " "
                    + icon.get("sizes").getAsString()
                    + " "
                    + icon.get("purpose").getAsString())
        .toList();
  }
}
