package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cachlamhay.publish.ConnectionContract.assertRefused;
import static vn.cachlamhay.publish.ConnectionContract.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.publish.FtpServer.Tls;
import vn.cachlamhay.publish.TargetConfigs.Person;

/** What an FTP server may do to us, and what people write down wrongly. */
class FtpHostIT {

  private static final Map<String, String> NOTHING = Map.of();

  @TempDir Path folder;

  @Test
  void thePasswordIsAskedForOnce() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      var person = new Person(Optional.of(FtpServer.PASSWORD), new AtomicInteger());
      Target target = FtpTarget.of(server.config(NOTHING), person);

      target.connect().close();
      target.connect().close();

      assertThat(person.asked()).hasValue(1);
    }
  }

  @Test
  void aWrongPasswordIsTold() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      Target target =
          FtpTarget.of(server.config(NOTHING), TargetConfigs.knowing(Optional.of("sai")));

      assertRefused(target::connect, ProblemCode.DICH_SAI_MAT_KHAU);
    }
  }

  @Test
  void aFolderThatIsNotThereIsTold() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      String url = "ftp://" + server.user() + "@localhost:" + server.port() + "/khong/co";

      assertRefused(
          FtpTarget.of(server.config(Map.of("url", url)), server.owner())::connect,
          ProblemCode.DICH_KHONG_CO_THU_MUC);
    }
  }

  @Test
  void thePathBeginsAtHomeOrAtTheRoot() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      Files.createDirectory(server.web().resolve("có dấu"));
      for (String path : new String[] {"/web/c%C3%B3%20d%E1%BA%A5u/", "//web/có%20dấu"}) {
        String url = "ftp://localhost:" + server.port() + path;
        var config = server.config(Map.of("url", url, "user", server.user()));
        try (Connection connection = FtpTarget.of(config, server.owner()).connect()) {
          connection.list(file -> assertThat(file).isNull());
        }
      }
    }
  }

  @Test
  void plainFtpIsTriedWithNoticeAndRefusedWhereTlsIsAsked() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.EXPLICIT)) {
      String url = "ftp://" + server.user() + "@localhost:" + server.port() + "/web";
      Target target =
          FtpTarget.of(server.config(Map.of("type", "ftp", "url", url)), server.owner());

      assertThat(target.notices())
          .singleElement()
          .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DICH_KHONG_MA_HOA))
          .satisfies(problem -> assertThat(problem.isError()).isFalse());
      assertThatThrownBy(target::connect)
          .isInstanceOfSatisfying(
              TargetException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_GIA_TRI);
                assertThat(e.problem().args()).containsExactly("publish.thu.type", "ftp", "ftps");
              });
      assertThat(FtpTarget.of(server.config(NOTHING), server.owner()).notices()).isEmpty();
    }
  }

  @Test
  void aCertificateOfAnotherNameOrOfNobodyKnownIsNotBelieved() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.EXPLICIT)) {
      String otherName = "ftps://" + server.user() + "@127.0.0.1:" + server.port() + "/web";
      assertRefused(
          FtpTarget.of(server.config(Map.of("url", otherName)), server.owner())::connect,
          ProblemCode.DICH_CHUNG_THU);

      var unknown = new HashMap<>(server.config(NOTHING).values());
      unknown.remove("certificate");
      assertRefused(
          FtpTarget.of(TargetConfigs.of(folder, unknown), server.owner())::connect,
          ProblemCode.DICH_CHUNG_THU);
      assertThat(server.log()).doesNotContain("USER").doesNotContain("PASS");
    }
  }

  @Test
  void aServerWithoutTlsGetsNoPassword() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      String url = "ftps://" + server.user() + "@localhost:" + server.port() + "/web";
      Target target =
          FtpTarget.of(server.config(Map.of("type", "ftps", "url", url)), server.owner());

      assertRefused(target::connect, ProblemCode.DICH_TU_CHOI);
      assertThat(server.log()).contains("AUTH TLS").doesNotContain("PASS <");
    }
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2,TLSv1.2", "TLSv1.3,TLSv1.3"})
  void theSessionIsGoneOnWithWhateverTheVersion(String least, String most) throws Exception {
    Path openssl =
        Files.writeString(
            folder.resolve("openssl.cnf"),
            """
            openssl_conf = init
            [init]
            ssl_conf = ssl
            [ssl]
            system_default = versions
            [versions]
            MinProtocol = %s
            MaxProtocol = %s
            """
                .formatted(least, most));
    var environment = Map.of("OPENSSL_CONF", openssl.toString());
    try (FtpServer server = FtpServer.start(folder, Tls.EXPLICIT, environment)) {
      Target target = FtpTarget.of(server.config(NOTHING), server.owner());
      for (int i = 0; i < 2; i++) {
        try (Connection connection = target.connect()) {
          connection.write(Upload.of("một.html", bytes("1")));
          connection.write(Upload.of("hai.html", new byte[300_000]));
          assertThat(connection.read("hai.html").orElseThrow()).hasSize(300_000);
          connection.write(Upload.of("ba.html", bytes("3")));
        }
      }
      assertThat(server.web().resolve("ba.html")).hasContent("3");
    }
  }

  @Test
  void aDiskWithoutRoomIsToldAndTheOldFileStays() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.EXPLICIT)) {
      Path web = server.web();
      Daemon.run("mount", "-t", "tmpfs", "-o", "size=256k,mode=777", "tmpfs", web.toString());
      Target target = FtpTarget.of(server.config(NOTHING), server.owner());
      try {
        try (Connection connection = target.connect()) {
          connection.write(Upload.of("trang.html", bytes("cũ")));
          assertRefused(
              () -> connection.write(Upload.of("trang.html", new byte[3_000_000])),
              ProblemCode.DICH_HET_CHO);
        }
        assertThat(web.resolve("trang.html")).hasContent("cũ");

        try (Connection connection = target.connect()) {
          connection.write(Upload.of("nho.html", bytes("vừa")));
        }
        assertThat(web.resolve("nho.html")).hasContent("vừa");
      } finally {
        Daemon.run("umount", "-l", web.toString());
      }
    }
  }

  @Test
  void whatMayNotBeWrittenOrReadIsTold() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      Daemon.run("chown", "-R", "root", server.web().toString());
      Path secret = Files.writeString(server.web().resolve("kín.html"), "cũ");
      Daemon.run("chmod", "600", secret.toString());
      try (Connection connection = FtpTarget.of(server.config(NOTHING), server.owner()).connect()) {
        assertRefused(
            () -> connection.write(Upload.of("kín.html", bytes("mới"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(
            () -> connection.write(Upload.of("a/b.html", bytes("mới"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(
            () -> connection.create(Upload.of(Names.LOCK, bytes("tôi"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(() -> connection.delete("kín.html"), ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(() -> connection.read("kín.html"), ProblemCode.DICH_KHONG_DUOC_DOC);
        assertThat(secret).hasContent("cũ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_per_ip=2", "max_clients=2"})
  void tooManyConnectionsAreNoReasonToGiveUp(String limit) throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.EXPLICIT, limit)) {
      Target target = FtpTarget.of(server.config(NOTHING), server.owner());
      try (Connection one = target.connect();
          Connection two = target.connect()) {
        assertThatThrownBy(target::connect)
            .isNotInstanceOf(TargetException.class)
            .hasMessageStartingWith("421");

        one.write(Upload.of("1.html", bytes("1")));
        two.write(Upload.of("2.html", bytes("2")));
      }
      connectSoon(target).close();
    }
  }

  /** The server notices in its own time that a connection has ended. */
  private static Connection connectSoon(Target target) throws Exception {
    for (int tries = 0; ; tries++) {
      try {
        return target.connect();
      } catch (IOException e) {
        if (tries == 100) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "EXPLICIT", "IMPLICIT"})
  void aLineCutInTheMidstOfAFileLeavesTheOldOneWhole(Tls tls) throws Exception {
    try (FtpServer server = FtpServer.start(folder, tls)) {
      Target target = FtpTarget.of(server.config(NOTHING), server.owner());
      Path large = Files.write(folder.resolve("lon"), new byte[4_000_000]);
      try (Connection connection = target.connect()) {
        connection.write(Upload.of("trang.html", bytes("cũ")));

        Upload file = new Upload("trang.html", Optional.of(large), new byte[0], 9_000_000, "?");
        Thread cutter = new Thread(() -> cutWhenAFileComes(server));
        cutter.start();
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 10_000; i++) {
                    connection.write(file);
                  }
                })
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(TargetException.class);
        cutter.join();
      }
      assertThat(server.web().resolve("trang.html")).hasContent("cũ");

      try (Connection again = target.connect()) {
        again.write(Upload.of("trang.html", bytes("mới")));
      }
      assertThat(server.web().resolve("trang.html")).hasContent("mới");
    }
  }

  private static void cutWhenAFileComes(FtpServer server) {
    Path aside = server.web().resolve(Names.aside("trang.html"));
    while (!Files.exists(aside)) {
      Thread.onSpinWait();
    }
    server.cut();
  }

  @Test
  void aServerThatShutsIdleLinesMakesForANewOne() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE, "idle_session_timeout=1")) {
      Target target = FtpTarget.of(server.config(NOTHING), server.owner());
      try (Connection connection = target.connect()) {
        Thread.sleep(2500);
        assertThatThrownBy(() -> connection.write(Upload.of("trang.html", bytes("1"))))
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(TargetException.class);
      }
      try (Connection connection = target.connect()) {
        connection.write(Upload.of("trang.html", bytes("1")));
      }
    }
  }

  @Test
  void withoutUtf8OnlyPlainNamesPass() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE, "cmds_denied=FEAT,OPTS");
        Connection connection = FtpTarget.of(server.config(NOTHING), server.owner()).connect()) {
      connection.write(Upload.of("trang.html", bytes("1")));
      assertThat(connection.read("trang.html")).hasValue(bytes("1"));
      assertRefused(
          () -> connection.write(Upload.of("trắng.html", bytes("1"))), ProblemCode.DICH_TEN_CO_DAU);
      assertRefused(
          () -> connection.write(Upload.of("a\r\nDELE trang.html", bytes("1"))),
          ProblemCode.DICH_TEN_CO_DAU);
    }
  }

  @Test
  void whereThereIsNoEpsvTheServersOwnAddressIsUsed() throws Exception {
    String elsewhere = "pasv_address=192.0.2.1";
    try (FtpServer server =
            FtpServer.start(folder, Tls.NONE, "cmds_denied=EPSV,PORT,EPRT", elsewhere);
        Connection connection = FtpTarget.of(server.config(NOTHING), server.owner()).connect()) {
      connection.write(Upload.of("trang.html", bytes("1")));

      assertThat(server.web().resolve("trang.html")).hasContent("1");
      assertThat(server.log()).contains("(192,0,2,1,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp, sftp://ten@may-chu/web",
    "ftps, ftp://ten@may-chu/web",
    "ftp, ftp://may-chu/web",
    "ftp, ftp:///web",
    "ftp, ftp://ten@may-chu/web?a",
    "ftp, may-chu",
    "ftp, ftp://ten@may chu/web"
  })
  void anAddressThatIsNoneIsTold(String type, String url) {
    var config = TargetConfigs.of(folder, Map.of("type", type, "url", url));

    assertRefused(
        () -> FtpTarget.of(config, TargetConfigs.knowing(Optional.empty())),
        ProblemCode.DICH_SAI_DIA_CHI);
  }

  static Stream<Map<String, String>> wrongValues() {
    return Stream.of(
        Map.of("tls", "none"), Map.of("certificate", "khong-co.pem"), Map.of("certificate", "x"));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("wrongValues")
  void aValueThatIsNoneIsTold(Map<String, String> wrong) throws IOException {
    Files.writeString(folder.resolve("x"), "không phải chứng thư");
    var values = new HashMap<>(Map.of("type", "ftps", "url", "ftps://ten@may-chu/web"));
    values.putAll(wrong);

    assertRefused(
        () ->
            FtpTarget.of(TargetConfigs.of(folder, values), TargetConfigs.knowing(Optional.empty())),
        ProblemCode.DICH_GIA_TRI);
  }

  @Test
  void nobodyToAskIsTold() throws Exception {
    try (FtpServer server = FtpServer.start(folder, Tls.NONE)) {
      assertRefused(
          FtpTarget.of(server.config(NOTHING), TargetConfigs.knowing(Optional.empty()))::connect,
          ProblemCode.DICH_THIEU_MAT_KHAU);
    }
  }
}
