package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.ProblemCode;

/** Publishing to {@code git daemon}, over a network that breaks. */
class GitDaemonIT extends GitContract {

  private GitDaemon daemon;

  @BeforeEach
  void startsTheServer() throws IOException {
    host().git("config", "uploadpack.allowFilter", "true");
    daemon = GitDaemon.start(folder(), "--enable=receive-pack");
  }

  @AfterEach
  void endsTheServer() throws IOException {
    daemon.close();
  }

  private Path folder() throws IOException {
    return host().folder().getParent();
  }

  @Override
  String url() {
    return url(daemon.port());
  }

  private static String url(int port) {
    return "git://127.0.0.1:" + port + "/kho trang.git";
  }

  @Override
  Optional<Cuttable> cuttable() throws IOException {
    var proxy = new CutProxy(daemon.port());
    return Optional.of(new CutLine(proxy, config(url(proxy.port()), Map.of())));
  }

  /** A site of which most bytes cannot be made smaller. */
  private SmallSite heavy() {
    SmallSite site = SmallSite.portal(output(), 1);
    var random = new Random(3);
    for (int i = 0; i < 20; i++) {
      byte[] picture = new byte[100_000];
      random.nextBytes(picture);
      site.with("anh/" + i + ".webp", picture);
    }
    return site;
  }

  @Test
  void oneArticleMoreIsFewBytesForAMachineThatHasNothingYet() throws IOException {
    publish(heavy().baked());
    SmallSite more = heavy().with("bai-viet/mới.html", "bài mới");
    CutProxy proxy = new CutProxy(daemon.port());
    try (proxy;
        Target target =
            Targets.open(
                config(url(proxy.port()), Map.of()), GitPeople.nobody(temp.resolve("nhà khác")))) {
      publisher(config(), target).publish(more.baked(), SURE, plan -> {});

      assertThat(proxy.passed()).isLessThan(20_000);
    }
    assertSame(site(), more.files());
    long kept = 0;
    for (byte[] file : filesBelow(temp.resolve("nhà khác/cache")).values()) {
      kept += file.length;
    }
    assertThat(kept).isLessThan(100_000);
  }

  @Test
  void aHostThatCannotLeaveFilesOutGivesThemAll() throws IOException {
    host().git("config", "uploadpack.allowFilter", "false");
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    try (Target target = Targets.open(config(), GitPeople.nobody(temp.resolve("nhà khác")))) {
      assertThat(publisher(config(), target).verify()).isEmpty();
    }
  }

  @Test
  void aHostOfTheOldProtocolIsGoodEnough() throws IOException {
    host().git("config", "protocol.version", "0");
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    SmallSite second = SmallSite.portal(output(), 2);
    try (Target target = Targets.open(config(), GitPeople.nobody(temp.resolve("nhà khác")))) {
      publisher(config(), target).publish(second.baked(), SURE, plan -> {});
      assertThat(publisher(config(), target).verify()).isEmpty();
    }
    assertSame(site(), second.files());
  }

  @Test
  void whatWasAboutToBeSentIsSentOnTheNextConnection() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    var proxy = new CutProxy(daemon.port());
    TargetConfig config = config(url(proxy.port()), Map.of());
    try (proxy;
        Target target = Targets.open(config, people())) {
      Connection first = target.connect();
      first.write(Upload.of("mới.html", bytes("mới")));
      proxy.cutAfter(0);
      assertThatThrownBy(() -> first.finish("mới")).isNotInstanceOf(TargetException.class);
      first.close();
      proxy.mend();
      try (Connection second = target.connect()) {
        // nothing is there before it is there
        assertThat(second.read("mới.html")).isEmpty();
        second.finish("mới");
      }
    }

    assertThat(host().log()).hasSize(2).first().isEqualTo("mới");
    assertThat(site().get("mới.html")).isEqualTo(bytes("mới"));
  }

  @Test
  void whenTheAnswerIsLostTheCommitIsNotMadeTwice() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    Path hook = host().folder().resolve("hooks/reference-transaction");
    String once = "[ $1 = committed ] && [ ! -e died ] && touch died && kill -9 $PPID";
    java.nio.file.Files.writeString(hook, "#!/bin/sh\n" + once + "\nexit 0\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    SmallSite second = SmallSite.portal(output(), 2);
    publish(config(), second.baked(), SURE);

    assertThat(host().folder().resolve("died")).exists();
    assertThat(host().log()).hasSize(2);
    assertSame(site(), second.files());
  }

  @Test
  void ofTwoAtOnceOneIsToldToGoAgain() throws Exception {
    publish(SmallSite.portal(output(), 1).baked());
    var results = new HashMap<String, Optional<ProblemCode>>();
    for (int round = 0; round < 5; round++) {
      String before = host().tip();
      var working = new HashMap<String, CompletableFuture<Optional<ProblemCode>>>();
      for (String who : new String[] {"lan", "hoa"}) {
        String text = who + round;
        working.put(who, CompletableFuture.supplyAsync(() -> tries(who, text)));
      }
      for (Map.Entry<String, CompletableFuture<Optional<ProblemCode>>> each : working.entrySet()) {
        results.put(each.getKey(), each.getValue().get());
      }
      long won = results.values().stream().filter(Optional::isEmpty).count();
      assertThat(won).isBetween(1L, 2L);
      assertThat(results.values())
          .allMatch(code -> code.isEmpty() || code.get() == ProblemCode.DICH_NGUOI_KHAC_DANG);
      assertThat(host().git("rev-list", "--count", before + "..gh-pages"))
          .isEqualTo(String.valueOf(won));
    }
    assertThat(host().git("fsck", "--strict", "--full")).doesNotContain("error", "missing");
  }

  private Optional<ProblemCode> tries(String who, String text) {
    try (Target target = Targets.open(config(), GitPeople.nobody(temp.resolve(who)));
        Connection connection = target.connect()) {
      connection.write(Upload.of(who + ".html", bytes(text)));
      connection.finish(who);
      return Optional.empty();
    } catch (TargetException e) {
      return Optional.of(e.problem().code());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whereNobodyMayWriteThatIsTold() throws IOException {
    try (GitDaemon closed = GitDaemon.start(folder())) {
      FinishedSite site = SmallSite.portal(output(), 1).baked();

      assertRefused(
          () -> publish(config(url(closed.port()), Map.of()), site, NOTHING_SPECIAL),
          ProblemCode.DICH_KHONG_DUOC_GHI);
    }
  }

  @Test
  void aRepositoryThatIsNotThereIsTold() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    String url = "git://127.0.0.1:" + daemon.port() + "/lạ.git";

    assertRefused(
        () -> publish(config(url, Map.of()), site, NOTHING_SPECIAL),
        ProblemCode.DICH_KHONG_CO_THU_MUC);
  }

  @Test
  void whereNoServerIsTryingAgainMightHelp() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertThatThrownBy(
            () -> publish(config(url(Servers.freePort()), Map.of()), site, NOTHING_SPECIAL))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(TargetException.class);
  }
}
