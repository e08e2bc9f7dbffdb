package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;

/** Which paths of a browser lead to files, and that none leads out. */
class SafePathsTest {

  @TempDir Path site;

  private Path content;
  private SafePaths paths;

  @BeforeEach
  void makeFolders() throws IOException {
    content = site.toRealPath().resolve("content");
    Files.createDirectories(content.resolve("bai-viet/2018/anh"));
    Files.createDirectories(content.resolve(".rieng"));
    Files.writeString(content.resolve("bai-viet/2018/Bac-Son.md"), "x");
    Files.writeString(content.resolve(".rieng/mat.md"), "x");
    Files.writeString(site.resolve("jbake.properties"), "x");
    paths = new SafePaths(site.resolve("content"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bai-viet/2018/Bac-Son.md",
        "bai-viet/2018/chua-co.md",
        "bai-viet/2030/moi/chua-co.md",
        "gioi-thieu.md",
        "bai-viet/2018/anh/Ảnh hội nghị (1).jpg",
        "bai-viet/2018/a..b.md",
        "bai-viet/2018/~$bai.docx",
        "bai-viet/2018/console.md",
        "bai-viet/2018/com10.md",
        "bai-viet/2018/auxiliary.md",
        "bai-viet/2018/Ba\u0306\u0301c.md",
        "bai-viet/2018/a'b,c;d=e&f+g@h#i!k.md"
      })
  void filesBelowTheFolderAreFound(String path) throws IOException {
    assertThat(paths.resolve(path)).isEqualTo(content.resolve(path));
    assertThat(paths.relative(paths.resolve(path))).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "/",
        "//",
        "../jbake.properties",
        "bai-viet/../../jbake.properties",
        "bai-viet/../gioi-thieu.md",
        "bai-viet/./a.md",
        "bai-viet//a.md",
        "bai-viet/2018/",
        "bai-viet/2018",
        "/etc/passwd",
        "/bai-viet/2018/Bac-Son.md",
        "//server/share/a.md",
        "\\\\server\\share\\a.md",
        "..\\jbake.properties",
        "bai-viet\\2018\\Bac-Son.md",
        "C:/Windows/a.md",
        "C:a.md",
        "c:\\a.md",
        "file:///etc/passwd",
        "bai-viet/2018/Bac-Son.md:$DATA",
        "bai-viet/2018/Bac-Son.md::$DATA",
        "bai-viet/2018/a.md:stream",
        "bai-viet/%2e%2e/a.md",
        "%2e%2e/jbake.properties",
        "bai-viet/2018/a%00.md",
        "bai-viet/2018/a%252e.md",
        "bai-viet%2f2018/a.md",
        "bai-viet/2018/a\u0000.md",
        "bai-viet/2018/a\u0000/../../../jbake.properties",
        "bai-viet/2018/a\n.md",
        "bai-viet/2018/a\t.md",
        "bai-viet/2018/a\u007f.md",
        "bai-viet/2018/a\u0085.md",
        "bai-viet/2018/a\u202egpj.md",
        "bai-viet/2018/a\u200b.md",
        "bai-viet/2018/.\u200bgit",
        "\ufeff../a.md",
        "bai-viet/2018/a\u2028.md",
        ".rieng/mat.md",
        ".git/config",
        "bai-viet/.git/config",
        "bai-viet/2018/.an.md",
        "bai-viet/2018/...",
        "GIT~1/config",
        "bai-viet/2018/BAC-SO~1.MD",
        "bai-viet/2018/a.md.",
        "bai-viet/2018/a.md ",
        "bai-viet/2018/ a.md",
        "bai-viet/2018 /a.md",
        "bai-viet/2018./a.md",
        "bai-viet/.. /a.md",
        "bai-viet/2018/CON",
        "bai-viet/2018/con.md",
        "bai-viet/nul/a.md",
        "bai-viet/2018/NUL.tar.md",
        "bai-viet/2018/aux.md",
        "bai-viet/2018/prn .md",
        "bai-viet/2018/com1.md",
        "bai-viet/2018/COM0",
        "bai-viet/2018/LPT9.jpg",
        "bai-viet/2018/com\u00b9.md",
        "bai-viet/2018/lpt\u00b3.md",
        "bai-viet/2018/CONIN$",
        "bai-viet/2018/conout$.md",
        "bai-viet/2018/a?.md",
        "bai-viet/2018/*.md",
        "bai-viet/2018/a|b.md",
        "bai-viet/2018/<a>.md",
        "bai-viet/2018/\"a\".md",
        "bai-viet/\uff0e\uff0e/a.md",
        "\u2024\u2024/a.md",
        "bai-viet\uff0f..\uff0fa.md",
        "bai-viet/2018/a\ud800.md",
        "bai-viet/2018/a\ue000.md",
        "bai-viet/2018/BAC-SON.MD",
        "bai-viet/2018/bac-son.md",
        "Bai-Viet/2018/Bac-Son.md",
        "Bai-Viet/moi.md",
        "bai-viet/2018/Bac-Son.md/a.md"
      })
  void whateverLeadsElsewhereIsRefused(String path) {
    assertRefused(path);
  }

  @Test
  void nothingAndNamesThatAreTooLongAreRefused() {
    assertRefused(null);
    assertRefused("a/".repeat(150) + "b.md");
    assertRefused("ẵ".repeat(90) + ".md");
    assertRefused("a/" + "x".repeat(300));
  }

  @Test
  void linksThatLeadOutAreRefused() throws IOException {
    Path outside = Files.createDirectories(site.resolve("ngoai"));
    Files.writeString(outside.resolve("a.md"), "x");
    link("ra-ngoai", outside);
    link("ra-ngoai.md", outside.resolve("a.md"));
    link("bai-viet/chua-co.md", outside.resolve("moi.md"));
    link("len-tren", Path.of(".."));
    link("an.md", Path.of(".rieng/mat.md"));
    link("vong", Path.of("vong"));

    assertRefused("ra-ngoai/a.md");
    assertRefused("ra-ngoai/moi.md");
    assertRefused("ra-ngoai/moi/sau.md");
    assertRefused("ra-ngoai.md");
    assertRefused("bai-viet/chua-co.md");
    assertRefused("len-tren/jbake.properties");
    assertRefused("len-tren/content/bai-viet/2018/Bac-Son.md/x");
    assertRefused("an.md");
    assertRefused("vong/a.md");
  }

  @Test
  void linksWithinTheFolderLeadToTheRealFile() throws IOException {
    link("nam-2018", Path.of("bai-viet/2018"));

    assertThat(paths.resolve("nam-2018/Bac-Son.md"))
        .isEqualTo(content.resolve("bai-viet/2018/Bac-Son.md"));
    assertThat(paths.resolve("nam-2018/moi.md")).isEqualTo(content.resolve("bai-viet/2018/moi.md"));
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path linked = site.resolve("noi-khac");
    Files.move(content, linked);
    link(content, linked);

    assertThat(paths.resolve("bai-viet/2018/Bac-Son.md"))
        .isEqualTo(linked.toRealPath().resolve("bai-viet/2018/Bac-Son.md"));
    assertRefused("../jbake.properties");
  }

  private void link(String path, Path target) throws IOException {
    link(content.resolve(path), target);
  }

  private static void link(Path file, Path target) throws IOException {
    try {
      Files.createSymbolicLink(file, target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeThat(e).as("this system has no symbolic links").isNull();
    }
  }

  private void assertRefused(String path) {
    assertThatThrownBy(() -> paths.resolve(path))
        .as(path)
        .isInstanceOfSatisfying(
            EditException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DUONG_DAN_CAM);
              assertThat(e.problem().args().get(0)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
            });
  }
}
