package vn.cachlamhay.diag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.render.RenderingTool;
import org.jbake.template.RenderingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;

/** The reports of {@code resources/problems}, to the letter. */
class ProblemSpecificationTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 15, 8, 0);

  /** Kinds of problems that need more than a few files, and where they are tested. */
  private static final Map<ProblemCode, String> TESTED_BELOW =
      Map.ofEntries(
          Map.entry(ProblemCode.KHONG_DOC_DUOC, "needs a file that is there and cannot be read"),
          Map.entry(ProblemCode.CONG_CU_HONG, "needs a rendering tool on the class path"),
          Map.entry(ProblemCode.ANH_QUA_LON, "needs a picture: PhotosTest"),
          Map.entry(ProblemCode.QUA_NHIEU, "needs more than a thousand problems"),
          Map.entry(ProblemCode.TEP_NGUOI_KHAC, "needs a site that is written: OutputWriterTest"),
          Map.entry(ProblemCode.DANG_CO_LAN_LAM_KHAC, "needs two runs at a time: OutputWriterTest"),
          Map.entry(ProblemCode.KHONG_LUU_BO_NHO, "needs a bake"),
          Map.entry(ProblemCode.CHUA_CO_MUC_LUC, "needs a search: SearchCommandTest"),
          Map.entry(ProblemCode.MUC_LUC_KHAC, "needs a search: SearchCommandTest"),
          Map.entry(ProblemCode.KHONG_CO_TIM_KIEM, "needs a search: SearchCommandTest"),
          Map.entry(ProblemCode.THIEU_THU_MUC, "needs a preview: LiveLoopTest"),
          Map.entry(ProblemCode.DIA_DAY, "needs a full disk: SiteBakesTest"),
          Map.entry(ProblemCode.DIA_HONG, "needs a preview: LiveLoopTest"),
          Map.entry(ProblemCode.DUONG_DAN_CAM, "needs an editor: SafePathsTest"),
          Map.entry(ProblemCode.KHONG_CON_BAI, "needs an editor: ArticleStoreTest"),
          Map.entry(ProblemCode.GIA_TRI_KHONG_GHI, "needs an editor: SourceFileTest"),
          Map.entry(ProblemCode.PHIEN_BAN_HONG, "needs an editor: HistoryTest"),
          Map.entry(ProblemCode.KHONG_SOAN_DUOC, "needs an editor: NewCommandTest"),
          Map.entry(ProblemCode.GIT_CHUA_CO_TEN, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.GIT_KHONG_O_NHANH, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.GIT_CHUA_CO_LAN_GHI, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.GIT_DANG_KHOA, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.GIT_DANG_DO, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.GIT_BO_QUA, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.GIT_HONG, "needs a repository: GitRepositoryTest"),
          Map.entry(ProblemCode.LOI_CHUONG_TRINH, "needs a mistake of ours"),
          Map.entry(ProblemCode.NHAT_KY_DONG_LA, "needs an access log: LogReaderTest"),
          Map.entry(ProblemCode.NHAT_KY_HONG, "needs an access log: LogReaderTest"),
          Map.entry(ProblemCode.NHAT_KY_TRUNG, "needs an access log: LogReaderTest"),
          Map.entry(ProblemCode.NHAT_KY_TRONG, "needs an access log: LogReaderTest"),
          Map.entry(ProblemCode.NHAT_KY_KHONG_CO_BAI, "needs an access log: LogReaderTest"),
          Map.entry(ProblemCode.DAN_QUA_DAI, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_ANH_TREN_MANG, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_THIEU_ANH, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_FONT_CU, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_O_GOP, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_NHAN_SUA_DOI, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_BO_NHAN_XET, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.DAN_BO_KHUNG_TRANG, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_LA, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_KHAC_DUOI, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_QUA_LON, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_HONG, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_NGUY_HIEM, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_NGOAI_THU_MUC, "needs an upload: UploadsTest"));

  @TempDir Path site;

  static List<ProblemCase> cases() throws IOException {
    return ProblemCase.all();
  }

  static Stream<ProblemCase> englishCases() throws IOException {
    return cases().stream().filter(each -> each.sections().containsKey("report en"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theReportIsExactlyThis(ProblemCase wanted) throws IOException {
    wanted.makeSite(site);

    assertReport(wanted, report(check(), "vi"), ProblemCase.REPORT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("englishCases")
  void theEnglishReportIsExactlyThis(ProblemCase wanted) throws IOException {
    wanted.makeSite(site);

    assertReport(wanted, report(check(), "en"), ProblemCase.ENGLISH_REPORT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aCheckWritesNothing(ProblemCase any) throws IOException {
    any.makeSite(site);
    Set<Path> before = tree();
    check();

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void everyKindOfProblemIsInSomeCase() throws IOException {
    String reports =
        cases().stream()
            .map(each -> each.report(ProblemCase.REPORT))
            .collect(Collectors.joining("\n"));
    var untold = EnumSet.allOf(ProblemCode.class);
    untold.removeAll(TESTED_BELOW.keySet());
    untold.removeIf(code -> reports.contains(" [" + code.code() + "] "));

    assertThat(untold).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws IOException {
    cases().get(0).makeSite(site);
    // no right to read would not stop the administrator; a link that leads nowhere stops everybody
    try {
      Files.createSymbolicLink(site.resolve("content/a.md"), Path.of("khong-co"));
    } catch (IOException | UnsupportedOperationException e) {
      assumeThat(e).as("this system has no symbolic links").isNull();
    }

    assertThat(check()).extracting(Problem::code).containsExactly(ProblemCode.KHONG_DOC_DUOC);
    assertThat(report(check(), "vi"))
        .startsWith("content/a.md: lỗi [khong-doc-duoc] không đọc được tệp: ")
        .endsWith(
            "\n    gợi ý: kiểm tra quyền đọc tệp, hoặc tệp có đang bị chương trình khác khóa không");
  }

  @Test
  void aCacheThatCannotBeWrittenIsTold() throws IOException {
    cases().get(0).makeSite(site);
    Files.writeString(site.resolve(".portal-cache"), "x");
    List<Problem> told =
        new SiteBuilder(new BuildOptions(site, Optional.empty(), false, NOW), Progress.SILENT)
            .bake()
            .problems();

    assertThat(report(told.subList(0, 1), "vi"))
        .startsWith(
            ".portal-cache: lưu ý [khong-luu-bo-nho] không ghi được thư mục này nên lần sau phải"
                + " làm lại từ đầu: ")
        .endsWith(
            "\n    gợi ý: trang web không bị ảnh hưởng; cho phép ghi vào thư mục của trang, hoặc"
                + " xóa tệp trùng tên");
  }

  @Test
  void aRenderingToolThatFailsIsNamed() throws IOException {
    cases().get(0).makeSite(site);
    Path services = Files.createDirectories(site.resolve("cong-cu/META-INF/services"));
    Files.writeString(
        services.resolve(RenderingTool.class.getName()), FailingTool.class.getName() + "\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader =
        new URLClassLoader(new URL[] {site.resolve("cong-cu/").toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);

      assertThat(report(check(), "vi"))
          .isEqualTo(
              """
              jbake.properties: lỗi [cong-cu-hong] công cụ %s gặp lỗi: không làm được
                  gợi ý: sửa hoặc gỡ công cụ này; trang web cũ vẫn giữ nguyên"""
                  .formatted(FailingTool.class.getName()));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void ofTooManyProblemsTheFirstThousandAreToldAndTheRestIsCounted() throws IOException {
    cases().get(0).makeSite(site);
    for (int i = 0; i < 1005; i++) {
      Files.writeString(site.resolve("content/%04d.md".formatted(i)), "");
    }
    List<Problem> problems = check();

    assertThat(problems).hasSize(1001);
    assertThat(problems.get(0).pos().file()).isEqualTo("content/0000.md");
    assertThat(report(problems.subList(1000, 1001), "vi"))
        .isEqualTo(
            """
            …: lưu ý [qua-nhieu] còn 5 lỗi hoặc lưu ý khác
                gợi ý: sửa những điều trên rồi chạy lại""");
  }

  @Test
  void anErrorCountsThoughAThousandNoticesStandBeforeIt() throws IOException {
    cases().get(0).makeSite(site);
    String head = "---\ntitle: Bài\ndate: 2018-09-12\ntype: post\nstatus: published\n---\n\n";
    for (int i = 0; i < 1001; i++) {
      Files.writeString(site.resolve("content/%04d.md".formatted(i)), head + "<form></form>\n");
    }
    Files.writeString(site.resolve("content/z.md"), "");

    BuildReport report = builder().check();
    assertThat(report.hasErrors()).as("exit code 1").isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void noHintProposesNothing(ProblemCase any) throws IOException {
    any.makeSite(site);

    assertThat(report(check(), "vi")).doesNotContainPattern("có phải \"[#/…]?\"");
  }

  private static void assertReport(ProblemCase wanted, String report, String headline) {
    if (!wanted.reportPattern(headline).matcher(report).matches()) {
      assertThat(report).isEqualTo(wanted.report(headline));
    }
  }

  private List<Problem> check() {
    try {
      return builder().check().problems();
    } catch (SiteException e) {
      return e.problems();
    }
  }

  private SiteBuilder builder() {
    return new SiteBuilder(new BuildOptions(site, Optional.empty(), false, NOW), Progress.SILENT);
  }

  /** The site's own place differs from run to run. */
  private String report(List<Problem> problems, String language) {
    Messages messages = Messages.in(language);
    return problems.stream()
        .map(messages::format)
        .collect(Collectors.joining("\n"))
        .replace(site.toAbsolutePath().normalize().toString(), "‹SITE›");
  }

  private Set<Path> tree() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files.collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** A tool of a site's developers that does not work. */
  public static final class FailingTool implements RenderingTool {

    @Override
    public int render(Renderer renderer, ContentStore db, JBakeConfiguration config)
        throws RenderingException {
      throw new RenderingException("không làm được");
    }

    @Override
    @Deprecated
    public int render(
        Renderer renderer,
        ContentStore db,
        java.io.File destination,
        java.io.File templatesPath,
        org.apache.commons.configuration2.CompositeConfiguration config)
        throws RenderingException {
      throw new RenderingException("không làm được");
    }
  }
}
