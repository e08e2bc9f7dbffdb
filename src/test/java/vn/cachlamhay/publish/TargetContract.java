package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;

/**
 * What publishing promises, whatever the protocol: to be run against a real server of each kind.
 */
abstract class TargetContract {

  static final Publisher.Options NOTHING_SPECIAL =
      new Publisher.Options(false, false, false, false);
  static final Publisher.Options SURE = new Publisher.Options(false, true, false, false);

  /** Somebody who does not want to wait. */
  static final Patience HASTY = new Patience(2, Duration.ofMillis(20));

  @TempDir Path temp;

  /** The folder on the server, empty at first, as the publisher reaches it. */
  abstract TargetConfig config() throws IOException;

  /** Who answers questions. */
  abstract Credentials people();

  /** What readers get: every file below the target, those of {@code .portal} too. */
  abstract Map<String, byte[]> served() throws IOException;

  /** Puts a file there in another way than the publisher would. */
  abstract void plant(String path, byte[] bytes) throws IOException;

  /** Removes one in another way. */
  abstract void uproot(String path) throws IOException;

  /** The same folder behind a network that can be cut; empty where that is not to be had. */
  abstract Optional<Cuttable> cuttable() throws IOException;

  /** A way to the server that can be cut. */
  interface Cuttable extends AutoCloseable {
    TargetConfig config();

    void cutAfter(long bytes);

    void mend();

    /** Bytes sent so far. */
    long passed();

    @Override
    void close() throws IOException;
  }

  /** Whether the target has a lock, and remembers what it replaced. */
  boolean isAtomic() {
    return false;
  }

  final Path output() {
    return temp.resolve("output");
  }

  final Publisher.Outcome publish(FinishedSite site) throws IOException {
    return publish(config(), site, NOTHING_SPECIAL);
  }

  final Publisher.Outcome publish(TargetConfig config, FinishedSite site, Publisher.Options options)
      throws IOException {
    try (Target target = Targets.open(config, people())) {
      return publisher(config, target).publish(site, options, plan -> {});
    }
  }

  final Publisher publisher(TargetConfig config, Target target) {
    return new Publisher(config, target, HASTY, PublishListener.SILENT);
  }

  /** What readers get of the site. */
  final Map<String, byte[]> site() throws IOException {
    var site = new TreeMap<>(served());
    site.keySet().removeIf(Names::isOurs);
    return site;
  }

  static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach(
        (path, bytes) -> assertThat(Arrays.equals(actual.get(path), bytes)).as(path).isTrue());
  }

  @Test
  void theFirstTimeEverythingGoesThere() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    Publisher.Outcome outcome = publish(site.baked());

    assertSame(site(), site.files());
    assertThat(outcome.plan().added()).hasSize(site.files().size());
    assertThat(outcome.plan().changed()).isEmpty();
    assertThat(outcome.resumed()).isFalse();
  }

  @Test
  void thenOnlyWhatChanged() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    site.with("index.html", "mới").with("mới/bài thêm.html", "thêm").without("trống.txt");
    site.without("tin-tuc/index.html");
    Publisher.Outcome outcome = publish(site.baked());

    assertThat(outcome.plan().added()).containsExactly("mới/bài thêm.html");
    assertThat(outcome.plan().changed()).containsExactly("index.html");
    assertThat(outcome.plan().removed())
        .containsExactlyInAnyOrder("trống.txt", "tin-tuc/index.html");
    assertThat(outcome.bytes()).isEqualTo("mới".getBytes(StandardCharsets.UTF_8).length + 5L);
    assertSame(site(), site.files());
  }

  @Test
  void andNothingWhereNothingChanged() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    publish(site);
    Map<String, byte[]> before = served();

    assertThat(publish(site).plan().isEmpty()).isTrue();
    assertSame(served(), before);
  }

  @Test
  void aPlanAloneChangesNothing() throws IOException {
    var dry = new Publisher.Options(true, false, false, false);
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertThat(publish(config(), site, dry).plan().added()).hasSize(site.hashes().size());
    assertThat(served()).isEmpty();
  }

  @Test
  void filesOfOthersStayUnlessTheyAreToGo() throws IOException {
    plant("google123.html", bytes("của Google"));
    plant("thư mục lạ/ghi chú.txt", bytes("của người khác"));
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    SmallSite next = SmallSite.portal(output(), 2);
    publish(config(), next.baked(), SURE);

    assertThat(site()).containsKeys("google123.html", "thư mục lạ/ghi chú.txt");

    var prune = new Publisher.Options(false, true, true, false);
    Publisher.Outcome outcome = publish(config(), next.baked(), prune);

    assertThat(outcome.plan().foreign())
        .containsExactly("google123.html", "thư mục lạ/ghi chú.txt");
    assertSame(site(), next.files());
  }

  @Test
  void filesOfOthersInThePlaceOfOursNeedSomebodyWhoIsSure() throws IOException {
    plant("index.html", bytes("trang của người khác"));
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertRefused(() -> publish(site), ProblemCode.DANG_GHI_DE);
    assertThat(site()).containsOnlyKeys("index.html");

    publish(config(), site, SURE);
    assertThat(site()).hasSize(site.hashes().size());
  }

  @Test
  void withoutTheManifestTheFilesThemselvesTell() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    uproot(Names.STATE);
    site.with("bai-viet/2018/bài số 5.html", "viết lại");
    Publisher.Outcome outcome = publish(config(), site.baked(), SURE);

    assertThat(outcome.plan().added()).isEmpty();
    assertThat(outcome.plan().changed()).containsExactly("bai-viet/2018/bài số 5.html");
    assertSame(site(), site.files());
    assertThat(publish(site.baked()).plan().isEmpty()).isTrue();
  }

  @Test
  void aDoubtfulManifestIsNotBelieved() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    byte[] manifest = served().get(Names.STATE);
    plant(Names.STATE, Arrays.copyOf(manifest, manifest.length / 2));
    plant("bai-viet/2018/bài số 3.html", bytes("bị sửa trên máy chủ"));
    Publisher.Outcome outcome = publish(site.baked());

    assertThat(outcome.plan().changed()).containsExactly("bai-viet/2018/bài số 3.html");
    assertSame(site(), site.files());
  }

  @Test
  void muchVanishesOnlyWhereSomebodyIsSure() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    publish(site);
    FinishedSite little = new SmallSite(output()).with("index.html", "còn mỗi trang này").baked();

    assertRefused(() -> publish(little), ProblemCode.DANG_XOA_NHIEU);
    assertThat(site()).hasSize(site.hashes().size());

    publish(config(), little, SURE);
    assertThat(site()).containsOnlyKeys("index.html");
  }

  @Test
  void theWayBackLeadsThereAndBackAgain() throws IOException {
    SmallSite first = SmallSite.portal(output(), 1);
    publish(first.baked());
    SmallSite second = SmallSite.portal(output(), 2);
    publish(config(), second.baked(), SURE);

    rollBack();
    assertSame(site(), first.files());

    rollBack();
    assertSame(site(), second.files());
    assertThat(publish(second.baked()).plan().isEmpty()).isTrue();
  }

  private void rollBack() throws IOException {
    TargetConfig config = config();
    try (Target target = Targets.open(config, people())) {
      publisher(config, target).rollBack(output(), SURE);
    }
  }

  @Test
  void anotherMachineLearnsFromTheHostWhatIsThere() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    forgetCopies();
    site.with("index.html", "từ máy khác");

    assertThat(publish(site.baked()).plan().changed()).containsExactly("index.html");
    assertSame(site(), site.files());
  }

  /** What this machine remembers is gone, as on one that has never published there. */
  private void forgetCopies() throws IOException {
    for (String copy : filesBelow(temp.resolve(".portal-cache/publish")).keySet()) {
      Files.delete(temp.resolve(".portal-cache/publish").resolve(copy));
    }
  }

  @Test
  void whatIsWrongOnTheHostIsFoundAndMended() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    assertThat(verify()).isEmpty();
    plant("bai-viet/2018/bài số 3.html", bytes("bị sửa trên máy chủ"));
    uproot("sw.js");

    assertThat(verify()).containsExactly("bai-viet/2018/bài số 3.html", "sw.js");
    publish(site.baked());
    assertSame(site(), site.files());
    assertThat(verify()).isEmpty();
  }

  private List<String> verify() throws IOException {
    TargetConfig config = config();
    try (Target target = Targets.open(config, people())) {
      return publisher(config, target).verify();
    }
  }

  @Test
  void whoeverComesSecondWaits() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeFalse(isAtomic(), "it has no lock");
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    Instant now = Instant.now();
    plant(Names.LOCK, lock(now.minusSeconds(60), now.plusSeconds(600)));

    assertThatThrownBy(() -> publish(site))
        .isInstanceOfSatisfying(
            TargetException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_DANG_CO_NGUOI);
              assertThat(e.problem().args().get(0)).isEqualTo("hoa@may-khac");
            });
    assertThat(site()).isEmpty();

    publish(config(), site, new Publisher.Options(false, false, false, true));
    assertThat(site()).hasSize(site.hashes().size());
    assertThat(served()).doesNotContainKey(Names.LOCK);
  }

  @Test
  void aLockThatRanOutHoldsNobody() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeFalse(isAtomic(), "it has no lock");
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    Instant now = Instant.now();
    plant(Names.LOCK, lock(now.minusSeconds(6000), now.minusSeconds(60)));
    publish(site);

    assertThat(site()).hasSize(site.hashes().size());
    assertThat(served()).doesNotContainKey(Names.LOCK);
  }

  private static byte[] lock(Instant since, Instant until) {
    return bytes(String.join("\n", "abcd1234", "hoa@may-khac", "x", "" + since, "" + until, ""));
  }

  /** Cuts at random points; after each a reader looks at every page, then the work is finished. */
  @Test
  void cutOffAnywhereItIsStillASiteAndTheNextRunGoesOn() throws IOException {
    Optional<Cuttable> way = cuttable();
    org.junit.jupiter.api.Assumptions.assumeTrue(way.isPresent(), "nothing to cut");
    try (Cuttable cuttable = way.get()) {
      SmallSite first = SmallSite.portal(output(), 1);
      publish(cuttable.config(), first.baked(), NOTHING_SPECIAL);
      long before = cuttable.passed();
      SmallSite second = SmallSite.portal(output(), 2);
      publish(cuttable.config(), second.baked(), SURE);
      long whole = cuttable.passed() - before;
      SmallSite now = second;
      var random = new Random(8);
      var points = new ArrayList<Long>();
      for (int i = 0; i < 20; i++) {
        points.add((long) (whole * (i + random.nextDouble()) / 20));
      }
      Collections.shuffle(points, random);
      int cut = 0;
      for (int i = 0; i < 20; i++) {
        SmallSite next = SmallSite.portal(output(), i + 3);
        FinishedSite baked = next.baked();
        cuttable.cutAfter(points.get(i));
        boolean failed = fails(cuttable.config(), baked);
        cut += failed ? 1 : 0;
        assertIsASite(site(), now, next, "cut " + i + " after " + points.get(i));
        cuttable.mend();
        publish(cuttable.config(), baked, SURE);
        assertSame(site(), next.files());
        assertThat(publish(baked).plan().isEmpty()).isTrue();
        now = next;
      }
      // one at the very end may come too late
      assertThat(cut).isGreaterThan(14);
    }
  }

  private boolean fails(TargetConfig config, FinishedSite site) {
    try {
      publish(config, site, SURE);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Every page is whole, the old or the new one, and all that it needs is there. */
  static void assertIsASite(
      Map<String, byte[]> seen, SmallSite before, SmallSite after, String when) {
    assertThat(seen).as(when).containsKey("index.html");
    seen.forEach(
        (path, bytes) -> {
          assertThat(
                  Arrays.equals(bytes, before.files().get(path))
                      || Arrays.equals(bytes, after.files().get(path)))
              .as(when + ": " + path + " is whole")
              .isTrue();
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("needs "))
              .forEach(
                  line ->
                      assertThat(seen)
                          .as(when + ": " + path + " " + line)
                          .containsKey(line.substring("needs ".length())));
        });
  }

  static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, ProblemCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The files below a folder of this machine. */
  static Map<String, byte[]> filesBelow(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    if (Files.isDirectory(folder)) {
      try (var all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
