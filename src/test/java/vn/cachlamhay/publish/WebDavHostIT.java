package vn.cachlamhay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cachlamhay.publish.ConnectionContract.assertRefused;
import static vn.cachlamhay.publish.ConnectionContract.bytes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.publish.DavServer.Kind;

/** What a server with WebDAV may do to us, and what people write down wrongly. */
class WebDavHostIT {

  private static final Map<String, String> NOTHING = Map.of();

  @TempDir Path folder;

  private static Target target(DavServer server) throws IOException {
    return WebDavTarget.of(server.config(NOTHING), server.owner());
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordIsToldAndAMissingOne(Kind kind) throws Exception {
    try (DavServer server = DavServer.start(kind, folder)) {
      var wrong = TargetConfigs.knowing(Optional.of("sai"));
      assertRefused(
          WebDavTarget.of(server.config(NOTHING), wrong)::connect, ProblemCode.DICH_SAI_MAT_KHAU);
      var nobody = TargetConfigs.knowing(Optional.empty());
      assertRefused(
          WebDavTarget.of(server.config(NOTHING), nobody)::connect,
          ProblemCode.DICH_THIEU_MAT_KHAU);
      assertRefused(
          WebDavTarget.of(server.config(Map.of("user", "")), nobody)::connect,
          ProblemCode.DICH_SAI_MAT_KHAU);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatIsNotThereIsTold(Kind kind) throws Exception {
    try (DavServer server = DavServer.start(kind, folder)) {
      String url = "http://localhost:" + server.port() + "/sua/kh%C3%B4ng%20có/";

      assertRefused(
          WebDavTarget.of(server.config(Map.of("url", url)), server.owner())::connect,
          ProblemCode.DICH_KHONG_CO_THU_MUC);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSiteMayBeInAFolderBelow(Kind kind) throws Exception {
    try (DavServer server = DavServer.start(kind, folder)) {
      Planted.put(server.web(), "trang tin/cũ +1.html", bytes("1"));
      String url = "http://localhost:" + server.port() + "/sua/trang%20tin";
      try (Connection connection =
          WebDavTarget.of(server.config(Map.of("url", url)), server.owner()).connect()) {
        connection.write(Upload.of("mới.html", bytes("2")));
        connection.copy("mới.html", "b/c.html");

        var seen = new HashMap<String, Long>();
        connection.list(file -> seen.put(file.path(), file.size()));
        assertThat(seen).isEqualTo(Map.of("cũ +1.html", 1L, "mới.html", 1L, "b/c.html", 1L));
      }
      assertThat(server.web().resolve("trang tin/b/c.html")).hasContent("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiskWithoutRoomIsToldAndTheOldFileStays(Kind kind) throws Exception {
    try (SmallDisk disk = SmallDisk.at(DavServer.disk(folder), "256k,mode=755")) {
      try (DavServer server = DavServer.start(kind, folder);
          Connection connection = target(server).connect()) {
        connection.write(Upload.of("trang.html", bytes("cũ")));

        assertRefused(
            () -> connection.write(Upload.of("trang.html", new byte[3_000_000])),
            ProblemCode.DICH_HET_CHO);
        assertThat(server.web().resolve("trang.html")).hasContent("cũ");
        assertThat(Files.list(server.web())).hasSize(1);

        connection.write(Upload.of("nho.html", bytes("vừa")));
        assertThat(server.web().resolve("nho.html")).hasContent("vừa");
        disk.makeReadOnly();
        assertRefused(
            () -> connection.write(Upload.of("trang.html", bytes("mới"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMayNotBeWrittenOrReadIsTold(Kind kind) throws Exception {
    try (DavServer server = DavServer.start(kind, folder)) {
      Path secret = Files.writeString(server.web().resolve("kín.html"), "cũ");
      Daemon.run("chown", "-R", "root", server.web().toString());
      Daemon.run("chmod", "600", secret.toString());
      try (Connection connection = target(server).connect()) {
        assertRefused(
            () -> connection.write(Upload.of("kín.html", bytes("mới"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(
            () -> connection.write(Upload.of("a/b.html", bytes("mới"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(
            () -> connection.create(Upload.of(Names.LOCK, bytes("tôi"))),
            ProblemCode.DICH_KHONG_DUOC_GHI);
        assertRefused(() -> connection.read("kín.html"), ProblemCode.DICH_KHONG_DUOC_DOC);
        assertThat(secret).hasContent("cũ");
      }
    }
  }

  @Test
  void apacheTakesNoFileThatIsTooLarge() throws Exception {
    tooLarge(Kind.APACHE, "LimitRequestBody 100000");
  }

  @Test
  void nginxTakesNoFileThatIsTooLarge() throws Exception {
    tooLarge(Kind.NGINX, "client_max_body_size 100k;");
  }

  private void tooLarge(Kind kind, String limit) throws Exception {
    try (DavServer server = DavServer.start(kind, folder, limit);
        Connection connection = target(server).connect()) {
      connection.write(Upload.of("lon.html", new byte[50_000]));
      assertRefused(
          () -> connection.write(Upload.of("lon.html", new byte[20_000_000])),
          ProblemCode.DICH_QUA_LON);
      assertThat(server.web().resolve("lon.html")).hasSize(50_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheServersOwnCertificateIsBelieved(Kind kind) throws Exception {
    try (DavServer server = DavServer.startSecure(kind, folder)) {
      try (Connection connection = target(server).connect()) {
        connection.write(Upload.of("a/trang.html", bytes("1")));
      }
      assertThat(server.web().resolve("a/trang.html")).hasContent("1");

      String otherName = "https://127.0.0.1:" + server.port() + "/sua";
      assertRefused(
          WebDavTarget.of(server.config(Map.of("url", otherName)), server.owner())::connect,
          ProblemCode.DICH_CHUNG_THU);
      var unknown = new HashMap<>(server.config(NOTHING).values());
      unknown.remove("certificate");
      assertRefused(
          WebDavTarget.of(TargetConfigs.of(folder, unknown), server.owner())::connect,
          ProblemCode.DICH_CHUNG_THU);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readersAlwaysSeeAWholePage(Kind kind) throws Exception {
    try (DavServer server = DavServer.start(kind, folder);
        Connection connection = target(server).connect()) {
      connection.write(Upload.of("trang.html", page('a')));
      var over = new AtomicBoolean();
      var wrong = new ConcurrentLinkedQueue<String>();
      Thread reader = new Thread(() -> readOnAndOn(server.readers(), over, wrong));
      reader.start();
      for (int i = 0; i < 150; i++) {
        connection.write(Upload.of("trang.html", page((char) ('a' + i % 26))));
      }
      over.set(true);
      reader.join();

      assertThat(wrong).isEmpty();
    }
  }

  private static byte[] page(char letter) {
    return String.valueOf(letter).repeat(100_000).getBytes(UTF_8);
  }

  private static void readOnAndOn(
      String address, AtomicBoolean over, ConcurrentLinkedQueue<String> wrong) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "trang.html")).build();
    while (!over.get()) {
      try {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        String text = answer.body();
        if (answer.statusCode() != 200 || text.chars().distinct().count() != 1) {
          wrong.add(answer.statusCode() + " " + text.length());
        }
      } catch (IOException | InterruptedException e) {
        wrong.add(e.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLineCutInTheMidstOfAFileLeavesTheOldOneWhole(Kind kind) throws Exception {
    Path large = Files.write(folder.resolve("lon"), new byte[4_000_000]);
    try (DavServer server = DavServer.start(kind, folder);
        CutProxy proxy = new CutProxy(server.port())) {
      String url = "http://localhost:" + proxy.port() + "/sua";
      Target target = WebDavTarget.of(server.config(Map.of("url", url)), server.owner());
      try (Connection connection = target.connect()) {
        connection.write(Upload.of("trang.html", bytes("cũ")));
        proxy.cutAfter(2_000_000);
        assertThatThrownBy(() -> connection.write(Upload.of("trang.html", large, "?")))
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(TargetException.class);
      }
      assertThat(server.web().resolve("trang.html")).hasContent("cũ");

      proxy.mend();
      try (Connection connection = target.connect()) {
        connection.write(Upload.of("trang.html", bytes("mới")));
      }
      assertThat(server.web().resolve("trang.html")).hasContent("mới");
      assertThat(Files.list(server.web())).hasSize(1);
    }
  }

  @Test
  void aFileThatSomebodyHasLockedIsTold() throws Exception {
    try (DavServer server = DavServer.start(Kind.APACHE, folder);
        Connection connection = target(server).connect()) {
      connection.write(Upload.of("trang.html", bytes("cũ")));
      String url = "http://localhost:" + server.port() + "/sua/trang.html";
      String lock =
          "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope>"
              + "<locktype><write/></locktype></lockinfo>";
      String user = DavServer.USER + ":" + DavServer.PASSWORD;
      String basic = java.util.Base64.getEncoder().encodeToString(bytes(user));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .method("LOCK", HttpRequest.BodyPublishers.ofString(lock))
              .header("Authorization", "Basic " + basic)
              .build();
      var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);

      assertThatThrownBy(() -> connection.write(Upload.of("trang.html", bytes("mới"))))
          .isInstanceOfSatisfying(
              TargetException.class,
              e -> assertThat(e.problem().args()).containsExactly("PUT trang.html: 423"));
      assertThat(server.web().resolve("trang.html")).hasContent("cũ");
    }
  }

  @Test
  void thePasswordGoesToNoOtherServer() throws Exception {
    var heard = new ConcurrentLinkedQueue<String>();
    HttpServer other = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          heard.add(String.valueOf(exchange.getRequestHeaders().get("Authorization")));
          exchange.sendResponseHeaders(404, -1);
        });
    other.start();
    String there = "http://localhost:" + other.getAddress().getPort() + "/";
    try (DavServer server = DavServer.start(Kind.APACHE, folder, "Redirect /xa " + there)) {
      String url = "http://localhost:" + server.port() + "/xa/";
      assertThatThrownBy(
              WebDavTarget.of(server.config(Map.of("url", url)), server.owner())::connect)
          .isInstanceOfSatisfying(
              TargetException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_TU_CHOI);
                assertThat(e.problem().args().get(0)).contains("302", there);
              });
      assertThat(heard).isEmpty();
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aServerWithoutWebDavIsTold() throws Exception {
    try (DavServer server = DavServer.start(Kind.NGINX, folder)) {
      assertRefused(
          WebDavTarget.of(server.config(Map.of("url", server.readers())), server.owner())::connect,
          ProblemCode.DICH_TU_CHOI);
    }
  }

  @Test
  void foldersMayBeListedAtOnceWhereTheServerAllowsIt() throws Exception {
    try (DavServer server = DavServer.start(Kind.APACHE, folder, "DavDepthInfinity On");
        Connection connection = target(server).connect()) {
      Planted.put(server.web(), "a/b/c.html", bytes("1"));
      Planted.put(server.web(), "a/d.html", bytes("12"));
      Files.createDirectories(server.web().resolve("trống/rỗng"));
      var seen = new HashMap<String, Long>();
      connection.list(file -> assertThat(seen.put(file.path(), file.size())).isNull());

      assertThat(seen).isEqualTo(Map.of("a/b/c.html", 1L, "a/d.html", 2L));
    }
  }

  @Test
  void aServersXmlFetchesNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("mật"), "mật");
    String xml =
        """
        <!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
        <multistatus xmlns="DAV:"><response><href>/sua/&e;</href></response></multistatus>"""
            .formatted(secret.toUri());

    assertThatThrownBy(
            () -> new DavListing("/sua/").read(new java.io.ByteArrayInputStream(bytes(xml))))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(TargetException.class);
  }

  @Test
  void plainHttpIsNoticedUnlessItStaysOnThisMachine() throws IOException {
    for (String safe : List.of("https://may-chu/a", "http://localhost/a", "http://127.0.0.1/a")) {
      assertThat(noticesOf(safe)).isEmpty();
    }
    assertThat(noticesOf("http://ten@may-chu/a")).containsExactly(ProblemCode.DICH_KHONG_MA_HOA);
  }

  private List<ProblemCode> noticesOf(String url) throws IOException {
    var config = TargetConfigs.of(folder, Map.of("type", "webdav", "url", url));
    Target target = WebDavTarget.of(config, TargetConfigs.knowing(Optional.empty()));
    return target.notices().stream().map(problem -> problem.code()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://may-chu/", "https:///a", "https://may chu", "http://a/?b"})
  void anAddressThatIsNoneIsTold(String url) {
    var config = TargetConfigs.of(folder, Map.of("type", "webdav", "url", url));

    assertRefused(
        () -> WebDavTarget.of(config, TargetConfigs.knowing(Optional.empty())),
        ProblemCode.DICH_SAI_DIA_CHI);
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
