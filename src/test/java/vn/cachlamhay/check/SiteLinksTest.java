package vn.cachlamhay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** The links of pages that are about to be published. */
class SiteLinksTest {

  @TempDir Path folder;

  private final Set<String> all = new HashSet<>();

  @BeforeEach
  void site() throws IOException {
    add("index.html", "<a href=\"tin/\">tin</a><p id=\"đầu\">đầu</p>");
    add("tin/index.html", "<a href=\"../không-có.html\">hỏng từ trước</a>");
    add("anh/ảnh bìa.svg", "<svg/>");
  }

  private void add(String uri, String html) throws IOException {
    Path file = folder.resolve(uri);
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);
    all.add(uri);
  }

  private List<Problem> broken(String... changed) {
    return SiteLinks.broken(folder, all, List.of(changed));
  }

  private static Problem problem(ProblemCode code, String page, String link) {
    return Problem.of(code, SourcePos.ofFile(page), link);
  }

  @Test
  void goodLinksToPagesFilesAndAnchorsAreNoProblem() throws IOException {
    add(
        "tin/mới.html",
        "<a href=\"./\"></a><a href=\"../#đầu\"></a><a href=\"/index.html#%C4%91%E1%BA%A7u\"></a>"
            + "<img src=\"../anh/ảnh%20bìa.svg\"><a href=\"#đây\" id=\"đây\"></a>"
            + "<a href=\"https://example.vn/không-có\"></a><a href=\"mailto:a@b\"></a>");

    assertThat(broken("tin/mới.html", "index.html")).isEmpty();
  }

  @Test
  void badOnesAreToldByPage() throws IOException {
    add(
        "tin/mới.html",
        "<a href=\"cũ.html\"></a><a href=\"cũ.html\"></a><img srcset=\"a.png 1x, b.png 2x\">"
            + "<a href=\"../#cuối\"></a><a href=\"#đâu\"></a><a href=\"../anh/ảnh bìa.svg#x\"></a>");

    assertThat(broken("tin/mới.html"))
        .containsExactlyInAnyOrder(
            problem(ProblemCode.TRANG_CO_LIEN_KET_HONG, "tin/mới.html", "a.png"),
            problem(ProblemCode.TRANG_CO_LIEN_KET_HONG, "tin/mới.html", "b.png"),
            problem(ProblemCode.TRANG_CO_LIEN_KET_HONG, "tin/mới.html", "cũ.html"),
            problem(ProblemCode.TRANG_CO_NEO_HONG, "tin/mới.html", "#đâu"),
            problem(ProblemCode.TRANG_CO_NEO_HONG, "tin/mới.html", "../#cuối"),
            problem(ProblemCode.TRANG_CO_NEO_HONG, "tin/mới.html", "../anh/ảnh bìa.svg#x"))
        .isSorted();
  }

  @Test
  void whatStaysAsItIsIsNotAskedAgain() throws IOException {
    add("tin/mới.html", "<a href=\"index.html\"></a>");

    assertThat(broken("tin/mới.html", "anh/ảnh bìa.svg")).isEmpty();
    assertThat(broken("tin/index.html")).hasSize(1);
  }

  @Test
  void aFileThatIsThereAndNotOfTheSiteDoesNotCount() throws IOException {
    Files.writeString(folder.resolve("nháp.html"), "nháp");
    add("tin/mới.html", "<a href=\"../nháp.html\"></a>");

    assertThat(broken("tin/mới.html"))
        .containsExactly(
            problem(ProblemCode.TRANG_CO_LIEN_KET_HONG, "tin/mới.html", "../nháp.html"));
  }

  @Test
  void aPageThatHasGoneIsNoPageWithoutLinks() throws IOException {
    Files.delete(folder.resolve("index.html"));

    assertThatThrownBy(() -> broken("index.html")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void itSaysWhatTheCheckOfTheWholeSiteSays() throws IOException {
    add("tin/mới.html", "<a href=\"./#x\"></a><a href=\"..\"></a><form action=\"\"></form>");
    add("tin/b.html", "<a href=\".\"></a><a href=\"?x#y\"></a><a href=\"mới.html#\"></a>");
    var whole = new PageCheck();
    for (String uri : all) {
      whole.add(uri, Files.readAllBytes(folder.resolve(uri)));
    }
    var problems = new vn.cachlamhay.diag.Problems();
    whole.report(Set.of(), problems);

    assertThat(SiteLinks.broken(folder, all, all)).isEqualTo(problems.sorted());
  }
}
