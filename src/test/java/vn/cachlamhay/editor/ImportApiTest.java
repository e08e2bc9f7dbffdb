package vn.cachlamhay.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.TestSite;

/** Files that become drafts, over the wire, in a site that lies in a Git repository. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportApiTest {

  private Path site;
  private EditorClient editor;
  private Git git;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    site = temporary.resolve("site");
    TestSite.copyOf("portal-small", site);
    git = Git.init().setDirectory(site.toFile()).call();
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage("Bắt đầu")
        .setSign(false)
        .setAuthor("Người khác", "khac@example.vn")
        .setCommitter("Người khác", "khac@example.vn")
        .call();
    editor = new EditorClient(site);
    var wanted = Map.of("on", true, "name", "Nguyễn Thị Hoa", "email", "hoa@example.vn");
    editor.post("settings", Map.of("git", wanted));
  }

  @AfterAll
  void stop() {
    if (editor != null) {
      editor.close();
    }
    git.close();
  }

  @Test
  void aFileBecomesADraftThatCanBeOpenedAtOnce() throws IOException {
    String text = text("Tổ hợp tác nuôi ong ở Chi Lăng", "mật ong");
    JsonObject made = only(send("C:\\Tài liệu\\Nuôi ong.txt", text));
    assertThat(made.get("status").getAsString()).isEqualTo("made");
    assertThat(made.get("title").getAsString()).isEqualTo("Tổ hợp tác nuôi ong ở Chi Lăng");
    assertThat(made.get("source").getAsString()).isEqualTo("Nuôi ong.txt");
    String path = made.get("article").getAsString();
    EditorClient.Answer opened = editor.get("article", "path", path);
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.json().getAsJsonObject("fields").get("status").toString()).contains("draft");
    assertThat(opened.text("body")).contains("mật ong");
    // nobody has said where it lay before it came
    String kept = Files.readString(originals(path).resolve("nhap.json"));
    assertThat(kept).contains("\"source\": \"Nuôi ong.txt\"").doesNotContain("portal-nhap-");
  }

  @Test
  void theSameFileIsBroughtInOnce() throws IOException {
    String text = text("Lớp học tối ở Bình Gia", "bàn ghế");
    String first = only(send("a.txt", text)).get("article").getAsString();
    JsonObject again = only(send("b.txt", text));
    assertThat(again.get("status").getAsString()).isEqualTo("known");
    assertThat(again.get("article").getAsString()).isEqualTo(first);
    assertThat(again.get("title").getAsString()).isEqualTo("Lớp học tối ở Bình Gia");
  }

  /** The importer of the files that were chosen together must not know more than the disk. */
  @Test
  void whatWasDeletedMeanwhileMayComeAgain() throws IOException {
    String text = text("Đường hoa ở Tràng Định", "hàng rào");
    String first = only(send("a.txt", text, "batch", "mot")).get("article").getAsString();
    assertThat(only(send("a.txt", text, "batch", "mot")).get("status").getAsString())
        .isEqualTo("known");
    String base = editor.get("article", "path", first).text("version");
    assertThat(editor.post("delete", Map.of("path", first, "base", base)).status()).isEqualTo(200);
    JsonObject again = only(send("a.txt", text, "batch", "mot"));
    assertThat(again.get("status").getAsString()).isEqualTo("made");
    assertThat(site.resolve("content").resolve(again.get("article").getAsString())).exists();
  }

  @Test
  void anArchiveTellsOfEachOfItsFiles() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("2018/một.txt", "2018/rỗng.txt", "hai.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        String text = name.contains("rỗng") ? " \n" : text("Bài " + name, "chuyện " + name);
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    EditorClient.Answer answer =
        editor.put("import?name=" + encoded("Bài cũ.zip"), bytes.toByteArray());
    assertThat(answer.list("outcomes"))
        .extracting(
            told -> told.get("source").getAsString() + " " + told.get("status").getAsString())
        .containsExactly(
            "Bài cũ.zip/2018/một.txt made",
            "Bài cũ.zip/2018/rỗng.txt failed",
            "Bài cũ.zip/hai.txt made");
    assertThat(editor.get("import-progress").json().toString()).isEqualTo("{\"done\":3,\"all\":3}");
  }

  @ParameterizedTest
  @CsvSource({
    "trống.txt, '  ', tệp không có chữ nào",
    "bảng tính.xlsx, PK, không có gì đọc được trong \"bảng tính.xlsx\"",
    "hỏng.zip, không phải tệp nén, không mở được tệp ZIP",
    "'', chữ, không có gì đọc được trong \"tep\"",
    "../../.docx, chữ, không có gì đọc được trong \"docx\"",
  })
  void saysWhatIsWrongWithAFile(String name, String text, String message) throws IOException {
    JsonObject told = only(send(name, text));
    assertThat(told.get("status").getAsString()).isEqualTo("failed");
    assertThat(told.get("problems").toString().replace("\\\"", "\"")).contains(message);
    assertThat(told.get("problems").toString()).contains("hint").doesNotContain("portal-nhap-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cachlamhay.vn", "file:///etc/passwd", "/etc/passwd", "http:// x"})
  void takesOnlyAddressesOfPages(String address) {
    EditorClient.Answer answer = editor.post("import-address", Map.of("address", address));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("error", "code")).isEqualTo("no-address");
  }

  @Test
  void aPageOfThisMachineIsNotFetched() {
    EditorClient.Answer answer =
        editor.post("import-address", Map.of("address", editor.address() + "index.html"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(only(answer).get("status").getAsString()).isEqualTo("failed");
  }

  @Test
  void theReportTellsWhatWasFoundInWords() throws IOException {
    String title = "Tổ tự quản đường biên ở Lộc Bình";
    JsonObject made = only(send("Đường biên.txt", text(title, "cột mốc")));
    String path = made.get("article").getAsString();
    JsonObject report = editor.get("import-report", "article", path).json();
    JsonObject told = report.getAsJsonObject("report");
    assertThat(told.get("source").getAsString()).isEqualTo("Đường biên.txt");
    assertThat(told.get("original").getAsString()).isEqualTo("duong-bien.txt");
    JsonObject field = told.getAsJsonArray("fields").get(0).getAsJsonObject();
    assertThat(field.get("key").getAsString()).isEqualTo("title");
    assertThat(field.get("name").getAsString()).isEqualTo("Tiêu đề");
    assertThat(field.get("value").getAsString()).isEqualTo(title);
    assertThat(field.get("sure").getAsString()).isIn("chắc chắn", "có lẽ đúng");
    assertThat(field.get("where").getAsString()).isNotBlank();
    assertThat(told.get("missing").toString()).contains("Tác giả");
    assertThat(made.get("look").getAsBoolean()).isTrue();
  }

  @Test
  void anArticleThatWasWrittenHereHasNoReport() {
    EditorClient.Answer answer = editor.get("import-report", "article", "bai-viet/2018/bac-son.md");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("report").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../jbake.properties", "../../etc/passwd.md", ".nguon/x.md", "", "x"})
  void reportsAndOriginalsAreOfArticlesOnly(String path) {
    assertThat(editor.get("import-report", "article", path).status()).isEqualTo(422);
    assertThat(editor.raw("bien-tap/api/import-original?article=" + encoded(path)).statusCode())
        .isEqualTo(422);
  }

  /** A page that was brought in must not run in the editor's own address. */
  @Test
  void theOriginalIsOnlyDownloaded() throws IOException {
    String page = "Trang cũ của xã Hữu Liên\n\n<script>alert(1)</script>" + text("", "hang động");
    JsonObject made = only(send("trang.html", page));
    String path = made.get("article").getAsString();
    HttpResponse<byte[]> original =
        editor.raw("bien-tap/api/import-original?article=" + encoded(path));
    assertThat(original.statusCode()).isEqualTo(200);
    assertThat(new String(original.body(), UTF_8)).isEqualTo(page);
    assertThat(original.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(original.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(original.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"trang.html\"");
    // nor does a report that somebody changed lead elsewhere
    Path kept = originals(path).resolve("nhap.json");
    String wrong =
        Files.readString(kept).replace("\"trang.html\"", "\"../../../../../jbake.properties\"");
    Files.writeString(kept, wrong.replaceFirst("\"source\": \"[^\"]+\"", "\"source\": \"x\""));
    assertThat(editor.raw("bien-tap/api/import-original?article=" + encoded(path)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aDraftIsACommitWithItsOriginal() throws Exception {
    String title = "Vườn rau trường học ở Văn Quan";
    String path = only(send("Vườn rau.txt", text(title, "luống cải"))).get("article").getAsString();
    RevCommit last =
        StreamSupport.stream(git.log().setMaxCount(1).call().spliterator(), false)
            .findFirst()
            .orElseThrow();
    assertThat(last.getShortMessage()).isEqualTo("Bài mới: " + title);
    String kept = "content/.nguon/" + path.replaceFirst("\\.md$", "/");
    for (String file : List.of("content/" + path, kept + "vuon-rau.txt", kept + "nhap.json")) {
      assertThat(TreeWalk.forPath(git.getRepository(), file, last.getTree())).as(file).isNotNull();
    }
  }

  @Test
  void nothingStaysInTheTemporaryFolder() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    send("mot.txt", text("Câu chuyện thứ nhất ở Cao Lộc", "sân kho"));
    send("hong.zip", "không phải tệp nén");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(this::isOurs)).isEmpty();
    }
  }

  /** Other tests leave their own there at the same time. */
  private boolean isOurs(Path folder) {
    return folder.getFileName().toString().startsWith("portal-nhap-")
        && (Files.exists(folder.resolve("mot.txt")) || Files.exists(folder.resolve("hong.zip")));
  }

  private EditorClient.Answer send(String name, String text, String... more) {
    String batch = more.length == 0 ? "" : "&" + more[0] + "=" + more[1];
    return editor.put("import?name=" + encoded(name) + batch, text.getBytes(UTF_8));
  }

  private static JsonObject only(EditorClient.Answer answer) {
    assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(200);
    assertThat(answer.list("outcomes")).hasSize(1);
    return answer.list("outcomes").get(0);
  }

  private Path originals(String article) {
    return site.resolve("content/.nguon").resolve(article.replaceFirst("\\.md$", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Enough words, so that no two of them are alike. */
  private static String text(String title, String about) {
    return """
    %1$s

    Đầu năm, bà con bàn nhau làm %2$s theo cách của mình. Người có công góp công, người có của góp của, và %2$s dần thành nếp.

    Đến cuối năm, %2$s đã giúp hai mươi hộ trong thôn. Ai cũng nói rằng %2$s bắt đầu từ một buổi họp chi bộ.
    """
        .formatted(title, about);
  }
}
