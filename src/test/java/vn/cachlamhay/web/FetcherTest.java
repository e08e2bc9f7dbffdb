package vn.cachlamhay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

class FetcherTest {

  private static final FetchLimits SMALL =
      new FetchLimits(
          100_000,
          50_000,
          60_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Duration.ofSeconds(1));

  private static final FetchLimits IMPATIENT =
      new FetchLimits(
          100_000,
          50_000,
          60_000,
          Duration.ofSeconds(10),
          Duration.ofMillis(900),
          Duration.ofMillis(900),
          Duration.ofSeconds(1));

  private static final String PARAGRAPH =
      "<p>Chi bộ thôn Đồng Lạc họp vào tối mồng ba hằng tháng, ai cũng được nói một lần.</p>";
  private static final String PAGE =
      "<html><head><title>Chuyện thôn Đồng Lạc</title><base href='/bai/'></head><body><nav><a"
          + " href='/'>Trang chủ</a></nav><article><h1>Chuyện thôn Đồng Lạc</h1>"
          + PARAGRAPH.repeat(4)
          + "<p><img src='anh.png'></p><p><a href='../tep/ke-hoach.pdf'>Kế hoạch năm</a></p>"
          + "</article></body></html>";

  private final Waiting clock = new Waiting();
  private LocalSite site;

  /** Time that passes only where somebody waits. */
  private static final class Waiting implements Pace.Clock {
    private final List<Long> waits = new ArrayList<>();
    private long now;

    @Override
    public synchronized long now() {
      return now;
    }

    @Override
    public synchronized void sleep(long millis) {
      waits.add(millis);
      now += millis;
    }
  }

  @BeforeEach
  void start() throws IOException {
    site = new LocalSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Fetcher fetcher(boolean allowPrivate) {
    return fetcher(SMALL, allowPrivate, Dns.SYSTEM);
  }

  private Fetcher fetcher(FetchLimits limits, boolean allowPrivate, Dns names) {
    return new Fetcher(
        limits, address -> allowPrivate || PublicAddresses.is(address), names, clock);
  }

  private Manuscript read(String path) {
    try (Fetcher fetcher = fetcher(true)) {
      return fetcher.read(site.at(path));
    }
  }

  private static ProblemCode refused(Runnable read) {
    SiteException refusal = catchThrowableOfType(SiteException.class, read::run);
    assertThat(refusal).isNotNull();
    return refusal.problems().get(0).code();
  }

  private ProblemCode refused(String path) {
    return refused(() -> read(path));
  }

  @Test
  void aPageComesWithItsPicturesAndDocuments() throws IOException {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    site.on("/tin/1", LocalSite.page(PAGE));
    site.on("/bai/anh.png", LocalSite.bytes("image/png", picture));
    site.on("/tep/ke-hoach.pdf", LocalSite.bytes("application/pdf", new byte[55_000]));
    try (Fetcher fetcher = fetcher(true)) {
      Manuscript page = fetcher.read(site.at("/tin/1#binh-luan"));

      assertThat(page.html().body().text()).contains("ai cũng được nói").doesNotContain("Trang");
      assertThat(page.html().select("img").attr("src")).isEqualTo(site.at("/bai/anh.png"));
      assertThat(page.files().open(site.at("/bai/anh.png"))).contains(picture);
      assertThat(page.attachments())
          .containsExactly(new Manuscript.Attachment("Kế hoạch năm", site.at("/tep/ke-hoach.pdf")));
      assertThat(page.files().open(site.at("/tep/ke-hoach.pdf")).orElseThrow()).hasSize(55_000);
      assertThat(page.hints())
          .contains(new Hint(Hint.About.ADDRESS, site.at("/tin/1"), "địa chỉ đã nhập"));
    }
    assertThat(site.asked)
        .containsExactly("/robots.txt", "/tin/1", "/bai/anh.png", "/tep/ke-hoach.pdf");
    assertThat(site.agents).allMatch(agent -> agent.startsWith("CachLamHay/"));
    assertThat(site.cookies).isEmpty();
    assertThat(clock.waits).containsExactly(1000L, 1000L, 1000L);
  }

  @Test
  void aHostThatAsksForMoreTimeGetsIt() {
    site.on(
        "/robots.txt", LocalSite.bytes("text/plain", "User-agent: *\nCrawl-delay: 5".getBytes()));
    site.on("/tin/1", LocalSite.page(PAGE));
    try (Fetcher fetcher = fetcher(true)) {
      fetcher.read(site.at("/tin/1"));
      fetcher.read(site.at("/tin/1"));
    }

    assertThat(clock.waits).containsExactly(1000L, 5000L);
    assertThat(site.asked).containsExactly("/robots.txt", "/tin/1", "/tin/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://a.vn/a",
        "javascript:alert(1)",
        "data:text/html,a",
        "khong phai dia chi",
        "",
        "http://",
        "https://nguoi:matkhau@a.vn/",
        "\\\\may\\tep"
      })
  void onlyAddressesOfTheWeb(String address) {
    try (Fetcher fetcher = fetcher(true)) {
      assertThat(refused(() -> fetcher.read(address))).isEqualTo(ProblemCode.WEB_DIA_CHI_HONG);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "169.254.169.254",
        "10.0.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "[fd00::1]",
        "[fe80::1]"
      })
  void nothingPrivateUnlessAllowed(String host) {
    try (Fetcher fetcher = fetcher(false)) {
      String address = "http://" + host + ":" + site.port() + "/tin/1";

      assertThat(refused(() -> fetcher.read(address)))
          .isIn(ProblemCode.WEB_DIA_CHI_RIENG, ProblemCode.WEB_KHONG_THAY_MAY);
    }
    assertThat(site.asked).isEmpty();
  }

  @Test
  void aNameThatLeadsIntoTheOwnNetworkIsRefusedWhateverElseItLeadsTo() {
    Dns names =
        name -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.7"));
    try (Fetcher fetcher = fetcher(SMALL, false, names)) {
      assertThat(refused(() -> fetcher.read("http://trang.example/")))
          .isEqualTo(ProblemCode.WEB_DIA_CHI_RIENG);
    }
  }

  @Test
  void aNameThatChangesIsCheckedWheneverItIsConnectedTo() {
    // public when it is first asked for, private from then on: as in DNS rebinding
    var answers = new ArrayList<>(List.of("192.0.2.1", "127.0.0.1"));
    Dns names =
        name ->
            List.of(InetAddress.getByName(answers.size() > 1 ? answers.remove(0) : answers.get(0)));
    try (Fetcher fetcher = fetcher(SMALL, false, names)) {
      for (int i = 0; i < 2; i++) {
        assertThat(refused(() -> fetcher.read("http://trang.example:" + site.port() + "/")))
            .isEqualTo(ProblemCode.WEB_DIA_CHI_RIENG);
      }
    }
    assertThat(site.asked).isEmpty();
  }

  @Test
  void anUnknownHostIsTold() {
    Dns names =
        name -> {
          throw new UnknownHostException(name);
        };
    try (Fetcher fetcher = fetcher(SMALL, false, names)) {
      assertThat(refused(() -> fetcher.read("http://khong-co.example/")))
          .isEqualTo(ProblemCode.WEB_KHONG_THAY_MAY);
    }
  }

  @Test
  void nobodyThereIsTold() throws IOException {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (Fetcher fetcher = fetcher(true)) {
      assertThat(refused(() -> fetcher.read("http://127.0.0.1:" + free + "/")))
          .isEqualTo(ProblemCode.WEB_KHONG_NOI_DUOC);
    }
  }

  @Test
  void aCertificateOfNobodyIsRefused(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    (keytool
                            + " -genkeypair -alias a -keyalg EC -dname CN=127.0.0.1 -ext"
                            + " SAN=ip:127.0.0.1 -storetype PKCS12 -storepass matkhau -keystore "
                            + keys)
                        .split(" ")))
            .redirectErrorStream(true)
            .start();
    assertThat(new String(made.getInputStream().readAllBytes())).isNotNull();
    assertThat(made.waitFor()).isZero();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, "matkhau".toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, "matkhau".toCharArray());
    var tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", exchange -> site.asked.add("https"));
    server.start();
    try (Fetcher fetcher = fetcher(true)) {
      String address = "https://127.0.0.1:" + server.getAddress().getPort() + "/tin/1";

      assertThat(refused(() -> fetcher.read(address))).isEqualTo(ProblemCode.WEB_CHUNG_THU);
      assertThat(site.asked).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreFollowed(int status) {
    site.on("/cu", LocalSite.redirect(status, "/tin/1"));
    site.on("/tin/1", LocalSite.page(PAGE));

    assertThat(read("/cu").hints())
        .contains(new Hint(Hint.About.ADDRESS, site.at("/tin/1"), "địa chỉ đã nhập"));
  }

  @Test
  void fiveRedirectsAndNoMore() {
    for (int i = 0; i < 6; i++) {
      site.on("/r" + i, LocalSite.redirect(302, "/r" + (i + 1)));
    }
    site.on("/r6", LocalSite.page(PAGE));

    assertThat(refused("/r0")).isEqualTo(ProblemCode.WEB_CHUYEN_HUONG);
    assertThat(read("/r1").html().text()).contains("Đồng Lạc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/vong", "file:///etc/passwd", "ftp://a.vn/", "http://", "https://a:b@a.vn/"})
  void aRedirectToNowhereIsRefused(String to) {
    site.on("/vong", LocalSite.redirect(302, to));

    assertThat(refused("/vong")).isEqualTo(ProblemCode.WEB_CHUYEN_HUONG);
  }

  @Test
  void aRedirectIntoTheOwnNetworkIsRefused() throws UnknownHostException {
    // one address of this machine stands for the net, all others are of the own network
    var net = InetAddress.getByName("127.0.0.1");
    site.on("/tin/1", LocalSite.page(PAGE));
    for (String inner : List.of("127.0.0.2", "localhost.example", "[::1]", "10.0.0.1")) {
      site.on("/cu", LocalSite.redirect(302, "http://" + inner + ":" + site.port() + "/tin/1"));
      Dns names = name -> List.of(InetAddress.getByName("127.0.0.3"));
      try (Fetcher fetcher = new Fetcher(SMALL, net::equals, names, clock)) {
        assertThat(refused(() -> fetcher.read(site.at("/cu"))))
            .as(inner)
            .isEqualTo(ProblemCode.WEB_DIA_CHI_RIENG);
      }
    }
    assertThat(site.asked).doesNotContain("/tin/1");
  }

  @ParameterizedTest
  @CsvSource({"404, WEB_TRA_LOI", "410, WEB_TRA_LOI", "403, WEB_TRA_LOI", "500, WEB_TRA_LOI"})
  void errorsOfAHostAreTold(int status, ProblemCode code) {
    site.on("/tin/1", exchange -> LocalSite.status(exchange, status));

    assertThat(refused("/tin/1")).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "image/png", "application/json", "video/mp4"})
  void onlyPagesAreArticles(String type) {
    site.on("/tin/1", LocalSite.bytes(type, PAGE.getBytes(StandardCharsets.UTF_8)));

    assertThat(refused("/tin/1")).isEqualTo(ProblemCode.WEB_LOAI_TEP);
  }

  @Test
  void robotsAreHonouredForPagesAndPictures() throws IOException {
    site.on(
        "/robots.txt",
        LocalSite.bytes(
            "text/plain", "User-agent: CachLamHay\nDisallow: /mat\nDisallow: /bai".getBytes()));
    site.on("/mat/1", LocalSite.page(PAGE));
    site.on("/tin/1", LocalSite.page(PAGE));
    site.on("/cu", LocalSite.redirect(302, "/mat/1"));

    assertThat(refused("/mat/1")).isEqualTo(ProblemCode.WEB_ROBOTS);
    assertThat(refused("/cu")).isEqualTo(ProblemCode.WEB_ROBOTS);
    try (Fetcher fetcher = fetcher(true)) {
      assertThat(fetcher.read(site.at("/tin/1")).files().open(site.at("/bai/anh.png"))).isEmpty();
    }
    assertThat(site.asked).doesNotContain("/mat/1", "/bai/anh.png");
  }

  @ParameterizedTest
  @CsvSource({"500, false", "503, false", "404, true", "403, true", "429, true"})
  void rulesThatCannotBeHad(int status, boolean allowed) {
    site.on("/robots.txt", exchange -> LocalSite.status(exchange, status));
    site.on("/tin/1", LocalSite.page(PAGE));

    if (allowed) {
      assertThat(read("/tin/1").html().text()).contains("Đồng Lạc");
    } else {
      assertThat(refused("/tin/1")).isEqualTo(ProblemCode.WEB_ROBOTS_HONG);
      assertThat(site.asked).containsExactly("/robots.txt");
    }
  }

  @Test
  void rulesMayHaveMoved() {
    site.on("/robots.txt", LocalSite.redirect(301, "/robots2.txt"));
    site.on("/robots2.txt", LocalSite.bytes("text/plain", "User-agent: *\nDisallow: /".getBytes()));
    site.on("/tin/1", LocalSite.page(PAGE));

    assertThat(refused("/tin/1")).isEqualTo(ProblemCode.WEB_ROBOTS);
  }

  @Test
  void anEndlessPageIsCutOff() {
    site.on(
        "/tin/1",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          byte[] block = "<p>Mãi mãi không hết.</p>".repeat(400).getBytes(StandardCharsets.UTF_8);
          while (true) {
            out.write(block);
          }
        });

    assertThat(refused("/tin/1")).isEqualTo(ProblemCode.WEB_QUA_LON);
  }

  @Test
  void aSmallAnswerThatUnpacksToMuchIsCutOff() throws IOException {
    byte[] bomb = LocalSite.zipped(200_000_000);
    assertThat(bomb.length).isLessThan(300_000);
    site.on(
        "/tin/1",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          LocalSite.bytes("text/html", bomb).to(exchange);
        });

    assertThat(refused("/tin/1")).isEqualTo(ProblemCode.WEB_QUA_LON);
  }

  @Test
  void anAnswerLetterByLetterIsNotWaitedFor() {
    site.on(
        "/tin/1",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody());
        });

    assertTooSlow();
  }

  @Test
  void noAnswerIsNotWaitedFor() {
    site.on("/tin/1", exchange -> drip(OutputStream.nullOutputStream()));

    assertTooSlow();
  }

  private void assertTooSlow() {
    site.on("/robots.txt", exchange -> LocalSite.status(exchange, 404));
    try (Fetcher fetcher = fetcher(IMPATIENT, true, Dns.SYSTEM)) {
      assertThat(refused(() -> fetcher.read(site.at("/tin/1")))).isEqualTo(ProblemCode.WEB_QUA_LAU);
    }
  }

  private static void drip(OutputStream out) throws IOException {
    try {
      for (int i = 0; i < 100; i++) {
        out.write('a');
        out.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPictureThatIsNotThereIsNoError() throws IOException {
    site.on("/tin/1", LocalSite.page(PAGE));
    site.on("/bai/lon.png", LocalSite.bytes("image/png", new byte[50_001]));
    site.on("/bai/trang.png", LocalSite.page(PAGE));
    try (Fetcher fetcher = fetcher(true)) {
      Manuscript page = fetcher.read(site.at("/tin/1"));

      for (String name : List.of("khong-co.png", "lon.png", "trang.png")) {
        assertThat(page.files().open(site.at("/bai/" + name))).as(name).isEmpty();
      }
      assertThat(page.files().open("file:///etc/passwd")).isEmpty();
    }
  }

  @Test
  void thePageItselfKnowsItsLettersBetterThanAWrongHead() {
    String html = "<meta charset='utf-8'>" + PAGE;
    site.on(
        "/tin/1",
        LocalSite.bytes("text/html; charset=iso-8859-1", html.getBytes(StandardCharsets.UTF_8)));
    site.on("/tin/2", LocalSite.bytes("text/html", PAGE.getBytes(StandardCharsets.UTF_16)));

    assertThat(read("/tin/1").html().text()).contains("Chi bộ thôn Đồng Lạc họp");
    assertThat(read("/tin/2").html().text()).contains("Chi bộ thôn Đồng Lạc họp");
  }
}
