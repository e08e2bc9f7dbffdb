package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Plain JBake projects ({@code jbake-sites/}) baked by JBake 2.7.0 itself and by us: the same files
 * with the same bytes. docs/jbake.md has the list of these tests.
 */
final class JBakeCompatibilityIT {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 8, 0);
  private static final Path SOURCES = Path.of("src/test/resources/jbake-sites").toAbsolutePath();
  private static final String EXTENSIONS = "extensions";

  private static Path work;

  /** All but one in one JVM: to start it costs more than to bake. */
  @BeforeAll
  static void bakeWithJBake() throws Exception {
    work = SiteFixture.freshFolder("jbake");
    SiteFixture.copy(SOURCES, work.resolve("sites"));
    sameTimes(work.resolve("sites"));
    var folders = new ArrayList<Path>();
    for (String name : names()) {
      if (!name.equals(EXTENSIONS)) {
        folders.add(site(name));
        folders.add(stock(name));
      }
    }
    StockJBake.bake(work, List.of(), folders);
  }

  @Test
  @DisplayName("every template variable of the JBake documentation")
  void templateVariables() throws IOException {
    assertSame("variables");
  }

  @Test
  @DisplayName("document types of the site's own, with template and extension")
  void documentTypes() throws IOException {
    assertSame("types");
  }

  @Test
  @DisplayName("data files: maps, lists, nested values, all data documents")
  void dataFiles() throws IOException {
    assertSame("data");
  }

  @ParameterizedTest
  @DisplayName("index.paginate, index.posts_per_page, index.file; no posts at all")
  @ValueSource(strings = {"paging", "paging-empty"})
  void paging(String name) throws IOException {
    assertSame(name);
  }

  @ParameterizedTest
  @DisplayName("tags with index, tag.path, tag.sanitize; their order")
  @ValueSource(strings = {"tags", "tags-plain"})
  void tags(String name) throws IOException {
    assertSame(name);
  }

  @ParameterizedTest
  @DisplayName("archive, feed, site map, 404: switched on and off, under other names")
  @ValueSource(strings = {"tool-pages", "tool-pages-off"})
  void pagesOfTools(String name) throws IOException {
    assertSame(name);
  }

  @Test
  @DisplayName("a project without jbake.properties")
  void defaults() throws IOException {
    assertSame("defaults");
  }

  @Test
  @DisplayName("uri.noExtension with uri.noExtension.prefix")
  void addressesWithoutExtension() throws IOException {
    assertSame("no-extension");
  }

  @ParameterizedTest
  @DisplayName("drafts with suffix, published-date past and to come, default.status, default.type")
  @ValueSource(strings = {"drafts", "defaults-set"})
  void statuses(String name) throws IOException {
    assertSame(name);
  }

  @ParameterizedTest
  @DisplayName("img.path.update, img.path.prepend.host")
  @ValueSource(strings = {"images", "images-no-host", "images-no-extension"})
  void pictures(String name) throws IOException {
    assertSame(name);
  }

  @ParameterizedTest
  @DisplayName("assets inside content, hidden files, .jbakeignore, folders of other names")
  @ValueSource(strings = {"content-assets", "hidden-assets"})
  void assets(String name) throws IOException {
    assertSame(name);
  }

  @ParameterizedTest
  @DisplayName("Markdown, with markdown.extensions of all kinds")
  @ValueSource(
      strings = {"markdown", "markdown-none", "markdown-all", "markdown-some", "markdown-wiki"})
  void markdown(String name) throws IOException {
    assertSame(name);
  }

  @Test
  @DisplayName("headers: own keys, JSON, blanks, capitals, date.format, header.separator")
  void headers() throws IOException {
    assertSame("headers");
  }

  @ParameterizedTest
  @DisplayName("render.encoding; texts that are not NFC")
  @ValueSource(strings = {"encoding", "encoding-utf16", "not-nfc"})
  void encodings(String name) throws IOException {
    assertSame(name);
  }

  @Test
  @DisplayName("YAML files as content")
  void yamlContent() throws IOException {
    assertSame("yaml-content");
  }

  @Test
  @DisplayName("names of files with blanks, Vietnamese letters and signs")
  void namesOfFiles() throws IOException {
    assertSame("names");
  }

  @Test
  @DisplayName("order of documents of one date, their neighbours and their tags")
  void order() throws IOException {
    assertSame("order");
  }

  @Test
  @DisplayName("two things at one address: the same one stays")
  void contestedAddresses() throws IOException {
    assertSame("conflicts");
  }

  @Test
  @DisplayName("what JBake takes without a word needs no setting and is no error")
  void silentlyTaken() throws IOException {
    assertThat(assertSame("silent").problems()).noneMatch(Problem::isError);
  }

  @ParameterizedTest
  @DisplayName("portal.strict=false: JBake's leniency, with a notice for each")
  @ValueSource(strings = {"lenient", "lenient-default-type"})
  void leniency(String name) throws IOException {
    assertThat(assertSame(name).problems())
        .isNotEmpty()
        .allMatch(problem -> !problem.isError())
        .extracting(Problem::code)
        .contains(ProblemCode.DONG_PHAN_DAU_HONG);
  }

  @Test
  @DisplayName("a RenderingTool and a MarkupEngine from a jar on the class path")
  void extensions() throws Exception {
    Path jar = ExtensionJar.in(work);
    StockJBake.bake(
        SiteFixture.freshFolder("jbake-extensions"),
        List.of(jar),
        List.of(site(EXTENSIONS), stock(EXTENSIONS)));
    // as the script portal puts it
    String classPath = "target/cach-lam-hay.jar" + System.getProperty("path.separator") + jar;
    StockJBake.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Dfile.encoding=UTF-8",
            // an engine of the site's own may ask the machine for its zone
            "-Duser.timezone=Asia/Ho_Chi_Minh",
            "-cp",
            classPath,
            "vn.cachlamhay.cli.Portal",
            "bake",
            "--site",
            site(EXTENSIONS).toString(),
            "--out",
            ours(EXTENSIONS).toString()),
        work.resolve("portal.log"));
    assertSameFiles(EXTENSIONS);
    assertThat(files(ours(EXTENSIONS)).get("to.html")).contains("<p>NÓI TO!</p>");
    assertThat(files(ours(EXTENSIONS)).get("them/danh-sach.txt")).contains("a.html");
  }

  @Test
  @DisplayName("every project once more, and a second bake that changes nothing")
  void secondBake() throws IOException {
    for (String name : names()) {
      if (!name.equals(EXTENSIONS)) {
        assertSame(name);
        assertThat(bake(name).written())
            .as(name)
            .hasValueSatisfying(written -> assertThat(written.written()).isZero());
      }
    }
  }

  @Test
  @DisplayName("docs/jbake.md lists these tests")
  void listInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs/jbake.md"));
    for (Method method : JBakeCompatibilityIT.class.getDeclaredMethods()) {
      DisplayName name = method.getAnnotation(DisplayName.class);
      if (name != null && !method.getName().equals("listInTheDocumentation")) {
        assertThat(page).contains("- " + name.value() + "\n");
      }
    }
  }

  private static BuildReport assertSame(String name) throws IOException {
    BuildReport report = bake(name);
    assertSameFiles(name);
    return report;
  }

  private static void assertSameFiles(String name) throws IOException {
    Map<String, String> stock = files(stock(name));
    Map<String, String> ours = files(ours(name));
    ours.remove(".portal-manifest");
    assertThat(stock).isNotEmpty();
    assertThat(ours.keySet()).isEqualTo(stock.keySet());
    for (Map.Entry<String, String> file : stock.entrySet()) {
      assertThat(ours.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
    }
  }

  private static BuildReport bake(String name) {
    var options = new BuildOptions(site(name), Optional.of(ours(name)), false, NOW);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new WithoutTestTools(before));
    try {
      return new SiteBuilder(options, Progress.SILENT).bake();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Other tests have a rendering tool among their services; these sites have none. */
  private static final class WithoutTestTools extends ClassLoader {

    WithoutTestTools(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return Collections.enumeration(
          Collections.list(super.getResources(name)).stream()
              .filter(url -> !url.getPath().contains("/test-classes/"))
              .toList());
    }
  }

  private static Path site(String name) {
    return work.resolve("sites").resolve(name);
  }

  private static Path stock(String name) {
    return work.resolve("stock").resolve(name);
  }

  private static Path ours(String name) {
    return work.resolve("ours").resolve(name);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** Where a header has no date JBake takes the time of the file. */
  private static void sameTimes(Path folder) throws IOException {
    FileTime time = FileTime.from(Instant.parse("2020-02-03T04:05:06Z"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /** All files by address: their bytes as text, each byte a letter where they are not UTF-8. */
  private static Map<String, String> files(Path root) throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean whole = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        files.put(
            root.relativize(file).toString().replace('\\', '/'),
            whole ? text : new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
