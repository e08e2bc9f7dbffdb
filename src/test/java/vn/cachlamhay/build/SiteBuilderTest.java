package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** What happens to a site from one build to the next. */
class SiteBuilderTest {

  private static final String DRAFT = "bai-viet/2019/nhap-draft.html";
  private static final String LATER = "bai-viet/2019/hen.html";
  private static final String LATER_DRAFT = "bai-viet/2019/hen-draft.html";
  private static final String BROKEN = "content/bai-viet/2018/tin-1.md";
  private static final String BROKEN_PAGE = "bai-viet/2018/tin-1.html";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void copy() throws IOException {
    site = TestSite.copyOf("portal-small", folder.resolve("site"));
  }

  @Test
  void leavesDraftsOut() throws IOException {
    BuildReport report = site.bake();
    assertThat(report.hasErrors()).isFalse();
    assertThat(report.articles()).isEqualTo(8);
    assertThat(site.pages()).doesNotContainKeys(DRAFT, "bai-viet/2019/nhap.html", LATER);
    assertThat(everywhere()).doesNotContain("Nháp").doesNotContain("Hẹn giờ");
  }

  @Test
  void bakesDraftsAtAddressesOfTheirOwnWhereAskedTo() throws IOException {
    site.bake(true, TestSite.NOW);
    assertThat(site.pages()).containsKeys(DRAFT, LATER_DRAFT).doesNotContainKey(LATER);
    assertThat(site.pages().get(DRAFT)).contains("Chưa xong.");
  }

  /** What is not out yet is looked at on its own page only; no list, feed or site map names it. */
  @ParameterizedTest
  @ValueSource(strings = {"Nháp|nhap-draft", "Hẹn giờ|hen-draft"})
  void listsNothingThatIsNotOutYet(String names) throws IOException {
    site.bake(true, TestSite.NOW);
    String title = names.substring(0, names.indexOf('|'));
    String file = names.substring(names.indexOf('|') + 1);
    Map<String, String> pages = site.pages();
    pages.remove("bai-viet/2019/" + file + ".html");
    pages.values().removeIf(text -> !text.contains(title) && !text.contains(file + ".html"));
    assertThat(pages.keySet()).as("pages that name it").isEmpty();
  }

  @Test
  void publishesAnArticleFromItsDateOn() throws IOException {
    site.bake(false, LocalDateTime.of(2030, 4, 30, 23, 59));
    assertThat(site.pages()).doesNotContainKey(LATER);
    site.bake(false, LocalDateTime.of(2030, 5, 1, 0, 0));
    assertThat(site.pages()).containsKey(LATER);
    assertThat(site.pages().get("index.html")).contains("Hẹn giờ");
    assertThat(site.pages().get("feed.xml")).contains("Hẹn giờ");
  }

  @Test
  void removesDraftsWhenTheyAreNotAskedForAnyMore() throws IOException {
    site.bake(true, TestSite.NOW);
    site.bake();
    assertThat(site.pages()).doesNotContainKeys(DRAFT, LATER_DRAFT);
  }

  @Test
  void keepsTheOldPageOfABrokenArticleAndRemovesNothing() throws IOException {
    String whole = Files.readString(folder.resolve("site").resolve(BROKEN));
    site.write("content/bai-viet/2018/tam.md", whole.replace("Tin 1", "Tạm"));
    site.bake();
    Map<String, String> before = site.pages();
    site.write(BROKEN, whole.replace("date=2018-01-01 07:01", "date=hôm qua"))
        .delete("content/bai-viet/2018/tam.md")
        .append("content/bai-viet/2018/tin-2.md", "\nThêm.\n");
    BuildReport report = site.bake();
    assertThat(report.problems())
        .filteredOn(Problem::isError)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.NGAY_HONG);
              assertThat(problem.pos().toString()).isEqualTo(BROKEN + ":2:6");
            });
    assertThat(report.written()).get().satisfies(r -> assertThat(r.removed()).isZero());
    assertThat(site.pages().keySet()).containsAll(before.keySet());
    assertThat(site.pages()).containsEntry(BROKEN_PAGE, before.get(BROKEN_PAGE));
    assertThat(site.pages().get("bai-viet/2018/tin-2.html")).contains("Thêm.");
    assertThat(site.pages().get("index.html")).doesNotContain("Tin 1<");

    site.write(BROKEN, whole.replace("Tin ngắn", "Tin đã sửa"));
    assertThat(site.bake().hasErrors()).isFalse();
    assertThat(site.pages().get(BROKEN_PAGE)).contains("Tin đã sửa");
    assertThat(site.pages()).doesNotContainKey("bai-viet/2018/tam.html");
  }

  @Test
  void leavesOutAnArticleWhoseLinkLeadsNowhere() throws IOException {
    site.append(BROKEN, "\nXem [bài](khong-co.md) và ![ảnh](anh/khong-co.png).\n");
    BuildReport report = site.bake();
    assertThat(report.problems())
        .filteredOn(Problem::isError)
        .extracting(problem -> problem.code() + " " + problem.pos())
        .containsExactly(
            ProblemCode.LIEN_KET_HONG + " " + BROKEN + ":9:11",
            ProblemCode.THIEU_ANH + " " + BROKEN + ":9:34");
    assertThat(site.pages()).doesNotContainKey(BROKEN_PAGE);
  }

  @Test
  void doesNotBlameAnArticleForALinkToABrokenOne() throws IOException {
    site.append("content/bai-viet/2018/tin-2.md", "\nXem [bài](tin-1.md).\n")
        .append(BROKEN, "\n[x](khong-co.md)\n");
    BuildReport report = site.bake();
    assertThat(report.problems()).filteredOn(Problem::isError).hasSize(1);
    assertThat(site.pages()).containsKey("bai-viet/2018/tin-2.html").doesNotContainKey(BROKEN_PAGE);
  }

  @Test
  void tellsOfLinksToDraftsAndToMissingHeadings() throws IOException {
    site.append(BROKEN, "\n[a](../2019/nhap.md)\n\n[b](../2019/ket-qua.md#khong-co)\n");
    assertThat(site.bake().problems())
        .filteredOn(Problem::isError)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.LIEN_KET_BAN_NHAP, ProblemCode.NEO_HONG);
  }

  /** Whatever an editor writes, no script address stands on a page. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--> <a href=\"javascript%3Aalert(1)\">x</a> -->",
        "[x](https://example.vn){href=\"javascript%3Aalert(1)\"}",
        "[x](javascript%3Aalert(1))",
        "<a href=\"javascript%3Aalert(1)\">x</a>",
        "<?> <a href=\"javascript%3Aalert(1)\">x</a> ?>",
        "![x](anh/co.svg){src=\"javascript%3Aalert(1)\"}",
      })
  void putsNoScriptAddressOnAPage(String text) throws IOException {
    site.append(BROKEN, "\n" + text + "\n");
    site.bake();
    assertThat(site.pages().getOrDefault(BROKEN_PAGE, ""))
        .doesNotContainIgnoringCase("javascript:");
  }

  @Test
  void findsAPictureBesideAnArticleInAFolderOfAnyName() throws IOException {
    site.write(
            "content/bài viết hay/một.md",
            "title=Một\ndate=2018-01-01\ntype=post\nstatus=published\n~~~~~~\n![Ảnh](ảnh.svg)\n")
        .write("content/bài viết hay/ảnh.svg", "<svg width=\"4\" height=\"2\"/>");
    assertThat(site.bake().problems()).noneMatch(Problem::isError);
    assertThat(site.pages().get("bai-viet-hay/mot.html")).contains("width=\"4\" height=\"2\"");
    assertThat(site.check().hasErrors()).isFalse();
  }

  @Test
  void checksWithoutWriting() throws IOException {
    assertThat(site.check().hasErrors()).isFalse();
    assertThat(site.output()).isEmpty();
    site.append("templates/list.ftlh", "<a href=\"${page.root}khong-co.html\">x</a>");
    BuildReport report = site.check();
    assertThat(report.problems())
        .filteredOn(Problem::isError)
        .isNotEmpty()
        .allMatch(problem -> problem.code() == ProblemCode.TRANG_CO_LIEN_KET_HONG);
    assertThat(site.output()).isEmpty();
  }

  @Test
  void writesFeedsAndSiteMapThatAreWellFormedWhateverTitlesHold() throws Exception {
    site.write(
        BROKEN,
        "---\ntitle: \"A & <b> ]]> \\x01 \\\"x\\\"\"\ndate: 2019-09-01\ntype: post\n"
            + "status: published\ntags: [\"t & \\x02 <x>\"]\nauthor: [\"An \\x03 & Bình\"]\n---\nx\n");
    assertThat(site.bake().hasErrors()).isFalse();
    for (Map.Entry<String, String> page : site.pages().entrySet()) {
      if (page.getKey().endsWith(".xml")) {
        assertThat(wellFormed(page.getValue())).as(page.getKey()).isTrue();
      }
    }
    assertThat(site.pages().get("feed.xml")).contains("A &amp; &lt;b&gt;");
  }

  @Test
  void usesRelativeAddressesWithoutAHost() throws Exception {
    String properties = Files.readString(folder.resolve("site/jbake.properties"));
    site.write("jbake.properties", properties.replace("site.host=https://example.vn", ""));
    site.bake();
    assertThat(everywhere().replace("https://example.vn/bao", ""))
        .doesNotContain("example.vn")
        .doesNotContain("jbake.org");
    assertThat(site.pages().get("sitemap.xml")).contains("<loc>bai-viet/2018/bac-son.html</loc>");
    assertThat(site.pages().get("robots.txt")).doesNotContain("Sitemap");
    assertThat(site.pages().get("index.html")).doesNotContain("canonical");
  }

  /** A page that two want goes to one of them, always the same. */
  @Test
  void bakesTheSameWhereAnArticleAndAListWantOneAddress() throws IOException {
    site.write(
        "content/chu-de/index.md",
        "title=Bài lạ\ntype=page\nstatus=published\n~~~~~~\nBài chiếm chỗ.\n");
    BuildReport report = site.bake();
    assertThat(report.problems())
        .filteredOn(Problem::isError)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.TRUNG_DIA_CHI);
    assertThat(site.pages().get("chu-de/index.html")).doesNotContain("Bài chiếm chỗ.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "templates", "assets", "data", ".", "content/con"})
  void refusesToWriteOverWhatEditorsWrote(String output) throws IOException {
    Path root = folder.resolve("site");
    Map<String, String> before = TestSite.tree(root);
    var builder =
        new SiteBuilder(
            new BuildOptions(root, Optional.of(root.resolve(output)), false, TestSite.NOW),
            Progress.SILENT);
    SiteException failure = catchThrowableOfType(SiteException.class, builder::bake);
    assertThat(failure.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CAU_HINH_HONG);
    assertThat(TestSite.tree(root)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bientap", "a@b", "javascript:alert(1)", "a@x.vn?bcc=b@x.vn", "https://"})
  void refusesAnAddressThatReadersCannotWriteTo(String feedback) throws IOException {
    site.write("jbake.properties", "portal.template.home=home.ftlh\nportal.feedback=" + feedback);
    SiteException failure = catchThrowableOfType(SiteException.class, site::bake);
    assertThat(failure.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.CAU_HINH_HONG);
              assertThat(problem.args().toString()).contains("portal.feedback = " + feedback);
            });
  }

  @Test
  void tellsOfTheStepsInTheirOrder() {
    var heard = new ArrayList<Step>();
    var builder =
        new SiteBuilder(
            new BuildOptions(folder.resolve("site"), Optional.empty(), false, TestSite.NOW),
            new Progress() {
              @Override
              public void started(Step step) {
                heard.add(step);
              }

              @Override
              public void finished(Step step, java.time.Duration duration) {
                assertThat(heard).last().isEqualTo(step);
              }
            });
    BuildReport report = builder.bake();
    assertThat(heard)
        .isEqualTo(List.of(Step.READ, Step.RENDER, Step.PLAN, Step.BAKE, Step.INDEX, Step.WRITE));
    assertThat(report.timings().keySet()).containsExactlyElementsOf(heard);
  }

  private String everywhere() throws IOException {
    return String.join("\n", site.pages().values());
  }

  private static boolean wellFormed(String xml) throws Exception {
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
      return true;
    } catch (org.xml.sax.SAXException e) {
      return false;
    }
  }
}
