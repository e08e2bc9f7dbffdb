package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code portal search} finds, says and ends with. */
class SearchCommandTest {

  private static final String PORTAL =
      """
      portal.template.none=none.ftlh
      template.post.file=post.ftl
      render.index=false
      render.archive=false
      render.feed=false
      render.tags=false
      """;

  @TempDir Path site;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeSite() throws IOException {
    write("jbake.properties", PORTAL);
    write("templates/post.ftl", "<title>${content.title}</title>${content.body}\n");
    article("a", "2018-09-12", "Kết nạp đảng viên ở thôn", "Chi bộ kết nạp ba đảng viên nữ.");
    article("b", "2019-09-12", "Đảng viên trẻ", "Một đảng viên giúp hai hộ nghèo.");
    article("c", "2020-09-12", "Nông thôn mới", "Xã làm đường, làm cầu.");
  }

  @Test
  void aResultIsTitleFactsAddressAndExcerpt() {
    bake();

    assertThat(search("kết", "nạp", "đảng", "viên")).isZero();
    assertOut(
        """
        Tìm thấy 1 bài cho: kết nạp đảng viên

        1. Kết nạp đảng viên ở thôn
           12/09/2018
           /a.html
           Chi bộ kết nạp ba đảng viên nữ.

        Ngoài ra có 1 bài chỉ có một phần các từ; bỏ bớt từ để xem.
        """);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theAddressHasTheHostThatTheSiteHas() throws IOException {
    write("jbake.properties", PORTAL + "site.host=https://www.example.vn\n");
    bake();

    assertThat(search("nông thôn mới")).isZero();
    assertThat(out.toString()).contains("   https://www.example.vn/c.html\n");
  }

  @Test
  void ofMoreThanTheLimitTheBestAreShown() {
    bake();

    assertThat(search("dang vien", "--limit", "1")).isZero();
    assertThat(out.toString())
        .startsWith("Tìm thấy 2 bài cho: dang vien\n\n1. Đảng viên trẻ\n")
        .contains("Còn 1 bài nữa; muốn xem hết: --limit 2\n")
        .doesNotContain("2. ");
  }

  @Test
  void whatWasUnderstoodIsSaid() {
    bake();

    assertThat(search("ket nap dnag vien")).isZero();
    assertThat(out.toString())
        .contains("Kết quả cho: kết nạp đảng viên (tìm đúng nguyên văn: thêm --verbatim)\n");
  }

  @Test
  void verbatimMeansEveryWordAsItStands() {
    bake();

    assertThat(search("kêt nạp", "--verbatim")).isZero();
    assertThat(out.toString()).startsWith("Không có bài nào đủ các từ; 1 bài có một phần: kêt nạp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"“đảng viên” -nữ", "\"đảng viên\" -nữ", "-nữ đảng viên", "đảng viên -\"ba\""})
  void quotationMarksAndMinusMeanWhatTheyMeanOnThePage(String query) {
    bake();

    assertThat(search(query)).isZero();
    assertThat(out.toString()).contains("1. Đảng viên trẻ").doesNotContain("Kết nạp");
  }

  @Test
  void aWordAfterAMinusIsNoOption() {
    bake();

    assertThat(search("đảng", "viên", "-hộ")).isZero();
    assertThat(out.toString()).contains("1. Kết nạp đảng viên ở thôn").doesNotContain("2. ");
  }

  @Test
  void nothingFoundIsNoFault() {
    bake();

    assertThat(search("xyzt")).isZero();
    assertOut(
        """
        Không có bài nào cho: xyzt
        Có thể thử:
          - xem lại chính tả và dấu thanh;
          - dùng ít từ hơn, hoặc từ có nghĩa rộng hơn;
          - bỏ ngoặc kép và dấu trừ nếu có.
        """);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withLangEnEverythingIsEnglish() {
    bake();

    assertThat(search("xyzt", "--lang", "en")).isZero();
    assertThat(out.toString()).startsWith("Nothing found for: xyzt\nYou could:\n  - ");
  }

  @Test
  void theSiteMayLieElsewhere() {
    Path elsewhere = site.resolve("noi-khac");
    assertThat(execute("bake", "--site", site.toString(), "--out", elsewhere.toString())).isZero();
    clear();

    assertThat(search("đảng viên", "--out", elsewhere.toString())).isZero();
    assertThat(out.toString()).startsWith("Tìm thấy 2 bài");
  }

  @Test
  void aSiteThatWasNotBakedGives1AndTheRemedy() {
    assertThat(search("đảng viên")).isEqualTo(1);
    assertErr(
        """
        output/tim-kiem/muc-luc.js: lỗi [chua-co-muc-luc] chưa có mục lục tìm kiếm: trang chưa \
        được làm vào thư mục này
            gợi ý: chạy "portal bake" (cùng --site và --out như khi tìm), rồi tìm lại
        """);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anIndexOfAnotherVersionGives1AndTheRemedy() throws IOException {
    bake();
    write("output/tim-kiem/muc-luc.js", "window.CLH_MUC_LUC={phan:[\"moi\"],bai:{}};\n");

    assertThat(search("đảng viên", "--lang", "en")).isEqualTo(1);
    assertErr(
        """
        output/tim-kiem/muc-luc.js: error [muc-luc-khac] this file of the search index is \
        missing, damaged, or of another version of the program
            hint: run "portal bake" (with the same --site and --out), then search again
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"am-tiet.js", "bai/0/1.js"})
  void aFileThatIsMissingIsNamedAndABakeMendsIt(String file) throws IOException {
    bake();
    Files.delete(site.resolve("output/tim-kiem/" + file));

    assertThat(search("đảng viên")).isEqualTo(1);
    assertThat(err.toString()).startsWith("output/tim-kiem/" + file + ": lỗi [muc-luc-khac] ");
    bake();
    assertThat(search("đảng viên")).isZero();
  }

  @Test
  void aPlainProjectOfJBakeCannotBeSearched() throws IOException {
    write("jbake.properties", PORTAL.replace("portal.template.none=none.ftlh", ""));

    assertThat(search("đảng viên")).isEqualTo(1);
    assertThat(err.toString()).startsWith("jbake.properties: lỗi [khong-co-tim-kiem] ");
  }

  @Test
  void aFolderThatIsNoSiteGives2() {
    assertThat(execute("search", "x", "--site", site.resolve("templates").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("[khong-co-trang]", "gợi ý: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void noQueryGives2(String query) {
    assertThat(query.isEmpty() ? search() : search(query)).isEqualTo(2);
    assertErr(
        """
        Chưa có từ cần tìm.
        Xem hướng dẫn: portal search --help
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--limit=0", "--limit=-1", "--limit=mười", "--limt=3", "--drafts"})
  void anOptionThatIsNotAsItMustBeGives2(String option) {
    assertThat(search("đảng viên", option)).isEqualTo(2);
    assertThat(err.toString()).endsWith("Xem hướng dẫn: portal search --help\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpGives0(String option) {
    assertThat(execute("search", option)).isZero();
    assertThat(out.toString()).contains("--verbatim", "Ví dụ:");
    assertThat(err.toString()).isEmpty();
  }

  private void bake() {
    assertThat(execute("bake", "--site", site.toString())).isZero();
    clear();
  }

  private void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private int search(String... args) {
    var all = new ArrayList<>(List.of("search", "--site", site.toString()));
    all.addAll(List.of(args));
    return execute(all.toArray(String[]::new));
  }

  private static PrintWriter writer(StringWriter to) {
    return new PrintWriter(to, true);
  }

  private int execute(String... args) {
    return Portal.run(args, writer(out), writer(err));
  }

  private void assertOut(String wanted) {
    assertThat(out.toString()).isEqualToNormalizingNewlines(wanted);
  }

  private void assertErr(String wanted) {
    assertThat(err.toString()).isEqualToNormalizingNewlines(wanted);
  }

  private void article(String name, String date, String title, String text) throws IOException {
    write(
        "content/" + name + ".md",
        "---\ntitle: %s\ndate: %s\ntype: post\nstatus: published\n---\n\n%s\n"
            .formatted(title, date, text));
  }

  private void write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
