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
          Map.entry(ProblemCode.DIA_DAY, "needs a full disk: FullDiskTest"),
          Map.entry(ProblemCode.DIA_HONG, "needs a preview: LiveLoopTest"),
          Map.entry(ProblemCode.DUONG_DAN_CAM, "needs an editor: SafePathsTest"),
          Map.entry(ProblemCode.NHAN_TIEU_DE_HOA, "needs a text: WholeArticlesTest"),
          Map.entry(ProblemCode.NHAN_NGAY_DOC_TRANG, "needs a text: WholeArticlesTest"),
          Map.entry(ProblemCode.NHAN_NGAY_CHUA_TOI, "needs a text: WholeArticlesTest"),
          Map.entry(ProblemCode.NHAN_DUOI_TIN_KHAC, "needs a text: WholeArticlesTest"),
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
          Map.entry(ProblemCode.NHAP_KHONG_CO, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_LOAI_LA, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_LOAI_BAI, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_QUA_LON, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_GIU_NGUYEN, "needs an import: DraftMakerTest"),
          Map.entry(ProblemCode.NHAP_RONG, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_DA_CO, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_GAN_GIONG, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_ZIP_HONG, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_TEP_KEM, "needs an import: ImportCommandTest"),
          Map.entry(ProblemCode.NHAP_THIEU_ANH, "needs an import: RichTextTest"),
          Map.entry(ProblemCode.WORD_HONG, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_KHONG_PHAI, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_LA_TRANG_WEB, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_LA_CHU, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_MAT_KHAU, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_QUA_LON, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_QUA_DAI, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_NEN_QUA, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_NGUY_HIEM, "needs a document: HostileWordTest"),
          Map.entry(ProblemCode.WORD_THIEU_LIBREOFFICE, "needs a document: OfficeConversionTest"),
          Map.entry(ProblemCode.WORD_KHONG_DOI_DUOC, "needs a document: OfficeConversionTest"),
          Map.entry(ProblemCode.WORD_DOI_QUA_LAU, "needs a document: OfficeConversionTest"),
          Map.entry(ProblemCode.WORD_FONT_CU, "needs a document: WordFixturesTest"),
          Map.entry(ProblemCode.WORD_SUA_DOI, "needs a document: WordFixturesTest"),
          Map.entry(ProblemCode.WORD_NHAN_XET, "needs a document: WordFixturesTest"),
          Map.entry(ProblemCode.WORD_ANH_KHONG_HIEN, "needs a document: WordFixturesTest"),
          Map.entry(ProblemCode.WORD_DOI_TUONG, "needs a document: WordFixturesTest"),
          Map.entry(ProblemCode.DAN_BO_KHUNG_TRANG, "needs a paste: PastedTextTest"),
          Map.entry(ProblemCode.VAN_BAN_RONG, "needs a text: TextManuscriptTest"),
          Map.entry(ProblemCode.VAN_BAN_NHI_PHAN, "needs a text: TextManuscriptTest"),
          Map.entry(ProblemCode.VAN_BAN_QUA_LON, "needs a text: TextManuscriptTest"),
          Map.entry(ProblemCode.VAN_BAN_MA_KHAC, "needs a text: TextManuscriptTest"),
          Map.entry(ProblemCode.VAN_BAN_MA_CHUA_CHAC, "needs a text: TextManuscriptTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_LA, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_KHAC_DUOI, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_QUA_LON, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_HONG, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_NGUY_HIEM, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.TEP_TAI_LEN_NGOAI_THU_MUC, "needs an upload: UploadsTest"),
          Map.entry(ProblemCode.DICH_KHONG_CO, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_CHUA_KHAI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_CHON_MOT, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_SAI_LOAI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_SAI_DIA_CHI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_KHOA_LA, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_LO_MAT_KHAU, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_THIEU_MAT_KHAU, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_SAI_MAT_KHAU, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_KHONG_TOI_DUOC, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_MAY_LA, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_KHOA_MAY_DOI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_CHUNG_THU, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_SAI_GIO, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_HET_CHO, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_KHONG_DUOC_GHI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_KHONG_DUOC_DOC, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_KHONG_CO_THU_MUC, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_VUONG_TEP, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_MAT_KET_NOI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_DANG_CO_NGUOI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_NGUOI_KHAC_DANG, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_TU_CHOI, "needs a host: package publish"),
          Map.entry(ProblemCode.DICH_LO_KHOA, "needs a host: SftpLoginTest"),
          Map.entry(ProblemCode.DICH_TEP_KHOA, "needs a host: SftpLoginTest"),
          Map.entry(ProblemCode.DICH_MAT_KHAU_KHOA, "needs a host: SftpLoginTest"),
          Map.entry(ProblemCode.DICH_KHOA_BI_TU_CHOI, "needs a host: SftpLoginTest"),
          Map.entry(ProblemCode.DICH_KHOA_BI_HUY, "needs a host: SftpLoginTest"),
          Map.entry(ProblemCode.DICH_TEN_CO_DAU, "needs a host: FtpHostIT"),
          Map.entry(ProblemCode.DICH_QUA_LON, "needs a host: WebDavHostIT"),
          Map.entry(ProblemCode.DICH_KHONG_MA_HOA, "needs a host: FtpHostIT"),
          Map.entry(ProblemCode.DANG_CHUA_LAM, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_DA_CU, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_BAN_NHAP, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_CON_LOI, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_LIEN_KET_HONG, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_XOA_NHIEU, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_GHI_DE, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_TEP_DOI, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_KHONG_QUAY_LAI, "needs a host: package publish"),
          Map.entry(ProblemCode.DANG_SAI_TREN_MAY_CHU, "needs a host: package publish"),
          Map.entry(ProblemCode.WEB_KHONG_PHAI_TRANG, "needs a page of the web: SavedPagesTest"),
          Map.entry(ProblemCode.WEB_QUA_LON, "needs a page of the web: SavedPagesTest"),
          Map.entry(ProblemCode.WEB_CHU_CU, "needs a page of the web: SavedPagesTest"),
          Map.entry(ProblemCode.WEB_IT_CHU, "needs a page of the web: SavedPagesTest"),
          Map.entry(ProblemCode.WEB_DIA_CHI_HONG, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_DIA_CHI_RIENG, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_KHONG_THAY_MAY, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_KHONG_NOI_DUOC, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_QUA_LAU, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_CHUNG_THU, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_ROBOTS, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_ROBOTS_HONG, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_CHUYEN_HUONG, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_TRA_LOI, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.WEB_LOAI_TEP, "needs a page of the web: FetcherTest"),
          Map.entry(ProblemCode.MAY_CHU_BO_LAI, "needs thousands of redirects: HostFilesTest"),
          Map.entry(ProblemCode.MAY_CHU_THIEU_BROTLI, "needs a machine without that program"));

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
