package vn.cachlamhay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.page.Samples;

/** What the cache remembers from process to process, and what it must forget. */
class BuildCacheTest {

  private static final Digest HERE = Digest.of("here");
  private static final FileStamp STAMP = new FileStamp(1, 2, 3, 4, true);

  @TempDir Path site;
  private Path output;
  private final List<String> trouble = new ArrayList<>();

  @BeforeEach
  void folders() {
    output = site.resolve("output");
  }

  @Test
  void remembersDocumentsAndTheirTexts() {
    fill("Bắc Sơn kết nạp 62 đảng viên.");
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      RememberedDocument document = cache.documents(HERE).get("a.md").orElseThrow();
      assertThat(document.values()).isEqualTo(Map.of("title", "Bài"));
      assertThat(document.stamp()).isEqualTo(STAMP);
      assertThat(document.body().read()).isEqualTo("Bắc Sơn kết nạp 62 đảng viên.");
    }
  }

  /** A place that only articles name is not in the list where the others are looked up. */
  @Test
  void remembersArticlesWithTheirNoticesAndPlacesOfAnyKind() {
    var province =
        new Locality(
            "p", "P", "tỉnh", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    var commune =
        new Locality(
            "p/xa-x",
            List.of(new Locality.Naming("X", "xã", Period.ALWAYS, "")),
            Optional.of(province),
            Period.ALWAYS,
            List.of(),
            "",
            new Locality.Attributes(
                List.of(), List.of(), Optional.empty(), Optional.empty(), false));
    var notice =
        Problem.of(ProblemCode.DIA_PHUONG_NGOAI_DANH_SACH, new SourcePos("a.md", 2, 3), "P/xã X");
    Article article = Samples.article("a").places(commune, province).build();
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      cache
          .articles(HERE, key -> Optional.empty(), key -> Optional.empty())
          .put(
              "a.md",
              Remembered.of(
                  STAMP, HERE, article, List.of(), List.of(), List.of(notice), List.of()));
      cache.save();
    }
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      Remembered known =
          cache
              .articles(HERE, key -> Optional.of(province), key -> Optional.empty())
              .get("a.md")
              .orElseThrow();
      assertThat(known.notices()).containsExactly(notice);
      assertThat(known.article().localities())
          .extracting(Locality::writtenPath, Locality::isListed)
          .containsExactly(tuple("P/xã X", false), tuple("P", true));
      assertThat(known.article()).isEqualTo(article);
      assertThat(known.digests()).isEqualTo(ArticleDigests.compute(article));
    }
  }

  @Test
  void forgetsWhatWasMadeInAnotherEnvironment() {
    fill("x");
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      assertThat(cache.documents(Digest.of("elsewhere")).get("a.md")).isEmpty();
    }
  }

  @Test
  void keepsTheFilesOfEachOutputFolderApart() {
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      cache.files().put("index.html", new Written("00", STAMP, Optional.empty()));
      cache.save();
    }
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), site.resolve("other"), trouble::add)) {
      assertThat(cache.files().get("index.html")).isEmpty();
    }
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      assertThat(cache.files().get("index.html")).isPresent();
    }
  }

  /** A bake that changes nothing asks for no articles. */
  @Test
  void keepsTheTextsThatNobodyAskedFor() {
    fill("x".repeat(40_000_000));
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      cache.files();
      cache.save();
    }
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      assertThat(cache.documents(HERE).get("a.md").orElseThrow().body().read()).hasSize(40_000_000);
    }
  }

  @Test
  void startsAnewWhereMostTextsAreForgottenOnes() {
    fill("x");
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      cache.documents(HERE);
      cache.bodies().store("y".repeat(40_000_000));
      cache.save();
      assertThat(cache.bodies().size()).isZero();
    }
  }

  /** Whatever somebody does to the files, an old truth comes out, or nothing. */
  @Test
  void survivesAnyChangeOfItsFiles() throws IOException {
    var random = new Random(20261122);
    for (int round = 0; round < 60; round++) {
      fill("văn bản");
      try (Stream<Path> files = Files.list(site.resolve(BuildCache.FOLDER))) {
        for (Path file : files.filter(f -> !f.endsWith("lock")).sorted().toList()) {
          damage(file, random);
        }
      }
      try (BuildCache cache =
          BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
        cache.documents(HERE).get("a.md").ifPresent(BuildCacheTest::assertTrueOrStale);
      }
    }
  }

  private static void assertTrueOrStale(RememberedDocument document) {
    try {
      assertThat(document.body().read()).isEqualTo("văn bản");
    } catch (StaleCacheException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  private static void damage(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 0 && random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bytes);
    } else if (random.nextBoolean()) {
      Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }
  }

  @Test
  void givesASecondProcessACacheOfItsOwn() {
    try (BuildCache first = BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add);
        BuildCache second =
            BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      first.files().put("index.html", new Written("00", STAMP, Optional.empty()));
      first.save();
      assertThat(second.files().get("index.html")).isEmpty();
    }
  }

  @Test
  void tellsWhereItsFolderIsAFile() throws IOException {
    Files.writeString(site.resolve(BuildCache.FOLDER), "x");
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      assertThat(cache.files().get("index.html")).isEmpty();
      cache.save();
    }
    assertThat(trouble).hasSize(1);
    assertThat(site.resolve(BuildCache.FOLDER)).hasContent("x");
  }

  @Test
  void noticesAChangeThatKeepsSizeAndTime() throws IOException {
    FileStamp.Taker taker = FileStamp.Taker.on(site);
    assumeThat(taker).isEqualTo(FileStamp.Taker.UNIX);
    Path file = Files.writeString(site.resolve("a.md"), "một");
    FileTime old = FileTime.fromMillis(1_000_000_000_123L);
    Files.setLastModifiedTime(file, old);
    FileStamp before = settled(taker.of(file));

    Files.writeString(file, "hai");
    Files.setLastModifiedTime(file, old);

    assertThat(taker.of(file).isSameAs(before)).isFalse();
  }

  @Test
  void doesNotTrustAStampTakenRightAfterAChange() throws IOException {
    FileStamp.Taker taker = FileStamp.Taker.on(site);
    Path file = Files.writeString(site.resolve("a.md"), "một");
    FileStamp fresh = taker.of(file);

    assertThat(fresh.settled()).isFalse();
    assertThat(taker.of(file).isSameAs(fresh)).isFalse();
    assertThat(taker.of(file).isSameAs(settled(fresh))).isTrue();
  }

  @Test
  void textsStayWhereTheyAreUntilTheyAreAskedFor() throws IOException {
    Path file = site.resolve("texts");
    try (BodyFile texts = BodyFile.open(file)) {
      LongText one = texts.store("một");
      LongText two = texts.store("hai");
      assertThat(List.of(one.read(), two.read(), texts.store("").read()))
          .containsExactly("một", "hai", "");
      assertThat(one.digest()).isEqualTo(Digest.of("một"));

      Files.write(file, new byte[4]);
      assertThatThrownBy(one::read).isInstanceOf(StaleCacheException.class);
      assertThatThrownBy(two::read).isInstanceOf(StaleCacheException.class);
    }
  }

  private void fill(String text) {
    try (BuildCache cache =
        BuildCache.open(site.resolve(BuildCache.FOLDER), output, trouble::add)) {
      cache.clear();
      Memory<RememberedDocument> documents = cache.documents(HERE);
      documents.put(
          "a.md",
          new RememberedDocument(
              STAMP, HERE, Map.of("title", "Bài"), HERE, cache.bodies().store(text)));
      cache.save();
    } catch (UncheckedIOException e) {
      throw new AssertionError(e);
    }
  }

  private static FileStamp settled(FileStamp stamp) {
    return new FileStamp(stamp.size(), stamp.modified(), stamp.changed(), stamp.file(), true);
  }
}
