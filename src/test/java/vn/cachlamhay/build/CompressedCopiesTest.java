package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed copies are always those of the files beside them. */
class CompressedCopiesTest {

  private static final String PAGE = "bai-viet/a.html";
  private static final String LONG = "Chi bộ họp bàn việc làm đường liên thôn. ".repeat(80);

  @TempDir Path folder;
  private TestSite site;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    site =
        TestSite.copyOf("portal-small", folder)
            .append("jbake.properties", "host.precompressed=gz\n")
            .write("content/bai-viet/a.md", article("Bài A", LONG));
    out = folder.resolve("output");
  }

  @Test
  void standBesideTextsThatAreWorthIt() throws IOException {
    site.write("assets/nho.css", "a{}");
    Files.write(folder.resolve("assets/ngau-nhien.txt"), random());
    site.bake();
    assertCopiesAreRight();
    assertThat(copies()).contains(PAGE + ".gz", "index.html.gz", "tim-kiem/tim-kiem.js.gz");
    assertThat(copies())
        .doesNotContain("nho.css.gz", "ngau-nhien.txt.gz")
        .noneMatch(uri -> uri.endsWith(".png.gz"));
  }

  @Test
  void followEveryChange() throws IOException {
    site.bake();
    byte[] before = Files.readAllBytes(out.resolve(PAGE + ".gz"));
    site.write("content/bai-viet/a.md", article("Bài A", LONG + " Thêm.")).bake();
    assertThat(Files.readAllBytes(out.resolve(PAGE + ".gz"))).isNotEqualTo(before);
    assertCopiesAreRight();
    site.delete("content/bai-viet/a.md").bake();
    assertThat(out.resolve(PAGE + ".gz")).doesNotExist();
    assertCopiesAreRight();
  }

  /** A style sheet of the site's own, which is copied and not made. */
  @Test
  void followTheSitesOwnFiles() throws IOException {
    site.write("assets/them.css", ".a { color: red }\n".repeat(200)).bake();
    site.write("assets/them.css", ".b { color: blue }\n".repeat(200)).bake();
    assertThat(copies()).contains("them.css.gz");
    assertCopiesAreRight();
  }

  @Test
  void areMadeAgainOnlyWhereTheFileChanged() throws IOException {
    site.bake();
    Map<String, FileTime> before = times();
    Set<String> same = unchanged("content/bai-viet/a.md", article("Bài A", LONG + " Thêm."));
    assertThat(same)
        .contains("tim-kiem/tim-kiem.js.gz", "bai-viet/2018/tin-1.html.gz")
        .doesNotContain(PAGE + ".gz");
    Map<String, FileTime> after = times();
    assertThat(same).allSatisfy(uri -> assertThat(after.get(uri)).isEqualTo(before.get(uri)));
  }

  @Test
  void areTheSameBytesWithAndWithoutWhatIsRemembered() throws IOException {
    site.bake();
    Map<String, String> first = TestSite.tree(out);
    site.deleteCache().bake();
    assertThat(TestSite.tree(out)).isEqualTo(first);
    site.delete("output").bake();
    assertThat(TestSite.tree(out)).isEqualTo(first);
  }

  @Test
  void comeAndGoWithTheSetting() throws IOException {
    site.bake();
    String settings = Files.readString(folder.resolve("jbake.properties"));
    site.write("jbake.properties", settings.replace("=gz\n", "=\n")).bake();
    assertThat(copies()).isEmpty();
    site.write("jbake.properties", settings).bake();
    assertThat(copies()).contains(PAGE + ".gz");
    assertCopiesAreRight();
  }

  /** While something is wrong nothing goes, save a copy that would be sent for a newer page. */
  @Test
  void areNeverOlderThanTheirPageThoughSomethingIsWrong() throws IOException {
    site.write("content/bai-viet/b.md", article("Bài B", LONG)).bake();
    assertThat(copies()).contains(PAGE + ".gz", "bai-viet/b.html.gz");
    String settings = Files.readString(folder.resolve("jbake.properties"));
    site.write("jbake.properties", settings.replace("=gz\n", "=\n"))
        .write("content/bai-viet/a.md", article("Bài A", LONG + " Thêm."))
        .write("content/bai-viet/b.md", "---\ntitle: Bài B\n---\n");
    assertThat(site.bake().hasErrors()).isTrue();
    assertThat(copies()).doesNotContain(PAGE + ".gz").contains("bai-viet/b.html.gz");
    assertCopiesAreRight();
  }

  @Test
  void aCopyOfTheSitesOwnStays() throws IOException {
    site.write("assets/so-lieu.csv", "xã,số\n".repeat(300))
        .write("assets/so-lieu.csv.gz", "của trang");
    site.bake();
    assertThat(out.resolve("so-lieu.csv.gz")).hasContent("của trang");
  }

  private Set<String> unchanged(String source, String text) throws IOException {
    Map<String, String> before = TestSite.tree(out);
    site.write(source, text).bake();
    Map<String, String> after = TestSite.tree(out);
    return copies().stream()
        .filter(uri -> after.get(uri).equals(before.get(uri)))
        .collect(Collectors.toSet());
  }

  private void assertCopiesAreRight() throws IOException {
    assertThat(copies()).isNotEmpty();
    for (String uri : copies()) {
      byte[] text = Files.readAllBytes(out.resolve(uri.substring(0, uri.length() - 3)));
      byte[] copy = Files.readAllBytes(out.resolve(uri));
      assertThat(copy.length).as(uri).isLessThan(text.length);
      try (var in = new GZIPInputStream(new ByteArrayInputStream(copy))) {
        assertThat(in.readAllBytes()).as(uri).isEqualTo(text);
      }
    }
  }

  private Set<String> copies() throws IOException {
    return times().keySet();
  }

  private Map<String, FileTime> times() throws IOException {
    var times = new TreeMap<String, FileTime>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".gz")).toList()) {
        times.put(
            out.relativize(file).toString().replace('\\', '/'), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private static String article(String title, String text) {
    return """
        ---
        title: %s
        date: 2018-09-12
        type: post
        status: published
        ---

        %s
        """
        .formatted(title, text);
  }

  /** What no program can make smaller. */
  private static byte[] random() {
    byte[] bytes = new byte[4000];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }
}
