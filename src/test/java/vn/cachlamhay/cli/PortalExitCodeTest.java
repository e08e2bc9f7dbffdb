package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.text.Machine;

/** Exit codes and words of the command line. */
class PortalExitCodeTest {

  private static final String ARTICLE =
      "---\ntitle: Bài\ndate: 2018-09-12\ntype: post\nstatus: published\n---\n\nChữ.\n";

  @TempDir Path site;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeSite() throws IOException {
    write(
        "jbake.properties",
        """
        portal.template.none=none.ftlh
        template.post.file=post.ftl
        render.index=false
        render.archive=false
        render.feed=false
        render.tags=false
        """);
    write("templates/post.ftl", "<title>${content.title}</title>${content.body}\n");
    write("content/a.md", ARTICLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "bake"})
  void aSiteWithoutFaultsGives0(String command) {
    assertThat(run(command)).isZero();
    assertThat(out.toString()).contains("1 bài, 1 trang", "Xong, không có lỗi (");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void noticesAloneGive0() throws IOException {
    write("content/a.md", ARTICLE + "\n<script>1</script>\n");

    assertThat(run("check")).isZero();
    assertThat(err.toString()).startsWith("content/a.md:10:1: lưu ý [html-bi-bo] ");
  }

  @Test
  void ofManyNoticesABakeTellsTheFirstOfEachKindAndACheckAll() throws IOException {
    for (int i = 0; i < 7; i++) {
      write("content/n" + i + ".md", ARTICLE + "\n<script>1</script>\n");
    }
    write("content/b.md", ARTICLE.replace("type: post", "type: pots"));

    assertThat(run("bake")).isEqualTo(1);
    assertThat(err.toString().lines().filter(line -> line.contains(": lưu ý [html-bi-bo]")))
        .hasSize(5);
    assertThat(err.toString())
        .contains("lỗi [loai-la]")
        .endsWith("… còn 2 lưu ý [html-bi-bo] như thế; xem hết: ./portal check%n".formatted());

    err.getBuffer().setLength(0);
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString().lines().filter(line -> line.contains(": lưu ý [html-bi-bo]")))
        .hasSize(7);
    assertThat(err.toString()).doesNotContain("như thế");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "bake"})
  void aFaultInAnArticleGives1(String command) throws IOException {
    write("content/b.md", ARTICLE.replace("type: post", "type: pots"));

    assertThat(run(command)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            content/b.md:4:7: lỗi [loai-la] không có loại bài "pots"
                gợi ý: có phải "post"? Các loại: page, post
            """);
    assertThat(out.toString()).contains("Có 1 lỗi; bài có lỗi chưa được đăng");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "bake"})
  void aWrongConfigurationGives1AndWritesNothing(String command) throws IOException {
    write("jbake.properties", "portal.template.none=none.ftlh\nsite.host=example.vn\n");

    assertThat(run(command)).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "jbake.properties: lỗi [cau-hinh-hong]", "Chưa ghi gì: trang web cũ vẫn giữ nguyên.");
    assertThat(site.resolve("output")).doesNotExist();
  }

  @Test
  void aBrokenTemplateGives1AndLeavesTheOldSiteWhole() throws IOException {
    assertThat(run("bake")).isZero();
    String before = Files.readString(site.resolve("output/a.html"));
    write("templates/post.ftl", "<title>Mới</title>\n${khong_co}\n");

    assertThat(run("bake")).isEqualTo(1);
    assertThat(err.toString()).contains("templates/post.ftl:2:3: lỗi [khuon-mau-hong]");
    assertThat(Files.readString(site.resolve("output/a.html"))).isEqualTo(before);
  }

  @Test
  void anArticleThatIsNowInErrorKeepsItsOldPage() throws IOException {
    assertThat(run("bake")).isZero();
    write("content/a.md", "");

    assertThat(run("bake")).isEqualTo(1);
    assertThat(site.resolve("output/a.html")).exists();
  }

  @Test
  void aCheckWritesNothing() {
    assertThat(run("check")).isZero();
    assertThat(site.resolve("output")).doesNotExist();
  }

  @Test
  void aFolderThatIsNoSiteGives2() {
    assertThat(execute("check", "--site", site.resolve("templates").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("[khong-co-trang]", "gợi ý: ");
    assertThat(execute("check", "--site", site.resolve("khong-co").toString())).isEqualTo(2);
  }

  @Test
  void anUnknownOptionGives2InVietnamese() {
    assertThat(run("check", "--draft")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            Không có tùy chọn hoặc lệnh: --draft
            Có phải: --drafts?
            Xem hướng dẫn: portal check --help
            """);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionGives2InEnglish() {
    assertThat(run("check", "--draft", "--lang", "en")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            No such option or command: --draft
            Did you mean: --drafts?
            See the help: portal check --help
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chek", "check --lang fr", "check --site", "check thừa", "--json", "bake --out"})
  void aCommandThatIsNotGivenAsItMustBeGives2(String line) {
    assertThat(execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("Xem hướng dẫn: portal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "bake -h", "--version"})
  void helpGives0(String line) {
    assertThat(execute(line.split(" "))).isZero();
    assertThat(out.toString()).contains(line.equals("--version") ? "Cách làm hay" : "Tùy chọn:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withLangEnEverythingIsEnglish() throws IOException {
    write("content/b.md", ARTICLE.replace("type: post", "type: pots"));

    assertThat(run("check", "--lang=en")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("content/b.md:4:7: error [loai-la] there is no article type \"pots\"");
    assertThat(out.toString())
        .contains("read articles", "1 error")
        .doesNotContainPattern("[ạ-ỹđơư]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void theJsonCarriesTheSameProblems(String language) throws IOException {
    write("content/b.md", ARTICLE.replace("type: post", "type: pots").replace("2018", "hôm qua"));
    write("content/c.md", ARTICLE + "\n[x](x.md)\n\n<script>1</script>\n");
    List<Problem> wanted =
        new SiteBuilder(
                new BuildOptions(
                    site, Optional.empty(), false, LocalDateTime.of(2026, 1, 15, 8, 0)),
                Progress.SILENT)
            .check()
            .problems();

    assertThat(run("check", "--json", "--lang", language)).isEqualTo(1);
    assertThat(err.toString()).isEmpty();
    assertSame(problems(), wanted, Messages.in(language));
    assertThat(wanted).hasSize(4);
  }

  @Test
  void theJsonOfASiteWithoutFaultsIsAnEmptyList() {
    assertThat(run("check", "--json")).isZero();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRunThatCannotGoOnIsJsonToo() throws IOException {
    write("templates/post.ftl", "${khong_co}\n");

    assertThat(run("check", "--json")).isEqualTo(1);
    assertThat(err.toString()).isEmpty();
    JsonObject problem = problems().get(0).getAsJsonObject();
    assertThat(problem.get("file").getAsString()).isEqualTo("templates/post.ftl");
    assertThat(problem.get("line").getAsInt()).isEqualTo(1);
    assertThat(problem.get("code").getAsString()).isEqualTo("khuon-mau-hong");
  }

  static Stream<Machine> machines() {
    return Machine.all();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void theWordsAndFiguresAreThoseOfTheChosenLanguageOnAnyMachine(Machine machine)
      throws IOException {
    write("content/b.md", "");
    try (var pretence = machine.pretend()) {
      assertThat(pretence).isNotNull();
      assertThat(run("check")).isEqualTo(1);
    }

    assertThat(out.toString()).startsWith("1  đọc bài viết").contains("1 bài, 1 trang");
    assertThat(out.toString()).containsPattern("Có 1 lỗi; .* \\([0-9]+,[0-9]{2} s\\)");
    assertThat(err.toString()).startsWith("content/b.md: lỗi [tep-rong] tệp rỗng");
  }

  @Test
  void withDraftsADraftIsMadeAtAnAddressOfItsOwn() throws IOException {
    write("content/nhap.md", ARTICLE.replace("published", "draft"));

    assertThat(run("bake")).isZero();
    assertThat(site.resolve("output/nhap-draft.html")).doesNotExist();
    assertThat(run("bake", "--drafts")).isZero();
    assertThat(site.resolve("output/nhap-draft.html")).exists();
    assertThat(site.resolve("output/nhap.html")).doesNotExist();
  }

  private static void assertSame(JsonArray problems, List<Problem> wanted, Messages messages) {
    assertThat(problems).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      JsonObject told = problems.get(i).getAsJsonObject();
      Problem problem = wanted.get(i);
      assertThat(told.get("file").getAsString()).isEqualTo(problem.pos().file());
      assertThat(told.get("line").getAsInt()).isEqualTo(problem.pos().line());
      assertThat(told.get("column").getAsInt()).isEqualTo(problem.pos().column());
      assertThat(told.get("severity").getAsString())
          .isEqualTo(problem.isError() ? "error" : "notice");
      assertThat(told.get("code").getAsString()).isEqualTo(problem.code().code());
      assertThat(told.get("message").getAsString()).isEqualTo(messages.message(problem));
      assertThat(told.get("hint").getAsString()).isEqualTo(messages.hint(problem));
    }
  }

  private JsonArray problems() {
    return JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("problems");
  }

  private int run(String command, String... options) {
    String[] args =
        Arrays.copyOf(new String[] {command, "--site", site.toString()}, 3 + options.length);
    System.arraycopy(options, 0, args, 3, options.length);
    return execute(args);
  }

  private int execute(String... args) {
    return Portal.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private void write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
