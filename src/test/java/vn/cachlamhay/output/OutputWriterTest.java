package vn.cachlamhay.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** A site is replaced file by file, whole or not at all, and nobody else's files are touched. */
class OutputWriterTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

  private final BuildCache cache = BuildCache.temporary();
  @TempDir Path folder;
  private Path output;

  @AfterEach
  void closeCache() {
    cache.close();
  }

  @BeforeEach
  void site() {
    output = folder.resolve("output");
    write(true, Map.of("index.html", "một", "a/index.html", "hai", "css/x.css", "ba"));
  }

  @Test
  void writesEveryFile() throws IOException {
    assertThat(files())
        .containsEntry("index.html", "một")
        .containsEntry("a/index.html", "hai")
        .containsEntry("css/x.css", "ba")
        .containsOnlyKeys("index.html", "a/index.html", "css/x.css", Manifest.FILE);
  }

  @Test
  void leavesUnchangedFilesAlone() throws IOException {
    for (String uri : files().keySet()) {
      Files.setLastModifiedTime(output.resolve(uri), LONG_AGO);
    }
    OutputWriter.Result result =
        write(true, Map.of("index.html", "một", "a/index.html", "hai", "css/x.css", "ba"));
    assertThat(result).isEqualTo(new OutputWriter.Result(3, 0, 0));
    for (String uri : files().keySet()) {
      assertThat(Files.getLastModifiedTime(output.resolve(uri))).as(uri).isEqualTo(LONG_AGO);
    }
  }

  @Test
  void replacesChangedFilesOnly() throws IOException {
    Files.setLastModifiedTime(output.resolve("css/x.css"), LONG_AGO);
    OutputWriter.Result result =
        write(true, Map.of("index.html", "mới", "a/index.html", "hai", "css/x.css", "ba"));
    assertThat(result).isEqualTo(new OutputWriter.Result(3, 1, 0));
    assertThat(files()).containsEntry("index.html", "mới");
    assertThat(Files.getLastModifiedTime(output.resolve("css/x.css"))).isEqualTo(LONG_AGO);
  }

  @Test
  void putsNewFoldersBesideAndBelowThoseThatAreThere() throws IOException {
    Files.writeString(output.resolve("a/cua-toi.txt"), "của tôi");
    Map<String, String> site =
        Map.of(
            "index.html", "một",
            "a/index.html", "mới",
            "a/b/index.html", "bốn",
            "a/b/c/d.html", "năm",
            "e/f/g.html", "sáu",
            "css/x.css", "ba");
    assertThat(write(true, site)).isEqualTo(new OutputWriter.Result(6, 4, 0));
    assertThat(files()).containsAllEntriesOf(site).containsEntry("a/cua-toi.txt", "của tôi");
    assertThat(write(true, site)).isEqualTo(new OutputWriter.Result(6, 0, 0));
  }

  @Test
  void restoresAFileThatSomeoneChanged() throws IOException {
    Files.writeString(output.resolve("index.html"), "sửa tay");
    write(true, Map.of("index.html", "một"));
    assertThat(files()).containsEntry("index.html", "một");
  }

  @Test
  void removesWhatIsNotWantedAnyMoreAndItsEmptyFolder() throws IOException {
    assertThat(write(true, Map.of("index.html", "một")))
        .isEqualTo(new OutputWriter.Result(1, 0, 2));
    assertThat(files()).containsOnlyKeys("index.html", Manifest.FILE);
    assertThat(output.resolve("a")).doesNotExist();
    assertThat(output.resolve("css")).doesNotExist();
  }

  @Test
  void neverTouchesFilesThatItDidNotWrite() throws IOException {
    Files.writeString(output.resolve("CNAME"), "example.vn");
    Files.writeString(output.resolve("a/ghi-chu.txt"), "của tôi");
    write(true, Map.of("index.html", "một"));
    write(true, Map.of());
    assertThat(files())
        .containsOnly(
            Map.entry("CNAME", "example.vn"),
            Map.entry("a/ghi-chu.txt", "của tôi"),
            Map.entry(Manifest.FILE, ""));
  }

  @Test
  void leavesEverythingAsItWasWhereItIsNotCommitted() throws IOException {
    Files.writeString(output.resolve("CNAME"), "example.vn");
    Map<String, String> before = files();
    try (var writer = new OutputWriter(output, cache.files(), changed -> {})) {
      writer.put("index.html", bytes("mới"));
      writer.put("b/c.html", bytes("mới"));
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void showsNothingBeforeTheCommit() throws IOException {
    Map<String, String> before = files();
    try (var writer = new OutputWriter(output, cache.files(), changed -> {})) {
      writer.put("index.html", bytes("mới"));
      Map<String, String> during = files();
      during
          .keySet()
          .removeIf(uri -> uri.startsWith(".portal-staging/") || uri.equals(".portal-lock"));
      assertThat(during).isEqualTo(before);
    }
  }

  @Test
  void leavesNoFolderWhereThereWasNoneAndNothingIsCommitted() {
    Path fresh = folder.resolve("fresh");
    try (var writer = new OutputWriter(fresh, cache.files(), changed -> {})) {
      writer.put("a/b.html", bytes("x"));
    }
    assertThat(fresh).doesNotExist();
  }

  @Test
  void putsAFolderWhereAFileWas() throws IOException {
    write(true, Map.of("a/index.html", "hai", "tin", "tệp"));
    write(true, Map.of("a/index.html", "hai", "tin/index.html", "trang"));
    assertThat(files()).containsEntry("tin/index.html", "trang").doesNotContainKey("tin");
  }

  @Test
  void putsAFileWhereAFolderWas() throws IOException {
    write(true, Map.of("tin/x/1.html", "1", "tin/2.html", "2"));
    write(true, Map.of("tin", "tệp"));
    assertThat(files()).containsOnlyKeys("tin", Manifest.FILE).containsEntry("tin", "tệp");
  }

  @Test
  void swapsAFileAndAFolderEvenWhereNothingIsToBeRemoved() throws IOException {
    write(true, Map.of("tin", "tệp", "cu/a.html", "a", "giu.html", "g"));
    write(false, Map.of("tin/index.html", "trang", "cu", "tệp"));
    assertThat(files())
        .containsOnlyKeys("tin/index.html", "cu", "giu.html", Manifest.FILE)
        .containsEntry("tin/index.html", "trang")
        .containsEntry("cu", "tệp");
  }

  @Test
  void removesNothingWhereNothingIsToBeRemovedButRemembersIt() throws IOException {
    assertThat(write(false, Map.of("index.html", "mới")))
        .isEqualTo(new OutputWriter.Result(1, 1, 0));
    assertThat(files()).containsEntry("a/index.html", "hai").containsEntry("css/x.css", "ba");
    assertThat(write(true, Map.of("index.html", "mới")))
        .isEqualTo(new OutputWriter.Result(1, 0, 2));
    assertThat(files()).containsOnlyKeys("index.html", Manifest.FILE);
  }

  @Test
  void toleratesFilesThatSomeoneHasRemoved() throws IOException {
    Files.delete(output.resolve("a/index.html"));
    Files.delete(output.resolve("a"));
    assertThat(write(true, Map.of("index.html", "một")))
        .isEqualTo(new OutputWriter.Result(1, 0, 1));
    assertThat(files()).containsOnlyKeys("index.html", Manifest.FILE);
  }

  @Test
  void toleratesTheRemovalOfSomeFilesOfAFolder() throws IOException {
    for (String gone : new String[] {"b/1.html", "b/2.html", "b/3.html"}) {
      write(true, Map.of("index.html", "x", "b/1.html", "1", "b/2.html", "2", "b/3.html", "3"));
      Files.delete(output.resolve(gone));
      write(true, Map.of("index.html", "x"));
      assertThat(files()).containsOnlyKeys("index.html", Manifest.FILE);
    }
  }

  @Test
  void writesTheSiteAnewWhereTheFolderWasEmptied() throws IOException {
    for (String uri : files().keySet()) {
      Files.delete(output.resolve(uri));
    }
    write(true, Map.of("index.html", "một"));
    assertThat(files()).containsOnlyKeys("index.html", Manifest.FILE);
  }

  @Test
  void listsEveryFileInTheManifestAsSha256sumReadsIt() throws Exception {
    write(true, Map.of("a b/đường dẫn.html", "x", "index.html", "y", "c\\d.txt", "z"));
    assertThat(Files.readAllLines(output.resolve(Manifest.FILE)))
        .hasSize(3)
        .allMatch(line -> line.matches("[0-9a-f]{32}  .+"))
        .contains(Manifest.hash(bytes("y")) + "  index.html");
    assumeThat(Path.of("/usr/bin/md5sum")).exists();
    Process check =
        new ProcessBuilder("md5sum", "--check", "--strict", Manifest.FILE)
            .directory(output.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }

  @Test
  void readsBackTheManifestThatItWrote() throws IOException {
    assertThat(Manifest.read(output).hashes())
        .containsOnlyKeys("a/index.html", "css/x.css", "index.html")
        .containsEntry("css/x.css", Manifest.hash(bytes("ba")));
    assertThat(Manifest.read(folder.resolve("khong-co")).hashes()).isEmpty();
  }

  /** Where lines were copied from the last manifest, as where all are written anew. */
  @Test
  void writesTheManifestInTheOrderOfAddresses() throws IOException {
    Path manifest = output.resolve(Manifest.FILE);
    for (Map<String, String> site :
        List.of(
            Map.of("index.html", "hai", "a/index.html", "", "css/x.css", "ba"),
            Map.of("index.html", "hai", "a/index.html", "b", "css/x.css", "bốn"),
            Map.of("index.html", "hai", "a/index.html", "b", "b.html", "", "css/x.css", "bốn"),
            Map.of("index.html", "ba", "b.html", "", "css/x.css", "bốn"))) {
      write(true, site);
      assertThat(Files.readAllLines(manifest)).isEqualTo(lines(site));
    }
    List<String> mixed = new ArrayList<>(Files.readAllLines(manifest));
    Collections.reverse(mixed);
    Files.write(manifest, mixed);
    Map<String, String> site = Map.of("index.html", "bốn", "b.html", "", "css/x.css", "bốn");
    write(true, site);
    assertThat(Files.readAllLines(manifest)).isEqualTo(lines(site));
  }

  /** Else the next run would take what it finds for something new. */
  @Test
  void leavesFilesWhoseStampsCanBeTrusted() throws IOException {
    for (String text : List.of("một", "hai", "ba")) {
      write(true, Map.of("index.html", text));
      FileStamp manifest = FileStamp.Taker.on(output).of(output.resolve(Manifest.FILE));
      assertThat(manifest.settlingMillis()).isZero();
      assertThat(cache.files().get("index.html").orElseThrow().stamp().settlingMillis()).isZero();
    }
  }

  private static List<String> lines(Map<String, String> site) {
    return new TreeMap<>(site)
        .entrySet().stream()
            .map(file -> Manifest.hash(bytes(file.getValue())) + "  " + file.getKey())
            .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.html", "a/../../x.html", "/tmp/x.html", "../output-2/x.html", ".."})
  void refusesAddressesOutsideOfTheSite(String uri) throws IOException {
    Map<String, String> before = all();
    try (var writer = new OutputWriter(output, cache.files(), changed -> {})) {
      assertThatThrownBy(() -> writer.put(uri, bytes("x")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void removesNothingOutsideOfTheSiteWhateverTheManifestSays() throws IOException {
    Path mine = Files.writeString(folder.resolve("cua-toi.txt"), "x");
    Files.writeString(
        output.resolve(Manifest.FILE), Manifest.hash(bytes("x")) + "  ../cua-toi.txt\n");
    try (var writer = new OutputWriter(output, cache.files(), changed -> {})) {
      assertThatThrownBy(() -> writer.commit(true)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(mine).hasContent("x");
  }

  @Test
  void clearsAwayWhatAKilledRunLeft() throws IOException {
    Path left = output.resolve(".portal-staging/a/old.html");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "dở");
    write(true, Map.of("index.html", "một"));
    assertThat(files()).containsOnlyKeys("index.html", Manifest.FILE);
    assertThat(output.resolve(".portal-staging")).doesNotExist();
  }

  @Test
  void takesFilesFromManyThreads() throws IOException {
    try (var writer = new OutputWriter(output, cache.files(), changed -> {})) {
      Stream.iterate(0, i -> i + 1)
          .limit(500)
          .parallel()
          .forEach(i -> writer.put("n/" + i % 7 + "/" + i + ".html", bytes("n" + i)));
      assertThat(writer.commit(true)).isEqualTo(new OutputWriter.Result(500, 500, 3));
    }
    assertThat(files()).hasSize(501).containsEntry("n/0/49.html", "n49");
  }

  @Test
  void stopsBeforeAFileThatSomebodyElsePutThere() throws IOException {
    Files.writeString(output.resolve("cua-toi.html"), "của tôi");
    Map<String, String> before = files();

    assertThatThrownBy(
            () -> write(true, Map.of("index.html", "mới", "cua-toi.html", "của chương trình")))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::code, problem -> problem.pos().file())
                    .containsExactly(
                        tuple(
                            ProblemCode.TEP_NGUOI_KHAC,
                            output.resolve("cua-toi.html").toString())));

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void takesOverAFileThatIsTheSameAlready() throws IOException {
    Files.writeString(output.resolve("giong.html"), "giống");

    assertThat(write(true, Map.of("giong.html", "giống")).written()).isZero();
    assertThat(write(true, Map.of()).removed()).isEqualTo(1);
  }

  @Test
  void refusesASecondRunWhileOneIsWriting() throws IOException {
    Map<String, String> before = files();
    try (var first = new OutputWriter(output, cache.files(), changed -> {})) {
      first.put("index.html", bytes("mới"));

      assertThatThrownBy(() -> new OutputWriter(output, cache.files(), changed -> {}))
          .isInstanceOfSatisfying(
              SiteException.class,
              e ->
                  assertThat(e.problems())
                      .extracting(Problem::code)
                      .containsExactly(ProblemCode.DANG_CO_LAN_LAM_KHAC));

      first.commit(false);
    }

    assertThat(files()).containsEntry("index.html", "mới").hasSameSizeAs(before);
  }

  private OutputWriter.Result write(boolean remove, Map<String, String> site) {
    try (var writer = new OutputWriter(output, cache.files(), changed -> {})) {
      site.forEach((uri, text) -> writer.put(uri, bytes(text)));
      return writer.commit(remove);
    }
  }

  private Map<String, String> files() throws IOException {
    return tree(output);
  }

  private Map<String, String> all() throws IOException {
    return tree(folder);
  }

  private static Map<String, String> tree(Path root) throws IOException {
    var tree = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String uri = root.relativize(file).toString().replace('\\', '/');
        tree.put(uri, Files.readString(file));
      }
    }
    return tree;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
