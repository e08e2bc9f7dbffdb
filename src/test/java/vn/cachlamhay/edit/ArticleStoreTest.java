package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.content.SiteFiles;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Moment;

/** What is saved is there as a whole, and nothing that was there is lost. */
class ArticleStoreTest {

  private static final String PATH = "bai-viet/2018/a.md";
  private static final String FIRST = "---\ntitle: Một\n---\nChữ.\n";
  private static final String SECOND = "---\ntitle: Hai\n---\nChữ.\n";
  private static final String THIRD = "---\ntitle: Ba\n---\nChữ.\n";

  @TempDir Path site;

  private EditFixture fixture;
  private ArticleStore store;

  @BeforeEach
  void makeSite() throws IOException {
    fixture = new EditFixture(site).with(PATH, FIRST);
    store = fixture.store();
  }

  @Test
  void aSaveReplacesTheFileAndTellsItsVersion() throws IOException {
    SaveResult saved = save(PATH, version(FIRST), SECOND);

    assertThat(saved)
        .isInstanceOfSatisfying(
            SaveResult.Saved.class,
            done -> assertThat(done.file().version()).isEqualTo(version(SECOND)));
    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
    assertThat(store.read(PATH).fields()).containsEntry("title", List.of("Hai"));
    assertThat(names(fixture.file(PATH).getParent())).containsExactly("a.md");
  }

  @Test
  void whatChangedMeanwhileIsNotWrittenOver() throws IOException {
    fixture.with(PATH, THIRD);

    assertThat(save(PATH, version(FIRST), SECOND))
        .isInstanceOfSatisfying(
            SaveResult.Conflict.class,
            conflict ->
                assertThat(conflict.theirs().orElseThrow().version()).isEqualTo(version(THIRD)));
    assertThat(fixture.text(PATH)).isEqualTo(THIRD);
  }

  @Test
  void whoWritesOverItOnPurposeKeepsBothVersions() throws IOException {
    fixture.with(PATH, THIRD);
    save(PATH, version(THIRD), SECOND);

    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
    assertThat(store.history(PATH))
        .extracting(Version::digest)
        .containsExactly(version(SECOND), version(THIRD));
  }

  @Test
  void aFileThatIsGoneIsAConflictUntilItIsWantedAnew() throws IOException {
    Files.delete(fixture.file(PATH));

    assertThat(save(PATH, version(FIRST), SECOND))
        .isInstanceOfSatisfying(
            SaveResult.Conflict.class, conflict -> assertThat(conflict.theirs()).isEmpty());
    assertThat(Files.exists(fixture.file(PATH))).isFalse();
    assertThat(save(PATH, "", SECOND)).isInstanceOf(SaveResult.Saved.class);
    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
    assertThat(save(PATH, "", THIRD)).isInstanceOf(SaveResult.Conflict.class);
  }

  @Test
  void aSaveThatIsSentTwiceIsNoConflict() throws IOException {
    save(PATH, version(FIRST), SECOND);

    assertThat(save(PATH, version(FIRST), SECOND)).isInstanceOf(SaveResult.Saved.class);
    assertThat(store.history(PATH)).hasSize(2);
  }

  @Test
  void ofManyAtOnceOneWinsAndAllOthersAreTold() throws IOException {
    var results = new ConcurrentLinkedQueue<SaveResult>();
    IntStream.range(0, 24)
        .parallel()
        .forEach(
            i -> {
              try {
                results.add(save(PATH, version(FIRST), "---\ntitle: " + i + "\n---\n"));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });

    assertThat(results).hasSize(24);
    assertThat(results).filteredOn(SaveResult.Saved.class::isInstance).hasSize(1);
  }

  @Test
  void whatChangesInTheVeryLastMomentIsNotWrittenOver() throws IOException {
    Path file = fixture.file(PATH);

    assertThat(DiskFiles.replace(file, bytes(THIRD), bytes(SECOND))).isFalse();
    assertThat(fixture.text(PATH)).isEqualTo(FIRST);
    assertThat(names(file.getParent())).containsExactly("a.md");
    assertThat(DiskFiles.replace(file, bytes(FIRST), bytes(SECOND))).isTrue();
    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
  }

  @Test
  void permissionsStay() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(fixture.file(PATH), PosixFilePermissions.fromString("rw-rw-r--"));
    save(PATH, version(FIRST), SECOND);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.file(PATH))))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void aFileBehindALinkIsWrittenAndTheLinkStays() throws IOException {
    Path link = fixture.file("bai-viet/2018/b.md");
    try {
      Files.createSymbolicLink(link, Path.of("a.md"));
    } catch (IOException | UnsupportedOperationException e) {
      assumeThat(e).as("this system has no symbolic links").isNull();
    }
    save("bai-viet/2018/b.md", version(FIRST), SECOND);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
    assertThat(store.history(PATH)).hasSize(2);
  }

  @Test
  void whatACrashLeftBehindIsNoArticleAndIsDeletedLater() throws IOException {
    Path old = fixture.file("bai-viet/2018/.portal-luu-0a1b.tmp");
    Path young = fixture.file("bai-viet/2018/.portal-luu-2c3d.tmp");
    Path own = fixture.file("bai-viet/2018/.cua-toi.tmp");
    for (Path file : List.of(old, young, own)) {
      Files.writeString(file, "nửa");
    }
    for (Path file : List.of(old, own)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));
    }

    SiteFiles files = SiteFiles.scan(fixture.config(), Set.of("md"), new Problems());
    assertThat(files.articles()).containsExactly(fixture.file(PATH));
    assertThat(files.statics().byUri()).isEmpty();
    assertThat(store.cleanUp()).isEqualTo(1);
    assertThat(Files.exists(old)).isFalse();
    assertThat(Files.exists(young)).isTrue();
    assertThat(Files.exists(own)).isTrue();
  }

  @Test
  void aFolderThatCannotBeWrittenLeavesTheFileAsItWas() throws IOException {
    // a file where the folder of versions would be: nothing can be kept, so nothing is replaced
    Files.writeString(site.resolve(".portal-history"), "x");

    assertThatThrownBy(() -> save(PATH, version(FIRST), SECOND)).isInstanceOf(IOException.class);
    assertThat(fixture.text(PATH)).isEqualTo(FIRST);
    assertThat(names(fixture.file(PATH).getParent())).containsExactly("a.md");
  }

  @Test
  void onlyArticlesAreReadAndWritten() throws IOException {
    fixture.with("bai-viet/2018/anh.svg", "<svg/>");

    for (String path : List.of("bai-viet/2018/anh.svg", "../jbake.properties", "x", ".a.md")) {
      assertThatThrownBy(() -> store.read(path)).isInstanceOf(EditException.class);
      assertThatThrownBy(() -> save(path, "", "x")).isInstanceOf(EditException.class);
      assertThatThrownBy(() -> store.delete(path, "")).isInstanceOf(EditException.class);
      assertThatThrownBy(() -> store.history(path)).isInstanceOf(EditException.class);
    }
    assertThatThrownBy(() -> store.read("khong-co.md"))
        .isInstanceOfSatisfying(
            EditException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KHONG_CON_BAI));
  }

  @Test
  void aNewArticleIsNamedByTitleAndYearAndNeverWritesOver() throws IOException {
    var day = Moment.of(LocalDateTime.of(2026, 11, 22, 15, 4));
    var article =
        new NewArticle(
            "Bắc Sơn: mở lớp #1",
            "practice",
            List.of("Lạng Sơn/Bắc Sơn"),
            List.of("Dân vận", "Tạo nguồn kết nạp"),
            day);
    ArticleStore.Created first = store.create(article, "An");

    assertThat(first.path()).isEqualTo("bai-viet/2026/bac-son-mo-lop-1.md");
    assertThat(fixture.text(first.path()))
        .startsWith(
            """
            ---
            title: "Bắc Sơn: mở lớp #1"
            date: 2026-11-22 15:04
            type: practice
            status: draft
            locality: Lạng Sơn/Bắc Sơn
            topic: Dân vận, Tạo nguồn kết nạp
            ---

            ## Bối cảnh

            <!-- """)
        .endsWith(" -->\n");
    assertThat(fixture.text(first.path()).lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## Bối cảnh", "## Cách làm", "## Kết quả", "## Bài học", "## Điều kiện áp dụng");
    assertThat(store.create(article, "An").path()).isEqualTo("bai-viet/2026/bac-son-mo-lop-1-2.md");
    fixture.with("bai-viet/2026/Bac-son-mo-lop-1-3.html", "x");
    assertThat(store.create(article, "An").path()).isEqualTo("bai-viet/2026/bac-son-mo-lop-1-4.md");
  }

  @Test
  void namesThatCannotBeFilesAreMendedAndPagesStandAtTheTop() throws IOException {
    var day = Moment.of(LocalDate.of(2018, 9, 12));
    var made = new ArrayList<String>();
    for (String title : List.of("Con", "😀", "Index", "Tin ".repeat(60))) {
      made.add(store.create(new NewArticle(title, "post", List.of(), List.of(), day), "").path());
    }
    made.add(store.create(new NewArticle("Liên hệ", "page", List.of(), List.of(), day), "").path());

    assertThat(made)
        .containsExactly(
            "bai-viet/2018/bai-con.md",
            "bai-viet/2018/bai.md",
            "bai-viet/2018/bai-index.md",
            "bai-viet/2018/" + "tin-".repeat(19) + "tin.md",
            "lien-he.md");
    assertThat(fixture.text("bai-viet/2018/bai-con.md"))
        .isEqualTo("---\ntitle: Con\ndate: 2018-09-12\ntype: post\nstatus: draft\n---\n\n");
  }

  @Test
  void aDeletedArticleComesBackWithItsBytes() throws IOException {
    SaveResult deleted = store.delete(PATH, version(FIRST));

    assertThat(deleted).isInstanceOf(SaveResult.Trashed.class);
    assertThat(Files.exists(fixture.file(PATH))).isFalse();
    assertThat(store.trash())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.path()).isEqualTo(PATH);
              assertThat(item.title()).isEqualTo("Một");
              assertThat(item.time().toString()).startsWith("2026-11-22T15:00:").endsWith("+07:00");
            });
    assertThat(store.restore(store.trash().get(0).id(), "An")).isEqualTo(PATH);
    assertThat(fixture.text(PATH)).isEqualTo(FIRST);
    assertThat(store.trash()).isEmpty();
  }

  @Test
  void aRestoredArticleNeverWritesOver() throws IOException {
    store.delete(PATH, version(FIRST));
    fixture.with(PATH, SECOND);

    assertThat(store.restore(store.trash().get(0).id(), "")).isEqualTo("bai-viet/2018/a-2.md");
    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
    assertThat(fixture.text("bai-viet/2018/a-2.md")).isEqualTo(FIRST);
  }

  @Test
  void whatChangedMeanwhileIsNotDeleted() throws IOException {
    fixture.with(PATH, SECOND);

    assertThat(store.delete(PATH, version(FIRST))).isInstanceOf(SaveResult.Conflict.class);
    assertThat(fixture.text(PATH)).isEqualTo(SECOND);
    assertThat(store.trash()).isEmpty();
  }

  @Test
  void theTrashPassesOverWhatIsNoArticleOfIts() throws IOException {
    Path trash = site.resolve(".portal-history/thung-rac");
    Files.createDirectories(trash.resolve("20261122-150405-123"));
    Files.createDirectories(trash.resolve("99999999-999999-999"));
    Files.writeString(trash.resolve("99999999-999999-999/a.md"), "x");
    Files.createDirectories(trash.resolve("cua-toi"));
    store.delete(PATH, version(FIRST));

    assertThat(store.trash()).extracting(TrashItem::path).containsExactly(PATH);
    for (String id : List.of("../../content", "cua-toi", "20261122-150405-123", "")) {
      assertThatThrownBy(() -> store.restore(id, "")).isInstanceOf(EditException.class);
    }
  }

  private SaveResult save(String path, String base, String text) throws IOException {
    return store.save(path, base, text.getBytes(StandardCharsets.UTF_8), "An");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String version(String text) {
    return SourceFile.version(bytes(text));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
