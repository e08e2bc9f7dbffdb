package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Publishing to a repository behind OpenSSH's server. */
class GitSshIT {

  @TempDir Path temp;

  private SshServer server;
  private BareRepository repository;

  @BeforeEach
  void startsTheServer() throws IOException {
    repository = BareRepository.create(temp.resolve("máy chủ/kho trang.git"));
    server = SshServer.start(temp.resolve("sshd"));
  }

  @AfterEach
  void endsTheServer() throws IOException {
    server.close();
  }

  private Path home() {
    return temp.resolve("nhà");
  }

  private void knowTheServer() throws IOException {
    Files.createDirectories(home().resolve(".ssh"));
    Files.writeString(home().resolve(".ssh/known_hosts"), server.knownHost());
  }

  private TargetConfig config(int port, Map<String, String> more) {
    var values = new HashMap<String, String>(Map.of("type", "git"));
    String login = server.user() + "@127.0.0.1:" + port;
    values.put("url", "ssh://" + login + repository.folder());
    values.put("key", server.key().toString());
    values.putAll(more);
    SourcePos pos = new SourcePos("jbake.properties", 3, 0);
    return new TargetConfig("kho", temp.resolve("trang"), values, pos);
  }

  private TargetConfig config() {
    return config(server.port(), Map.of());
  }

  private void publish(TargetConfig config, Credentials people, SmallSite site) throws IOException {
    var patience = new Patience(2, Duration.ofMillis(20));
    try (Target target = GitTarget.of(config, people, home())) {
      new Publisher(config, target, patience, PublishListener.SILENT)
          .publish(site.baked(), TargetContract.SURE, plan -> {});
    }
  }

  private SmallSite site(int version) {
    return SmallSite.portal(temp.resolve("output"), version);
  }

  private void assertServed(SmallSite site) throws IOException {
    Map<String, byte[]> files = repository.files();
    files.keySet().removeIf(path -> Names.isOurs(path) || path.equals(".nojekyll"));
    TargetContract.assertSame(files, site.files());
  }

  @Test
  void aKeyOpensTheHostThatIsKnown() throws IOException {
    knowTheServer();
    GitPeople nobody = GitPeople.nobody(home());
    publish(config(), nobody, site(1));
    publish(config(), nobody, site(2));

    assertServed(site(2));
    assertThat(repository.log()).hasSize(2);
    assertThat(nobody.asked()).isEmpty();
  }

  @Test
  void aHostThatIsMetFirstIsAskedAboutAndRememberedThen() throws IOException {
    GitPeople whoTrust = GitPeople.whoTrust(home());
    publish(config(), whoTrust, site(1));
    publish(config(), GitPeople.nobody(home()), site(2));

    assertThat(whoTrust.asked())
        .containsExactly("127.0.0.1:" + server.port() + " " + server.fingerprint());
    assertServed(site(2));
  }

  @Test
  void aHostThatNobodyTrustsGetsNothing() throws IOException {
    GitPeople nobody = GitPeople.nobody(home());

    TargetContract.assertRefused(() -> publish(config(), nobody, site(1)), ProblemCode.DICH_MAY_LA);
    assertThat(nobody.asked()).hasSize(1);
    assertThat(repository.isEmpty()).isTrue();
  }

  @Test
  void aHostWhoseKeyHasChangedGetsNothingWhateverSomebodySays() throws IOException {
    knowTheServer();
    server.stop();
    server.newHostKey();
    server.start();

    assertThatThrownBy(() -> publish(config(), GitPeople.whoTrust(home()), site(1)))
        .isInstanceOfSatisfying(
            TargetException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_KHOA_MAY_DOI);
              assertThat(e.problem().args().get(2)).endsWith("known_hosts:1");
            });
    assertThat(repository.isEmpty()).isTrue();
  }

  @Test
  void aKeyThatDoesNotFitIsTold() throws IOException {
    knowTheServer();
    Path other = SshServer.keygen(temp.resolve("khác"), "ed25519");
    TargetConfig config = config(server.port(), Map.of("key", other.toString()));

    TargetContract.assertRefused(
        () -> publish(config, GitPeople.nobody(home()), site(1)), ProblemCode.DICH_KHOA_BI_TU_CHOI);
  }

  @Test
  void aKeyInTheSiteFolderIsRefused() throws IOException {
    Path key = temp.resolve("trang/khoa");
    Files.createDirectories(key.getParent());
    Files.copy(server.key(), key);
    TargetConfig config = config(server.port(), Map.of("key", "khoa"));

    TargetContract.assertRefused(
        () -> publish(config, GitPeople.nobody(home()), site(1)), ProblemCode.DICH_LO_KHOA);
  }

  @Test
  void aKeyWithAPassphraseOpensWhenItIsTyped() throws IOException {
    knowTheServer();
    Servers.run(
        java.util.List.of(
            "ssh-keygen", "-q", "-p", "-P", "", "-N", "mở ra", "-f", server.key().toString()));
    publish(config(), GitPeople.who(home(), "mở ra"), site(1));

    assertServed(site(1));
  }

  @Test
  void theAgentOpensTheHost() throws IOException {
    Servers.requirePrograms("/usr/bin/ssh-agent", "/usr/bin/ssh-add");
    knowTheServer();
    String socket = temp.resolve("agent").toString();
    Process agent = new ProcessBuilder("/usr/bin/ssh-agent", "-D", "-a", socket).start();
    try {
      while (!Files.exists(Path.of(socket)) && agent.isAlive()) {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
      Servers.run(
          java.util.List.of(
              "env", "SSH_AUTH_SOCK=" + socket, "/usr/bin/ssh-add", "-q", server.key().toString()));
      TargetConfig config = config();
      var values = new HashMap<>(config.values());
      values.remove("key");
      publish(
          new TargetConfig("kho", config.site(), values, config.pos()),
          GitPeople.nobody(home()).with("SSH_AUTH_SOCK", socket),
          site(1));
    } finally {
      agent.destroy();
    }

    assertServed(site(1));
  }

  @Test
  void aRepositoryThatIsNotThereIsTold() throws IOException {
    knowTheServer();
    String url = "ssh://" + server.user() + "@127.0.0.1:" + server.port() + "/khong/co.git";

    TargetContract.assertRefused(
        () -> publish(config(server.port(), Map.of("url", url)), GitPeople.nobody(home()), site(1)),
        ProblemCode.DICH_KHONG_CO_THU_MUC);
  }

  @Test
  void aHostThatIsFullSaysSo() throws IOException {
    knowTheServer();
    Servers.requireRoot();
    Path small = Files.createDirectories(temp.resolve("nhỏ"));
    Servers.run(
        java.util.List.of("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", small.toString()));
    try {
      BareRepository full = BareRepository.create(small.resolve("kho.git"));
      SmallSite heavy = site(1);
      byte[] picture = new byte[2_000_000];
      new Random(5).nextBytes(picture);
      heavy.with("anh/lớn.webp", picture);
      String url = "ssh://" + server.user() + "@127.0.0.1:" + server.port() + full.folder();

      TargetContract.assertRefused(
          () -> publish(config(server.port(), Map.of("url", url)), GitPeople.nobody(home()), heavy),
          ProblemCode.DICH_HET_CHO);
      assertThat(full.isEmpty()).isTrue();
    } finally {
      Servers.run(java.util.List.of("umount", "-l", small.toString()));
    }
  }

  @Test
  void cutInTheMidstOfAPushTheBranchIsAsBefore() throws IOException {
    publish(config(), GitPeople.whoTrust(home()), site(1));
    String before = repository.tip();
    SmallSite heavy = site(2);
    byte[] picture = new byte[2_000_000];
    new Random(5).nextBytes(picture);
    heavy.with("anh/lớn.webp", picture);
    try (var proxy = new CutProxy(server.port())) {
      TargetConfig config = config(proxy.port(), Map.of());
      proxy.cutAfter(1_000_000);

      assertThatThrownBy(() -> publish(config, GitPeople.whoTrust(home()), heavy))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(TargetException.class);
      assertThat(repository.tip()).isEqualTo(before);
      proxy.mend();
      publish(config, GitPeople.nobody(home()), heavy);
    }

    assertServed(heavy);
    assertThat(repository.log()).hasSize(2);
  }
}
