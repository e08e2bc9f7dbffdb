package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Whom the portal trusts, and by what it is let in. */
class SftpLoginTest {

  @TempDir Path temporary;

  private SshServer server;
  private Path home;
  private Path known;
  private Person person;
  private final Map<String, String> values = new HashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    home = Files.createDirectories(temporary.resolve("home"));
    known = home.resolve(".ssh/known_hosts");
    person = Person.none();
    Files.createDirectories(temporary.resolve("portal"));
    start();
  }

  private void start(String... configuration) throws IOException {
    stop();
    server = SshServer.start(Files.createTempDirectory(temporary, "server"), configuration);
    values.put("type", "sftp");
    values.put("url", "sftp://" + server.user() + "@127.0.0.1:" + server.port() + "/~/x");
    values.put("key", server.key().toString());
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private void know(String lines) throws IOException {
    Files.createDirectories(known.getParent());
    Files.writeString(known, lines);
  }

  private Target target() throws TargetException {
    return SftpTarget.of(
        new TargetConfig(
            "tinh", temporary.resolve("portal"), values, SourcePos.ofFile("jbake.properties")),
        person,
        home);
  }

  /** Connects several times, as a publisher does. */
  private void connect() throws IOException {
    try (Target target = target()) {
      for (int i = 0; i < 3; i++) {
        target.connect().close();
      }
    }
  }

  private Problem refusal() {
    return catchThrowableOfType(TargetException.class, this::connect).problem();
  }

  @Test
  void aNewHostIsAskedAboutOnceAndRemembered() throws IOException {
    person.trusts();
    connect();
    connect();

    assertThat(person.asked())
        .containsExactly("trust 127.0.0.1:" + server.port() + " " + server.fingerprint());
    assertThat(known).hasContent(server.knownHost());
    assertThat(Servers.run(List.of("stat", "-c", "%a", known.toString()))).isEqualTo("600\n");
  }

  @Test
  void otherHostsAreStillKnownAfterwards() throws IOException {
    know("# của tôi\nexample.vn ssh-ed25519 AAAA");
    person.trusts();
    connect();

    assertThat(known).hasContent("# của tôi\nexample.vn ssh-ed25519 AAAA\n" + server.knownHost());
  }

  @Test
  void aNewHostThatNobodyTrustsGetsNoPassword() {
    person.knows("mật khẩu");
    Problem problem = refusal();

    assertThat(problem.code()).isEqualTo(ProblemCode.DICH_MAY_LA);
    assertThat(person.asked()).hasSize(1).allMatch(question -> question.startsWith("trust "));
    assertThat(known).doesNotExist();
  }

  @Test
  void aHostWithAnotherKeyIsNotEvenAskedAbout() throws IOException {
    know("# một\n" + server.knownHost());
    server.stop();
    server.newHostKey();
    server.start();
    person.trusts();
    Problem problem = refusal();

    assertThat(problem.code()).isEqualTo(ProblemCode.DICH_KHOA_MAY_DOI);
    assertThat(problem.args())
        .containsExactly("127.0.0.1:" + server.port(), server.fingerprint(), known + ":2");
    assertThat(person.asked()).isEmpty();
  }

  @Test
  void aHostThatOnlyHadAKeyOfAnotherTypeHasChanged() throws IOException {
    Path other = SshServer.keygen(temporary.resolve("other"), "ecdsa");
    String key = Files.readString(Path.of(other + ".pub"));
    know("[127.0.0.1]:" + server.port() + " " + key);
    person.trusts();

    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_KHOA_MAY_DOI);
  }

  @Test
  void aRevokedKeyOpensNothing() throws IOException {
    know(server.knownHost() + "@revoked * " + server.hostKey() + "\n");
    person.trusts();

    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_KHOA_BI_HUY);
    assertThat(person.asked()).isEmpty();
  }

  @Test
  void hashedLinesAreRead() throws IOException {
    know(server.knownHost());
    Servers.run(List.of("ssh-keygen", "-H", "-f", known.toString()));
    connect();

    assertThat(Files.readString(known)).startsWith("|1|");
    assertThat(person.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rsa", "ecdsa"})
  void ofSeveralKeysTheHostShowsTheOneThatIsKnown(String type) throws IOException {
    Path second = SshServer.keygen(temporary.resolve("second"), type);
    start("HostKey " + second);
    String key = Files.readString(Path.of(second + ".pub"));
    know("[127.0.0.1]:" + server.port() + " " + key);
    connect();

    assertThat(person.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519,RFC4716",
    "ecdsa,RFC4716",
    "rsa,RFC4716",
    "rsa,PEM",
    "ecdsa,PKCS8",
    "rsa,PKCS8"
  })
  void keysOfEveryKindOpen(String type, String format) throws IOException {
    know(server.knownHost());
    Path key = SshServer.keygen(temporary.resolve("key"), type, "-N", "", "-m", format);
    server.authorize(Path.of(key + ".pub"));
    values.put("key", key.toString());
    connect();

    assertThat(person.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ed25519,RFC4716", "rsa,PEM"})
  void aPassphraseIsAskedForOnce(String type, String format) throws IOException {
    know(server.knownHost());
    Path key = SshServer.keygen(temporary.resolve("key"), type, "-N", "mở khóa", "-m", format);
    server.authorize(Path.of(key + ".pub"));
    values.put("key", key.toString());
    person.knows("mở khóa");
    connect();

    assertThat(person.asked()).containsExactly("password of " + key);
  }

  @Test
  void aWrongPassphraseIsTold() throws IOException {
    know(server.knownHost());
    Path key = SshServer.keygen(temporary.resolve("key"), "ed25519", "-N", "mở khóa");
    values.put("key", key.toString());
    person.knows("sai rồi");

    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_MAT_KHAU_KHOA);
  }

  @Test
  void aKeyInTheSiteFolderIsRefused() throws IOException {
    SshServer.keygen(temporary.resolve("portal/key"), "ed25519");
    values.put("key", "key");

    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_LO_KHOA);
  }

  @Test
  void whatIsNoKeyIsTold() throws IOException {
    know(server.knownHost());
    Path putty = temporary.resolve("khóa.ppk");
    Files.writeString(putty, "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n");
    for (Path file : List.of(putty, temporary.resolve("không có"))) {
      values.put("key", file.toString());
      assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_TEP_KHOA);
    }
  }

  @Test
  void theUsualKeysOfTheUserAreTried() throws IOException {
    know(server.knownHost());
    values.remove("key");
    Path key = SshServer.keygen(home.resolve(".ssh/id_ed25519"), "ed25519");
    SshServer.keygen(home.resolve(".ssh/id_rsa"), "rsa", "-N", "khóa kín");
    server.authorize(Path.of(key + ".pub"));
    connect();

    assertThat(person.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ed25519", "rsa", "ecdsa"})
  void theAgentIsAsked(String type) throws IOException {
    Servers.requirePrograms("/usr/bin/ssh-agent", "/usr/bin/ssh-add");
    know(server.knownHost());
    Path key = SshServer.keygen(temporary.resolve("key"), type);
    server.authorize(Path.of(key + ".pub"));
    values.remove("key");
    Path socket = temporary.resolve("agent");
    Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    try {
      while (!Files.exists(socket)) {
        Thread.onSpinWait();
      }
      var add = new ProcessBuilder("ssh-add", "-q", key.toString());
      add.environment().put("SSH_AUTH_SOCK", socket.toString());
      assertThat(add.start().onExit().join().exitValue()).isZero();
      person.variable("SSH_AUTH_SOCK", socket.toString());
      connect();
    } finally {
      agent.destroy();
    }
    assertThat(person.asked()).isEmpty();
  }

  @Test
  void anAgentThatHasEndedIsAsGoodAsNone() throws IOException {
    know(server.knownHost());
    Path socket = temporary.resolve("agent");
    Files.createFile(socket);
    person.variable("SSH_AUTH_SOCK", socket.toString());
    connect();

    assertThat(person.asked()).isEmpty();
  }

  @Test
  void aHostThatTakesKeysOnlyAsksForNoPassword() throws IOException {
    know(server.knownHost());
    Path key = SshServer.keygen(temporary.resolve("key"), "ed25519");
    values.put("key", key.toString());
    person.knows("mật khẩu");

    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_KHOA_BI_TU_CHOI);
    assertThat(person.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UsePAM no, PasswordAuthentication yes, KbdInteractiveAuthentication no",
    "UsePAM yes, PasswordAuthentication no, KbdInteractiveAuthentication yes"
  })
  void aPasswordIsAskedForOnce(String pam, String password, String interactive) throws IOException {
    try (SystemUser user = SystemUser.add(temporary.resolve("user"), "Mật khẩu 1!")) {
      start(pam, password, interactive);
      know(server.knownHost());
      values.remove("key");
      values.put("user", user.name());
      person.knows("Mật khẩu 1!");
      connect();
      assertThat(person.asked()).containsExactly("password of " + user.name() + at());

      person.knows("Mật khẩu 2!");
      assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_SAI_MAT_KHAU);

      person = Person.none();
      assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_THIEU_MAT_KHAU);

      person.variable("PORTAL_PASSWORD_TINH", "Mật khẩu 1!");
      connect();
      assertThat(person.asked()).hasSize(1);
      stop();
      server = null;
    }
  }

  private String at() {
    return "@127.0.0.1:" + server.port();
  }

  @Test
  void anAgentWithTooManyKeysDoesNotKeepThePasswordOut() throws IOException {
    try (SystemUser user = SystemUser.add(temporary.resolve("user"), "Mật khẩu 1!")) {
      start("PasswordAuthentication yes", "MaxAuthTries 2");
      know(server.knownHost());
      values.remove("key");
      values.put("user", user.name());
      for (String type : List.of("ed25519", "ecdsa", "rsa")) {
        SshServer.keygen(Files.createDirectories(home.resolve(".ssh")).resolve("id_" + type), type);
      }
      Files.delete(server.authorizedKeys());
      person.knows("Mật khẩu 1!");
      connect();
      assertThat(person.asked()).hasSize(1);
      stop();
      server = null;
    }
  }

  @Test
  void aHostThatIsNotThereIsTold() throws IOException {
    server.stop();
    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_KHONG_TOI_DUOC);

    values.put("url", "sftp://hoa@may-chu.invalid/trang");
    Problem problem = refusal();
    assertThat(problem.code()).isEqualTo(ProblemCode.DICH_KHONG_TOI_DUOC);
    assertThat(problem.args().get(0)).isEqualTo("may-chu.invalid");
  }

  @Test
  void aHostThatGoesAwayLaterMayComeBack() throws IOException {
    know(server.knownHost());
    try (Target target = target()) {
      target.connect().close();
      server.stop();
      IOException failure = catchThrowableOfType(IOException.class, target::connect);
      assertThat(failure).isNotNull().isNotInstanceOf(TargetException.class);
      server.start();
      target.connect().close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sftp://may-chu.vn/trang",
    "sftp://hoa@may-chu.vn",
    "sftp:///trang",
    "sftp://hoa@/trang",
    "/trang"
  })
  void anAddressThatLeadsNowhereIsRefused(String url) {
    values.put("url", url);

    assertThat(refusal().code()).isEqualTo(ProblemCode.DICH_SAI_DIA_CHI);
  }
}
