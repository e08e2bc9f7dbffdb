package vn.cachlamhay.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.site.Chromium;
import vn.cachlamhay.site.Tab;

/**
 * nginx and Apache with the files that the bake made for them: at the root of a host and below
 * paths, with few redirects and with many, with compressed copies and without.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostServersIT {

  private static final String ARTICLE = "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html";
  private static final String TABLE = "so-lieu/xã.csv";
  private static final String PLAIN = "identity";

  @TempDir static Path folder;

  private final List<ServedSite> sites = new ArrayList<>();

  @BeforeAll
  void start() throws IOException {
    WebServer.require("/usr/bin/brotli");
    for (String kind : List.of("nginx", "apache")) {
      String copies = "host.precompressed=gz,br";
      sites.add(new ServedSite(folder.resolve(kind + 1), kind, "", copies, 0));
      sites.add(new ServedSite(folder.resolve(kind + 2), kind, "/cachlamhay", "", 250));
      sites.add(new ServedSite(folder.resolve(kind + 3), kind, "/cách-làm/hay", copies, 0));
    }
  }

  @AfterAll
  void stop() {
    sites.forEach(ServedSite::stop);
  }

  List<ServedSite> sites() {
    return sites;
  }

  List<ServedSite> withCopies() {
    return sites.stream().filter(ServedSite::hasCopies).toList();
  }

  List<ServedSite> withoutCopies() {
    return sites.stream().filter(site -> !site.hasCopies()).toList();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void leadsFromEveryFormerAddressToThePageOfToday(ServedSite site) {
    Map<String, String> redirects = site.redirects();
    assertThat(redirects).containsKeys(ServedSite.OLD_NAME, "muc/$cu/index.html");
    assertThat(redirects).containsKey("dia-phuong/sai-gon/index.html").hasSizeGreaterThan(80);
    redirects.forEach(
        (from, to) -> {
          HttpResponse<byte[]> answer = site.get(from);
          assertThat(answer.statusCode()).as(from).isEqualTo(301);
          String location = header(answer, "location");
          assertThat(location).as(from).matches("[!-~]+");
          URI target = URI.create(site.address()).resolve(location);
          assertThat(target.getPath())
              .isEqualTo(site.path() + "/" + to.replaceFirst("(^|/)index\\.html$", "$1"));
          assertThat(site.getPath(target.getPath()).statusCode()).as(location).isEqualTo(200);
          if (from.endsWith("/index.html")) {
            HttpResponse<byte[]> folder = site.get(from.replaceFirst("index\\.html$", ""));
            assertThat(folder.statusCode()).as(from).isEqualTo(301);
            assertThat(header(folder, "location")).endsWith(target.getRawPath());
          }
        });
  }

  /** A folder that is one of today too keeps what lies in it. */
  @ParameterizedTest
  @MethodSource("sites")
  void leadsOnlyThatAddressAway(ServedSite site) {
    assertThat(site.get("dia-phuong/sai-gon/feed.xml").statusCode()).isEqualTo(404);
    assertThat(site.get("dia-phuong/lang-son/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("sites")
  void showsItsOwnPageForWhatIsNotThere(ServedSite site) {
    for (String uri : List.of("khong-co.html", "a/b/không có/", "bai-viet/2018/khong-co.png")) {
      HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", PLAIN);
      assertThat(answer.statusCode()).as(uri).isEqualTo(404);
      assertThat(answer.body()).as(uri).isEqualTo(site.file("404.html"));
      assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
      assertSafe(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void sendsThePolicyOfThePagesWithEverything(ServedSite site) {
    String policy = PagePolicy.of(new String(site.file(ARTICLE), StandardCharsets.UTF_8));
    assertThat(policy).contains("default-src 'self'", "'sha256-");
    for (String uri : List.of("", ARTICLE, "sw.js", "css/portal.css", "feed.xml", "404.html")) {
      HttpResponse<byte[]> answer = site.get(uri);
      assertThat(answer.statusCode()).as(uri).isEqualTo(200);
      assertThat(answer.headers().allValues("content-security-policy"))
          .containsExactly(policy + "; frame-ancestors 'self'");
      assertSafe(answer);
    }
    assertSafe(site.get(ServedSite.OLD_NAME));
  }

  private static void assertSafe(HttpResponse<byte[]> answer) {
    assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("referrer-policy"))
        .containsExactly("strict-origin-when-cross-origin");
    assertThat(header(answer, "permissions-policy")).contains("camera=()", "geolocation=()");
    assertThat(header(answer, "content-security-policy")).contains("frame-ancestors 'self'");
  }

  /** What has a name of its own for ever must be asked for again each time. */
  @ParameterizedTest
  @MethodSource("sites")
  void asksAgainForEverythingButPictures(ServedSite site) {
    for (String uri : List.of("", ARTICLE, "sw.js", "css/portal.css", "tim-kiem/muc-luc.js")) {
      HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", "gzip");
      assertThat(answer.headers().allValues("cache-control")).as(uri).containsExactly("no-cache");
      var again = new ArrayList<>(List.of("Accept-Encoding", "gzip"));
      answer
          .headers()
          .firstValue("etag")
          .ifPresent(tag -> again.addAll(List.of("If-None-Match", tag)));
      again.addAll(List.of("If-Modified-Since", header(answer, "last-modified")));
      assertThat(site.get(uri, again.toArray(String[]::new)).statusCode()).as(uri).isEqualTo(304);
    }
    assertThat(header(site.get("bieu-tuong/192.png"), "cache-control")).isEqualTo("max-age=3600");
    assertThat(header(site.get("bieu-tuong/khong-co.png"), "cache-control", "no-cache"))
        .isEqualTo("no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html; charset=utf-8",
    "css/portal.css, text/css; charset=utf-8",
    "js/portal.js, text/javascript; charset=utf-8",
    "feed.xml, application/xml; charset=utf-8",
    "api/openapi.json, application/json; charset=utf-8",
    "manifest.webmanifest, application/manifest+json; charset=utf-8",
    "favicon.svg, image/svg+xml; charset=utf-8",
    "robots.txt, text/plain; charset=utf-8",
    "tài liệu/Số liệu #1 50%.csv, text/csv; charset=utf-8",
    "bieu-tuong/192.png, image/png"
  })
  void saysWhatEachFileIs(String uri, String type) {
    for (ServedSite site : sites) {
      HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", PLAIN);
      assertThat(answer.statusCode()).as(site + uri).isEqualTo(200);
      assertThat(header(answer, "content-type")).as(site.toString()).isEqualTo(type);
      assertThat(answer.body()).isEqualTo(site.file(uri));
    }
  }

  /** Pages of other sites may read what programs read, and nothing else. */
  @ParameterizedTest
  @MethodSource("sites")
  void opensDataToPagesOfOtherSites(ServedSite site) {
    List<String> open =
        List.of("feed.json", "portal.json", "api/topics.json", "api/articles/moi.json", TABLE);
    for (String encoding : List.of(PLAIN, "gzip, br")) {
      for (String uri : open) {
        HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", encoding);
        assertThat(answer.statusCode()).as(uri).isEqualTo(200);
        assertThat(answer.headers().allValues("access-control-allow-origin"))
            .as(uri)
            .containsExactly("*");
        assertThat(header(answer, "cache-control")).as(uri).isEqualTo("no-cache");
        assertSafe(answer);
      }
      for (String uri : List.of("", ARTICLE, "feed.xml", "bieu-tuong/192.png", "a/feed.json")) {
        assertThat(site.get(uri, "Accept-Encoding", encoding).headers().map())
            .as(uri)
            .doesNotContainKey("access-control-allow-origin");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void keepsToItselfWhatReadersNeedNot(ServedSite site) {
    for (String uri :
        List.of(
            ".portal/manifest",
            ".portal/kept/0a1b",
            ".portal/",
            ".portal-host/nginx.conf",
            ".portal-manifest",
            "bai-viet/.1f2e.portal-part",
            ".git/config",
            "khong-trang/",
            "anh-nho/")) {
      HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", PLAIN);
      assertThat(answer.statusCode()).as(uri).isEqualTo(404);
      assertThat(answer.body()).as(uri).isEqualTo(site.file("404.html"));
    }
    assertThat(site.get(".htaccess").statusCode()).isBetween(403, 404);
    assertThat(site.get(".well-known/security.txt").statusCode()).isEqualTo(200);
    assertThat(site.get("khong-trang/a.txt").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("withoutCopies")
  void compressesTexts(ServedSite site) {
    for (String uri : List.of("", ARTICLE, "css/portal.css", "js/portal.js", "feed.xml")) {
      HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", "gzip, br");
      assertThat(header(answer, "content-encoding")).as(uri).isEqualTo("gzip");
      assertThat(header(answer, "vary")).containsIgnoringCase("accept-encoding");
      assertThat(unzipped(answer.body())).isEqualTo(site.file(uri.isEmpty() ? "index.html" : uri));
    }
  }

  @ParameterizedTest
  @MethodSource("withCopies")
  void sendsTheCompressedCopies(ServedSite site) {
    for (String uri : List.of(ARTICLE, "css/portal.css", "js/portal.js", ServedSite.LIST)) {
      assertSends(site, uri, uri, "gzip", ".gz");
      assertSends(site, uri, uri, "gzip, deflate, br, zstd", ".br");
      assertSends(site, uri, uri, "gzip, br;q=0", ".gz");
      assertSends(site, uri, uri, PLAIN, "");
    }
    HttpResponse<byte[]> table = site.get(ServedSite.TABLE, "Accept-Encoding", "gzip");
    assertThat(unzipped(table.body())).isEqualTo(site.file(ServedSite.TABLE));
    assertSends(site, "", "index.html", "gzip, br", ".br");
    assertSends(site, "tin-tuc/", "tin-tuc/index.html", "gzip", ".gz");
    HttpResponse<byte[]> missing = site.get("khong-co", "Accept-Encoding", "gzip");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(unzipped(missing.body())).isEqualTo(site.file("404.html"));
  }

  private static void assertSends(
      ServedSite site, String uri, String file, String accepted, String ending) {
    HttpResponse<byte[]> answer = site.get(uri, "Accept-Encoding", accepted);
    String encoding = Map.of(".gz", "gzip", ".br", "br", "", "").get(ending);
    assertThat(answer.statusCode()).as(uri).isEqualTo(200);
    assertThat(header(answer, "content-encoding", "")).as(uri + accepted).isEqualTo(encoding);
    assertThat(answer.body()).as(uri).isEqualTo(site.file(file + ending));
    assertThat(header(answer, "content-type")).isEqualTo(header(site.get(uri), "content-type"));
    assertThat(header(answer, "vary")).containsIgnoringCase("accept-encoding");
    assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
  }

  /** Beside the site others may have theirs. */
  @ParameterizedTest
  @MethodSource("sites")
  void leavesTheRestOfTheHostAlone(ServedSite site) {
    if (!site.path().isEmpty()) {
      HttpResponse<byte[]> other = site.getPath("/khac.html");
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.headers().firstValue("content-security-policy")).isEmpty();
      assertThat(site.getPath(site.path()).statusCode()).isEqualTo(301);
    }
  }

  /** The header and what the page says itself hold together. */
  @ParameterizedTest
  @MethodSource("sites")
  void aBrowserHasNothingToComplainOf(ServedSite site) {
    try (Chromium chromium = Chromium.launch();
        Tab tab = chromium.open(site.address())) {
      for (String uri : List.of("", ARTICLE, "dia-phuong/", "tim-kiem/?q=dang+vien", "da-luu/")) {
        Page page = tab.go(uri);
        page.waitForLoadState();
        assertThat((boolean) page.evaluate("document.documentElement.className.includes('js')"))
            .isTrue();
      }
      tab.expectMissing();
      Page page = tab.go("a/b/c/khong-co");
      assertThat(
              (String)
                  page.evaluate(
                      "getComputedStyle(document.querySelector('.site-nav')).backgroundColor"))
          .isEqualTo("rgb(140, 23, 27)");
    }
  }

  private static byte[] unzipped(byte[] bytes) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    assertThat(answer.headers().firstValue(name)).as(answer.uri() + " " + name).isPresent();
    return answer.headers().firstValue(name).get();
  }

  private static String header(HttpResponse<byte[]> answer, String name, String otherwise) {
    return answer.headers().firstValue(name).orElse(otherwise);
  }
}
