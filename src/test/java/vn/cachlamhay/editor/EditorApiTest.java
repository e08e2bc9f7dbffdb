package vn.cachlamhay.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.TestSite;

/** What the editor's page asks for, over the wire, of a real preview of a site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorApiTest {

  private static final String PATH = "bai-viet/2018/bac-son.md";

  private Path folder;
  private Path site;
  private EditorClient editor;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    site = folder.resolve("site");
    TestSite.copyOf("portal-small", site);
    editor = new EditorClient(site);
  }

  @AfterAll
  void stop() {
    editor.close();
  }

  @Test
  void tellsWhatTheFormNeeds() {
    EditorClient.Answer answer = editor.get("site");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.list("types"))
        .extracting(type -> type.get("key").getAsString())
        .contains("post", "practice", "page");
    assertThat(answer.json().getAsJsonArray("statuses").toString())
        .isEqualTo("[\"published\",\"draft\",\"review\",\"published-date\"]");
    assertThat(answer.list("topics")).isNotEmpty();
    assertThat(answer.list("sections"))
        .extracting(each -> each.get("heading").getAsString())
        .contains("Bối cảnh", "Kết quả");
    assertThat(answer.json().getAsJsonObject("git").get("on").getAsBoolean()).isFalse();
  }

  @Test
  void listsAllArticlesAndFoldsWhatFiltersLookAt() {
    JsonObject row = row(PATH);
    assertThat(row.get("title").getAsString()).isEqualTo("Bắc Sơn: \"mở đường\" & <kết nạp>");
    assertThat(row.get("status").getAsString()).isEqualTo("published");
    assertThat(row.get("date").getAsString()).isEqualTo("2018-09-12 08:30");
    assertThat(row.get("folded").getAsString())
        .startsWith("bac son mo duong ket nap")
        .contains("huyen bac son lang son")
        .contains("lich su");
  }

  /** What is opened and saved without a change leaves the file as it is, byte for byte. */
  @Test
  void opensAndSavesWithoutTouchingAnything() throws IOException {
    byte[] before = Files.readAllBytes(file(PATH));
    EditorClient.Answer opened = editor.get("article", "path", PATH);
    EditorClient.Answer saved = save(opened, opened.json().get("body").getAsString(), false);
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.text("version")).isEqualTo(opened.text("version"));
    assertThat(Files.readAllBytes(file(PATH))).isEqualTo(before);
  }

  @Test
  void showsTheTypedPageAndItsProblemsBesideTheirFields() {
    EditorClient.Answer opened = editor.get("article", "path", PATH);
    JsonObject fields = opened.json().getAsJsonObject("fields").deepCopy();
    fields.add("locality", array("Lạng Sơn/Bác Sơn"));
    fields.add("title", array("Tiêu đề đang gõ"));
    String body = opened.text("body") + "\nXem [bài](khong-co.md).\n";
    EditorClient.Answer look =
        editor.post("look", typed(PATH, opened.text("version"), fields, body));
    assertThat(look.list("problems"))
        .filteredOn(problem -> problem.get("severity").getAsString().equals("error"))
        .extracting(EditorApiTest::place)
        .containsExactlyInAnyOrder(
            "locality khong-ro-dia-phuong", "line " + (body.lines().count()) + " lien-ket-hong");
    HttpResponse<byte[]> page = editor.raw(look.text("page"));
    assertThat(new String(page.body(), UTF_8)).contains("Tiêu đề đang gõ");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox allow-same-origin;", "script-src 'none'");
  }

  @Test
  void theTypedPageFindsWhatItShowsBesideIt() {
    EditorClient.Answer opened = editor.get("article", "path", PATH);
    String page =
        editor
            .post("look", typed(PATH, opened.text("version"), fields(opened), opened.text("body")))
            .text("page");
    String folder = page.substring(0, page.indexOf('/', "/bien-tap/xem/".length()) + 1);
    assertThat(editor.raw(folder + "bai-viet/2018/anh/co.svg").statusCode()).isEqualTo(200);
    assertThat(editor.raw(folder + "khong-co.css").statusCode()).isEqualTo(404);
    assertThat(editor.raw(folder + "..%2f..%2fjbake.properties").statusCode()).isEqualTo(400);
    assertThat(editor.raw("bien-tap/xem/999999/" + "index.html").statusCode()).isEqualTo(200);
  }

  @Test
  void whatHasErrorsIsSavedButNotPublished() throws IOException {
    String path = copy("chua-xong.md");
    EditorClient.Answer opened = opened(path);
    JsonObject fields = fields(opened);
    fields.add("locality", array("Nơi không có"));
    Map<String, Object> typed = typed(path, opened.text("version"), fields, opened.text("body"));
    byte[] before = Files.readAllBytes(file(path));
    typed.put("publish", true);
    EditorClient.Answer refused = editor.post("save", typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("error", "code")).isEqualTo("has-errors");
    assertThat(refused.list("problems")).isNotEmpty();
    assertThat(Files.readAllBytes(file(path))).isEqualTo(before);
    typed.put("publish", false);
    assertThat(editor.post("save", typed).status()).isEqualTo(200);
    assertThat(Files.readString(file(path))).contains("Nơi không có");
  }

  /** Neither version is lost: the other one is shown, and what is replaced stays in the history. */
  @Test
  void nothingIsWrittenOverThatChangedOnDisk() throws IOException {
    String path = copy("hai-nguoi.md");
    EditorClient.Answer opened = opened(path);
    Files.writeString(file(path), Files.readString(file(path)) + "\nCâu của người khác.\n");
    String mine = opened.text("body") + "\nCâu của tôi.\n";
    EditorClient.Answer conflict = save(opened, mine, false);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.text("theirs", "body")).contains("Câu của người khác.");
    assertThat(Files.readString(file(path))).contains("Câu của người khác.");
    Map<String, Object> again =
        typed(path, conflict.text("theirs", "version"), fields(opened), mine);
    assertThat(editor.post("save", again).status()).isEqualTo(200);
    assertThat(Files.readString(file(path))).contains("Câu của tôi.").doesNotContain("người khác");
    assertThat(versions(path)).anyMatch(text -> text.contains("Câu của người khác."));
  }

  @Test
  void anArticleDeletedMeanwhileCanBeSavedOnPurpose() throws IOException {
    String path = copy("mat-tep.md");
    EditorClient.Answer opened = opened(path);
    Files.delete(file(path));
    EditorClient.Answer conflict = save(opened, opened.text("body"), false);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().get("theirs").isJsonNull()).isTrue();
    Map<String, Object> again = typed(path, "", fields(opened), opened.text("body"));
    assertThat(editor.post("save", again).status()).isEqualTo(200);
    assertThat(Files.readString(file(path))).contains("Bốn bước");
  }

  @Test
  void everySaveCanBeTakenBack() throws IOException {
    String path = copy("lich-su.md");
    String before = Files.readString(file(path));
    EditorClient.Answer opened = opened(path);
    String version = save(opened, opened.text("body") + "\nSau này.\n", false).text("version");
    List<JsonObject> history = editor.get("history", "path", path).list("versions");
    assertThat(history)
        .extracting(line -> line.get("kind").getAsString())
        .containsExactly("save", "before-change");
    String first = history.get(1).get("id").getAsString();
    EditorClient.Answer old = editor.get("history/version", "path", path, "id", first);
    assertThat(old.text("text")).isEqualTo(before);
    assertThat(old.list("comparison"))
        .filteredOn(row -> row.get("kind").getAsString().equals("added"))
        .extracting(row -> row.get("line").getAsString())
        .contains("Sau này.");
    EditorClient.Answer restored =
        editor.post("history/restore", Map.of("path", path, "id", first, "base", version));
    assertThat(restored.status()).isEqualTo(200);
    assertThat(Files.readString(file(path))).isEqualTo(before);
    assertThat(versions(path)).anyMatch(text -> text.contains("Sau này."));
  }

  @Test
  void whatIsDeletedComesBack() throws IOException {
    String path = copy("bo-di.md");
    byte[] before = Files.readAllBytes(file(path));
    String base = opened(path).text("version");
    EditorClient.Answer deleted = editor.post("delete", Map.of("path", path, "base", base));
    assertThat(file(path)).doesNotExist();
    assertThat(editor.get("trash").list("items"))
        .anyMatch(item -> item.get("path").getAsString().equals(path));
    EditorClient.Answer restored =
        editor.post("trash/restore", Map.of("id", deleted.text("trash")));
    assertThat(restored.text("path")).isEqualTo(path);
    assertThat(Files.readAllBytes(file(path))).isEqualTo(before);
  }

  @Test
  void aNewArticleNeverTakesTheFileOfAnother() throws IOException {
    Map<String, Object> wanted =
        Map.of(
            "title",
            "Cách làm: mới & \"lạ\"",
            "type",
            "practice",
            "locality",
            List.of("Lạng Sơn/Bắc Sơn"),
            "topic",
            List.of());
    String first = editor.post("new", wanted).text("path");
    String second = editor.post("new", wanted).text("path");
    assertThat(first).matches("bai-viet/\\d{4}/cach-lam-moi-la\\.md");
    assertThat(second).isEqualTo(first.replace(".md", "-2.md"));
    EditorClient.Answer opened = opened(first);
    assertThat(fields(opened).getAsJsonArray("title").get(0).getAsString())
        .isEqualTo("Cách làm: mới & \"lạ\"");
    assertThat(opened.text("body")).contains("## Bối cảnh");
    assertThat(editor.post("new", Map.of("title", "  ")).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "places   | bac son   | Lạng Sơn/huyện Bắc Sơn | false",
        "places   | Bắc Sơn   | Lạng Sơn/huyện Bắc Sơn | false",
        "places   | lang s    | Lạng Sơn               | false",
        "tags     | lịch      | lịch sử                | false",
        "tags     | Lich Su   | lịch sử                | true",
        "tags     | Lịch sử   | lịch sử                | false",
        "authors  | a         | An                     | false",
        "articles | mo duong  | /bai-viet/2018/bac-son.md | false",
        "topics   | tao ng    | Tạo nguồn              | false",
      })
  void offersNames(String kind, String typed, String value, boolean near) {
    assertThat(editor.get("words", "kind", kind, "q", typed).list("words"))
        .anySatisfy(
            word -> {
              assertThat(word.get("value").getAsString()).isEqualTo(value);
              assertThat(word.get("near").getAsBoolean()).isEqualTo(near);
            });
  }

  /** A file of which the front matter cannot be read is still there to be mended, as a whole. */
  @Test
  void whatCannotBeTakenApartIsEditedAsAWhole() throws IOException {
    String path = "bai-viet/2018/hong.md";
    Files.writeString(file(path), "Bài viết không có phần đầu.\n");
    EditorClient.Answer opened = editor.get("article", "path", path);
    assertThat(opened.json().get("whole").getAsBoolean()).isFalse();
    assertThat(opened.text("text")).isEqualTo("Bài viết không có phần đầu.\n");
    assertThat(opened.list("problems")).isNotEmpty();
    Map<String, Object> typed =
        new HashMap<>(
            Map.of("path", path, "base", opened.text("version"), "text", "---\ntitle: Có\n---\n"));
    assertThat(editor.post("save", typed).status()).isEqualTo(200);
    assertThat(Files.readString(file(path))).isEqualTo("---\ntitle: Có\n---\n");
    Files.delete(file(path));
  }

  /** Nothing outside the folder of the articles, whatever it is called. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../jbake.properties",
        "bai-viet/../../jbake.properties",
        "/etc/passwd",
        "..\\jbake.properties",
        "C:\\Windows\\win.ini",
        "bai-viet/2018/bac-son.md\u0000.txt",
        "bai-viet/2018/%2e%2e/bac-son.md",
        "bai-viet/2018/bac-son.md:ads",
        "bai-viet/2018/con.md",
        ".an/bai.md",
        "bai-viet/2018/so-lieu.csv",
        "bai-viet/2018/bac-son.md/",
        "",
      })
  void refusesPathsThatLeadElsewhere(String path) throws IOException {
    List<Path> before = files();
    assertThat(editor.get("article", "path", path).status()).isEqualTo(422);
    Map<String, Object> typed = typed(path, "", new JsonObject(), "Bài của kẻ lạ.\n");
    assertThat(editor.post("save", typed).status()).isEqualTo(422);
    assertThat(editor.post("look", typed).status()).isEqualTo(422);
    assertThat(editor.post("delete", Map.of("path", path, "base", "")).status()).isEqualTo(422);
    assertThat(editor.get("history", "path", path).status()).isEqualTo(422);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void doesNotFollowALinkOutOfTheSite() throws IOException {
    Path outside = Files.writeString(folder.resolve("ngoai.md"), "---\ntitle: Ngoài\n---\n");
    Path link = file("bai-viet/2018/lien-ket.md");
    Files.createSymbolicLink(link, outside);
    assertThat(editor.get("article", "path", "bai-viet/2018/lien-ket.md").status()).isEqualTo(422);
    Files.delete(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "7", "{\"path\":[]}", "{\"fields\":7}"})
  void answersNonsenseWithAClearError(String body) {
    for (String name :
        List.of("look", "save", "new", "delete", "history/restore", "trash/restore", "settings")) {
      EditorClient.Answer answer = editor.post(name, body);
      assertThat(answer.status()).as(name + " " + body).isBetween(400, 422);
      assertThat(answer.text("error", "message")).isNotBlank();
      assertThat(answer.text("error", "hint")).isNotBlank();
    }
  }

  @Test
  void takesFilesAndTellsHowTheArticleNamesThem() throws IOException {
    String path = copy("co-anh.md");
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><script>1</script></svg>"
            .getBytes(UTF_8);
    EditorClient.Answer stored =
        editor.put("file?article=" + path + "&name=H%C3%ACnh%201.svg", svg);
    assertThat(stored.text("reference")).isEqualTo("anh/hinh-1.svg");
    assertThat(stored.text("kind")).isEqualTo("picture");
    assertThat(stored.json().get("width").getAsInt()).isEqualTo(40);
    assertThat(Files.readString(file("bai-viet/2018/anh/hinh-1.svg"))).doesNotContain("script");
    byte[] table = "Năm,Số\n2018,15\n".getBytes(UTF_8);
    EditorClient.Answer csv = editor.put("file?article=" + path + "&name=So%20lieu.csv", table);
    assertThat(csv.text("kind")).isEqualTo("document");
    assertThat(Files.readAllBytes(file("bai-viet/2018/" + csv.text("reference")))).isEqualTo(table);
  }

  @ParameterizedTest
  @CsvSource({
    "virus.exe, MZ",
    "trang.html, <script>",
    "anh.png, khong phai anh",
    "anh.svg, <svg",
    "..%2F..%2Fx.png, x",
    "tep, x",
    "con.png, x",
  })
  void refusesFilesThatMayNotBeThere(String name, String content) throws IOException {
    List<Path> before = files();
    EditorClient.Answer answer =
        editor.put("file?article=" + PATH + "&name=" + name, content.getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("error", "hint")).isNotBlank();
    EditorClient.Answer elsewhere =
        editor.put("file?article=../x.md&name=a.csv", "a".getBytes(UTF_8));
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void makesMarkdownOfWhatIsPasted() throws IOException {
    String path = copy("dan.md");
    String pixel =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    String html =
        "<h1>Kết quả</h1><p style='color:red'>Có <b>15</b> đảng viên<script>x</script></p>"
            + "<p><img alt='Bốn bước' src='"
            + pixel
            + "'></p>";
    EditorClient.Answer pasted =
        editor.post("paste", Map.of("article", path, "html", html, "rtf", ""));
    assertThat(pasted.text("markdown"))
        .isEqualTo("## Kết quả\n\nCó **15** đảng viên\n\n![Bốn bước](anh/anh-dan-1.png)\n");
    assertThat(file("bai-viet/2018/anh/anh-dan-1.png")).exists();
  }

  private JsonObject row(String path) {
    return editor.get("articles").list("articles").stream()
        .filter(row -> row.get("path").getAsString().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private Path file(String path) {
    return site.resolve("content").resolve(path);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(site.resolve("content"))) {
      return files.sorted().toList();
    }
  }

  /** A copy of the article for one test alone. */
  private String copy(String name) throws IOException {
    String text = Files.readString(file(PATH)).replace("aliases: [/tin/123.html]\n", "");
    Files.writeString(file("bai-viet/2018/" + name), text);
    return "bai-viet/2018/" + name;
  }

  private EditorClient.Answer opened(String path) {
    return editor.get("article", "path", path);
  }

  private List<String> versions(String path) {
    return editor.get("history", "path", path).list("versions").stream()
        .map(
            line ->
                editor
                    .get("history/version", "path", path, "id", line.get("id").getAsString())
                    .text("text"))
        .toList();
  }

  private EditorClient.Answer save(EditorClient.Answer opened, String body, boolean publish) {
    Map<String, Object> typed =
        typed(opened.text("path"), opened.text("version"), fields(opened), body);
    typed.put("publish", publish);
    return editor.post("save", typed);
  }

  private static JsonObject fields(EditorClient.Answer opened) {
    return opened.json().getAsJsonObject("fields").deepCopy();
  }

  private static Map<String, Object> typed(
      String path, String base, JsonObject fields, String body) {
    var typed = new HashMap<String, Object>();
    typed.put("path", path);
    typed.put("base", base);
    typed.put("fields", fields);
    typed.put("body", body);
    return typed;
  }

  private static JsonArray array(String value) {
    var array = new JsonArray();
    array.add(value);
    return array;
  }

  private static String place(JsonObject problem) {
    String code = problem.get("code").getAsString();
    return problem.get("field").isJsonNull()
        ? "line " + problem.get("bodyLine").getAsInt() + " " + code
        : problem.get("field").getAsString() + " " + code;
  }
}
