package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server sends, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewServerTest {

  private static final String TOKEN = "x-bien-tap";

  @TempDir static Path folder;

  private Previewed site;
  private Secret token;

  @BeforeAll
  void start() throws IOException {
    site = Previewed.of(folder.resolve("site"), Optional.empty(), PreviewServerTest::editor);
    Files.writeString(folder.resolve("secret.html"), "bí mật");
    Files.createSymbolicLink(site.output().resolve("lien-ket.html"), folder.resolve("secret.html"));
    Files.createSymbolicLink(site.output().resolve("thu-muc"), folder);
  }

  private static Editor editor(Path site, LiveLoop live, Events events) {
    return new Editor(
        request -> {
          if (request.path().endsWith("/hong")) {
            throw new IllegalStateException("thử");
          }
          return Response.json(Map.of("body", request.text(1000), "path", request.path()));
        },
        request -> Response.html("xem"));
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200, text/html; charset=utf-8",
    "index.html, 200, text/html; charset=utf-8",
    "bai-viet/2018/bac-son.html, 200, text/html; charset=utf-8",
    "css/x.css, 200, text/css; charset=utf-8",
    "feed.xml, 200, application/xml; charset=utf-8",
    "khong-co.html, 404, text/html; charset=utf-8",
    "bien-tap/song.js, 200, text/javascript; charset=utf-8",
    "bien-tap/login.html, 404, application/json; charset=utf-8",
    "bien-tap/preview.properties, 404, application/json; charset=utf-8"
  })
  void sendsTheSite(String path, int status, String type) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.headers().firstValue("cross-origin-resource-policy")).contains("same-origin");
    assertThat(answer.headers().allValues("content-security-policy").toString())
        .contains("frame-ancestors");
  }

  @Test
  void addsItsScriptToPagesOnTheWireOnly() throws IOException {
    String page = site.page(Previewed.PAGE);
    assertThat(page).containsOnlyOnce("<script src=\"/bien-tap/song.js\" data-version=\"");
    assertThat(page.indexOf("song.js")).isLessThan(page.indexOf("</body>"));
    assertThat(Files.readString(site.output().resolve(Previewed.PAGE))).doesNotContain("song.js");
    assertThat(site.page("khong-co.html")).contains("song.js");
    assertThat(site.page("css/x.css")).doesNotContain("song.js");
  }

  /** The page for missing ones must find its styles from wherever the missing one should be. */
  @Test
  void aMissingPageInAFolderLooksAsAtTheRoot() throws IOException {
    Path page = site.output().resolve("404.html");
    String baked = Files.readString(page);
    try {
      Files.writeString(
          page,
          "<link href=\"css/x.css\"><a href=\"https://x.vn/a\"><a href=\"#b\"><form"
              + " action=\"tim-kiem/index.html\"><script src=\"/js/y.js\"></script></body>");
      String body = site.get("a/b/khong-co.html").body();
      assertThat(body)
          .contains("href=\"/css/x.css\"", "href=\"https://x.vn/a\"", "href=\"#b\"")
          .contains("action=\"/tim-kiem/index.html\"", "src=\"/js/y.js\"");
    } finally {
      Files.writeString(page, baked);
    }
  }

  @Test
  void foldersHaveASlash() {
    HttpResponse<String> answer = site.get("bai-viet");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains("/bai-viet/");
  }

  @Test
  void aHeadIsAGetWithoutBody() throws IOException {
    String head = site.raw("HEAD / HTTP/1.1\nHost: " + site.host() + "\nConnection: close\n\n");
    assertThat(head).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    assertThat(head.toLowerCase(java.util.Locale.ROOT))
        .contains("content-length: " + bytes(site.page("")));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void theSitesWorkerIsOneThatRemovesItself() {
    assertThat(site.page("sw.js")).contains("registration.unregister()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.html",
        "/..%2fsecret.html",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/..%5csecret.html",
        "/..\\secret.html",
        "/%252e%252e/secret.html",
        "/bai-viet/../../../secret.html",
        "/lien-ket.html",
        "/thu-muc/secret.html",
        "/%c0%ae%c0%ae/secret.html",
        "/a%00/../secret.html",
        "/.portal-manifest",
        "/index.html%00.css",
        "/bien-tap/../secret.html",
        "/bien-tap/%2e%2e/login.html",
        "/bien-tap/editor/../login.html",
        "//localhost/secret.html",
        "http://localhost/secret.html"
      })
  void givesNothingOutsideOfTheSite(String target) throws IOException {
    String answer = site.rawGet(target);
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|403|404) .*");
    assertThat(answer).doesNotContain("bí mật", "mat-khau");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "localhost",
        "localhost.evil.example:PORT",
        "127.0.0.1.nip.io:PORT",
        "0.0.0.0:PORT"
      })
  void answersOnlyToItsOwnNames(String host) throws IOException {
    String name = host.replace("PORT", String.valueOf(site.preview.port()));
    String answer = site.raw("GET / HTTP/1.1\nHost: " + name + "\nConnection: close\n\n");
    assertThat(answer).startsWith("HTTP/1.1 421 ").doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host: localhost:PORT\nHost: evil.example\n"})
  void needsOneHost(String hosts) throws IOException {
    String lines = hosts.replace("PORT", String.valueOf(site.preview.port()));
    String answer = site.raw("GET / HTTP/1.1\n" + lines + "Connection: close\n\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html");
  }

  @Test
  void theApiNeedsTheSessionAndForWritingTheToken() {
    String cookie = session();
    assertThat(site.get("bien-tap/api/site").statusCode()).isEqualTo(403);
    assertThat(site.send(site.to("bien-tap/api/site").header("Cookie", cookie)).statusCode())
        .isEqualTo(200);
    var withoutToken = site.to("bien-tap/api/save").header("Cookie", cookie);
    assertThat(site.send(withoutToken.POST(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(403);
    var wrongToken = site.to("bien-tap/api/save").header("Cookie", cookie).header(TOKEN, "00");
    assertThat(site.send(wrongToken.POST(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(403);
    var withoutCookie = site.to("bien-tap/api/save").header(TOKEN, token.text());
    assertThat(site.send(withoutCookie.POST(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(403);
    HttpResponse<String> saved = post("save", "{\"chữ\":1}", Map.of());
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("\"path\":\"/bien-tap/api/save\"", "chữ");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Origin, http://evil.example:PORT",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none"
  })
  void writesNothingForOtherSites(String header, String value) {
    String sent = value.replace("PORT", String.valueOf(site.preview.port()));
    HttpResponse<String> answer = post("save", "{}", Map.of(header, sent));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"other-site\"");
  }

  @Test
  void readsNothingOfTheEditorForOtherSites() {
    var request =
        site.to("bien-tap/api/site")
            .header("Cookie", session())
            .header("Sec-Fetch-Site", "cross-site");
    assertThat(site.send(request).statusCode()).isEqualTo(403);
    var events = site.to("bien-tap/su-kien").header("Sec-Fetch-Site", "cross-site");
    assertThat(site.send(events).statusCode()).isEqualTo(403);
  }

  @Test
  void takesNoMoreThanTheHandlerWants() {
    HttpResponse<String> answer = post("save", "x".repeat(1001), Map.of());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("quá lớn");
  }

  @Test
  void ourOwnMistakesAreToldAndEndNothing() {
    assertThat(post("hong", "", Map.of()).statusCode()).isEqualTo(500);
    assertThat(site.heard.failures).anyMatch(failure -> "thử".equals(failure.getMessage()));
    assertThat(site.get("").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "TRACE", "PATCH", "CONNECT", "XYZ"})
  void knowsFewMethods(String method) throws IOException {
    assertThat(site.raw(method + " / HTTP/1.1\nHost: " + site.host() + "\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 405");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "POST"})
  void theSiteItselfIsOnlyRead(String method) {
    var request = site.to("index.html").method(method, BodyPublishers.ofString("x"));
    assertThat(site.send(request).statusCode()).isEqualTo(405);
  }

  /** Who never ends a request, or a line of it, keeps nobody else waiting. */
  @Test
  void slowClientsKeepNobodyWaiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        var socket = new Socket("127.0.0.1", site.preview.port());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes());
        socket.getOutputStream().flush();
        slow.add(socket);
      }
      long start = System.nanoTime();
      assertThat(site.get("index.html").statusCode()).isEqualTo(200);
      assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aConnectionStaysOpen() throws IOException {
    try (var socket = new Socket("127.0.0.1", site.preview.port())) {
      socket.setSoTimeout(5000);
      for (int i = 0; i < 3; i++) {
        String request = "HEAD /index.html HTTP/1.1\r\nHost: " + site.host() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return head.toString();
  }

  @Test
  void takesTheNextPortWhereOneIsTaken() throws IOException {
    try (var taken = new ServerSocket()) {
      taken.bind(new java.net.InetSocketAddress("127.0.0.1", 0));
      var options =
          new SitePreview.Options(
              folder, Optional.empty(), "127.0.0.1", taken.getLocalPort(), Optional.empty());
      try (var other = new SitePreview(options, Editor.Factory.NONE, new Previewed.Heard())) {
        assertThat(other.port()).isGreaterThan(taken.getLocalPort());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void isNotOpenToOthersWithoutAPassword(String host) {
    var options = new SitePreview.Options(folder, Optional.empty(), host, 0, Optional.empty());
    assertThatThrownBy(() -> new SitePreview(options, Editor.Factory.NONE, new Previewed.Heard()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withAPasswordNothingIsSeenWithoutIt(@TempDir Path other) throws IOException {
    Optional<String> password = Optional.of("mật khẩu dài");
    try (var shut = Previewed.of(other.resolve("s"), password, PreviewServerTest::editor)) {
      for (String path :
          List.of(
              "",
              "index.html",
              "css/x.css",
              "bien-tap/",
              "bien-tap/song.js",
              "sw.js",
              "bien-tap/api/site",
              "bien-tap/xem/1/",
              "bien-tap/su-kien",
              "bien-tap/vao")) {
        HttpResponse<String> answer = shut.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("Bắc Sơn");
      }
      assertThat(shut.send(shut.to("index.html").header("Accept", "text/html")).body())
          .contains("name=\"mat-khau\"");
      var wrong = shut.to("bien-tap/vao").POST(BodyPublishers.ofString("mat-khau=sai"));
      assertThat(shut.send(wrong).statusCode()).isEqualTo(401);
      String form = "toi=/index.html&mat-khau=m%E1%BA%ADt+kh%E1%BA%A9u+d%C3%A0i";
      HttpResponse<String> answer =
          shut.send(shut.to("bien-tap/vao").POST(BodyPublishers.ofString(form)));
      assertThat(answer.statusCode()).isEqualTo(303);
      String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
      var known = shut.to("index.html").header("Cookie", cookie.replaceFirst(";.*", ""));
      assertThat(shut.send(known).statusCode()).isEqualTo(200);
      var foreign =
          shut.to("bien-tap/vao")
              .header("Origin", "https://evil.example")
              .POST(BodyPublishers.ofString(form));
      assertThat(shut.send(foreign).statusCode()).isEqualTo(403);
    }
  }

  /** As the editor's page gets it. */
  private String session() {
    Gate gate = site.preview.gate();
    token = gate.token();
    return gate.sessionCookie() + "=" + gate.session().text();
  }

  private HttpResponse<String> post(String call, String body, Map<String, String> headers) {
    var request = site.to("bien-tap/api/" + call).header("Cookie", session());
    headers.forEach(request::header);
    return site.send(request.header(TOKEN, token.text()).POST(BodyPublishers.ofString(body)));
  }
}
