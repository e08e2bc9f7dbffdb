package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.Problem;

/** What {@code portal new} makes, says and ends with. */
class NewCommandTest {

  @TempDir Path site;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeSite() throws IOException {
    BareSite.make(site);
  }

  @Test
  void aDraftIsMadeAndNamed() throws IOException {
    int code =
        run(
            "Bắc Sơn: mở lớp ngay tại xã",
            "--type",
            "practice",
            "--locality",
            "lang son/huyen bac son",
            "--topic",
            "Phát triển đảng viên, Tạo nguồn kết nạp",
            "--topic",
            "Dân vận",
            "--date",
            "12/9/2018");

    assertThat(code).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            Đã tạo bản nháp content/bai-viet/2018/bac-son-mo-lop-ngay-tai-xa.md
            Mở tệp ấy để viết; viết xong thì đổi status thành published rồi chạy bake.
            """);
    assertThat(articles()).containsExactly("bai-viet/2018/bac-son-mo-lop-ngay-tai-xa.md");
    assertThat(site.resolve("content/" + articles().get(0)))
        .content()
        .startsWith(
            """
            ---
            title: "Bắc Sơn: mở lớp ngay tại xã"
            date: 2018-09-12
            type: practice
            status: draft
            locality: lang son/huyen bac son
            topic: Phát triển đảng viên, Tạo nguồn kết nạp, Dân vận
            ---
            """);
  }

  @Test
  void whatWasMadeIsFoundRightByACheckEvenPublished() throws IOException {
    run("Bài mới", "--type=practice", "--locality=Lạng Sơn", "--topic=Dân vận");
    Path file = site.resolve("content").resolve(articles().get(0));
    Files.writeString(file, Files.readString(file).replace("draft", "published"));

    var builder =
        new SiteBuilder(BuildOptions.now(site, java.util.Optional.empty(), false), Progress.SILENT);
    List<Problem> problems = builder.check().problems();
    assertThat(problems).isEmpty();
  }

  @Test
  void aSecondOfTheSameTitleGetsANumberAndWordsNeedNoQuotationMarks() throws IOException {
    assertThat(run("Tin", "hôm", "nay", "--date=2026-11-22")).isZero();
    assertThat(run("Tin hôm nay", "--date=2026-11-22")).isZero();

    assertThat(articles())
        .containsExactly("bai-viet/2026/tin-hom-nay-2.md", "bai-viet/2026/tin-hom-nay.md");
    assertThat(site.resolve("content/bai-viet/2026/tin-hom-nay.md"))
        .content()
        .contains("type: post\n");
  }

  @Test
  void whatTheListsDoNotHaveIsToldInTheWordsOfACheckAndNothingIsMade() throws IOException {
    int code = run("Bài", "--type=practise", "--locality=Lạng Sơn/Bác Sơn", "--topic=Dân vân");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "--locality: lỗi [khong-ro-dia-phuong] không có địa phương \"Lạng Sơn/Bác Sơn\"",
            "gợi ý: có phải \"Lạng Sơn/Bắc Sơn\"? Danh sách: data/localities.yaml",
            "--topic: lỗi [khong-ro-chu-de] không có chủ đề \"Dân vân\"",
            "--type: lỗi [loai-la] không có loại bài \"practise\"",
            "Chưa tạo bài nào.");
    assertThat(out.toString()).isEmpty();
    assertThat(articles()).isEmpty();
  }

  @Test
  void aNoticeIsToldAndTheArticleIsMade() throws IOException {
    assertThat(run("Bài", "--locality=Lạng Sơn/xã Không Có Thật")).isZero();
    assertThat(err.toString()).startsWith("--locality: lưu ý [dia-phuong-ngoai-danh-sach] ");
    assertThat(articles()).hasSize(1);
  }

  @Test
  void aDateThatIsNoneIsTold() throws IOException {
    assertThat(run("Bài", "--date=hôm qua")).isEqualTo(1);
    assertThat(err.toString()).startsWith("--date: lỗi [ngay-hong] không hiểu \"hôm qua\"");
    assertThat(articles()).isEmpty();
  }

  @Test
  void wrongUseGives2() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Chưa có tiêu đề của bài.").contains("portal new --help");
    assertThat(run("  ")).isEqualTo(2);
    assertThat(run("Bài", "--tipe=post")).isEqualTo(2);
    assertThat(
            Portal.run(
                new String[] {"new", "x", "--site", site + "/khong-co"}, writer(out), writer(err)))
        .isEqualTo(2);
    assertThat(articles()).isEmpty();
  }

  @Test
  void aPlainJBakeProjectHasNoArticlesOfThisKind() throws IOException {
    write("jbake.properties", "template.post.file=post.ftl\n");

    assertThat(run("Bài")).isEqualTo(1);
    assertThat(err.toString()).startsWith("jbake.properties: lỗi [khong-soan-duoc] ");
    assertThat(articles()).isEmpty();
  }

  @Test
  void englishIsSpokenWhereItIsWanted() {
    assertThat(run("A title", "--lang", "en", "--date=2018-09-12")).isZero();
    assertThat(out.toString()).startsWith("Made the draft content/bai-viet/2018/a-title.md");
  }

  private int run(String... words) {
    var args = new ArrayList<>(List.of("new"));
    args.addAll(List.of(words));
    args.addAll(List.of("--site", site.toString()));
    return Portal.run(args.toArray(String[]::new), writer(out), writer(err));
  }

  private static PrintWriter writer(StringWriter into) {
    return new PrintWriter(into, true);
  }

  private List<String> articles() throws IOException {
    Path content = site.resolve("content");
    try (Stream<Path> files = Files.walk(content)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> content.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
