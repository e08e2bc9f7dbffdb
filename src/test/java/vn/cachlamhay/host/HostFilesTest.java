package vn.cachlamhay.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Samples;

/** Which files there are for which host, and what the hosts without a server here are told. */
class HostFilesTest {

  private static final String HOST = "https://cachlamhay.example.vn";
  private static final List<Plan.Redirect> MOVES =
      List.of(
          new Plan.Redirect("tin/*1:2 $é.html", "bai-viet/a b.html"),
          new Plan.Redirect("dia-phuong/sai-gon/index.html", "dia-phuong/x/index.html"));

  @Test
  void eachHostHasItsFiles() {
    assertThat(files(HOST, "nginx")).containsOnlyKeys(".portal-host/nginx.conf");
    assertThat(files(HOST, "apache")).containsOnlyKeys(".htaccess");
    assertThat(files(HOST, "iis")).containsOnlyKeys("web.config");
    assertThat(files(HOST, "iis", "iis-rewrite")).containsOnlyKeys("web.config");
    assertThat(files(HOST, "netlify")).containsOnlyKeys("_headers", "_redirects");
    assertThat(files(HOST, "cloudflare")).containsOnlyKeys("_headers", "_redirects");
    assertThat(files(HOST, "github")).containsOnlyKeys(".nojekyll", "CNAME");
    assertThat(files(HOST)).isEmpty();
  }

  /** As it was before hosts could be named. */
  @Test
  void aSiteThatNamesNoneHasItsRedirects() {
    var made = new HostFiles(Samples.portal(HOST, 10, Hosting.NONE), MOVES, "", true);
    assertThat(made.files()).hasSize(1);
    assertThat(made.files().get(0).uri()).isEqualTo("_redirects");
    assertThat(made.files().get(0).text().get())
        .isEqualTo(
            """
            /dia-phuong/sai-gon/ /dia-phuong/x/ 301
            /tin/%2A1%3A2%20$%C3%A9.html /bai-viet/a%20b.html 301
            """);
    assertThat(new HostFiles(Samples.portal(HOST, 10, Hosting.NONE), List.of(), "", true).files())
        .isEmpty();
  }

  @Test
  void redirectsStandBelowThePathOfTheSite() {
    String path = HOST + "/bao/tỉnh";
    assertThat(files(path, "cloudflare").get("_redirects"))
        .startsWith("/bao/t%E1%BB%89nh/dia-phuong/sai-gon/ /bao/t%E1%BB%89nh/dia-phuong/x/ 301\n");
    assertThat(files(path, "cloudflare").get("_headers")).contains("\n/bao/t%E1%BB%89nh/*\n");
    assertThat(files(path, "apache").get(".htaccess"))
        .contains(
            "ErrorDocument 404 /bao/t%E1%BB%89nh/404.html\n",
            "Redirect 301 \"/bao/tỉnh/dia-phuong/sai-gon/index.html\""
                + " \"/bao/t%E1%BB%89nh/dia-phuong/x/\"\n");
    assertThat(files(path, "nginx").get(".portal-host/nginx.conf"))
        .contains("location \"/bao/tỉnh/\" {\n", "  error_page 404 \"/bao/tỉnh/404.html\";\n");
  }

  /** What nginx would take for a variable, or for the end of a text. */
  @Test
  void nothingInAnAddressCanBeReadAsNginxItself() {
    var moves = List.of(new Plan.Redirect("a\";}x{$b.html", "bai-viet/$uri.html"));
    String text = files(HOST, moves, "nginx").get(".portal-host/nginx.conf");
    assertThat(text).doesNotContain("x{$b").doesNotContain("/$uri");
    moves = List.of(new Plan.Redirect("a;}x{b.html", "bai-viet/$uri.html"));
    assertThat(files(HOST, moves, "nginx").get(".portal-host/nginx.conf"))
        .contains("location = \"/a;}x{b.html\" { return 301 \"/bai-viet/%24uri.html\"; }\n");
  }

  /** Pages of other sites may read data, wherever they lie; other headers are for all files. */
  @Test
  void dataAreOpenToPagesOfOtherSites() {
    assertThat(files(HOST + "/bao", "cloudflare").get("_headers"))
        .contains(
            "\n/bao/api/*\n  Access-Control-Allow-Origin: *\n",
            "\n/bao/so-lieu/*\n  Access-Control-Allow-Origin: *\n",
            "\n/bao/feed.json\n  Access-Control-Allow-Origin: *\n",
            "\n/bao/portal.json\n  Access-Control-Allow-Origin: *\n");
    assertThat(files(HOST, "iis").get("web.config"))
        .contains(
            "<location path=\"api\">",
            "<location path=\"so-lieu\">",
            "<location path=\"feed.json\">",
            "<location path=\"portal.json\">",
            "<add name=\"Access-Control-Allow-Origin\" value=\"*\" />");
  }

  /** On Netlify a file goes before a rule without the mark, which Cloudflare does not know. */
  @Test
  void netlifyAloneIsToldToPreferTheRule() {
    assertThat(files(HOST, "netlify").get("_redirects")).contains("/x/ 301!\n");
    assertThat(files(HOST, "netlify", "cloudflare").get("_redirects")).contains("/x/ 301\n");
  }

  @Test
  void whatCloudflareWouldNotReadIsLeftOutAndTold() {
    List<Plan.Redirect> many = many(2345);
    var made = made(HOST, many, "cloudflare");
    assertThat(texts(made).get("_redirects").lines()).hasSize(PagesFiles.MOST_REDIRECTS);
    assertThat(made.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo(ProblemCode.MAY_CHU_BO_LAI);
              assertThat(notice.args()).containsExactly("cloudflare", "345");
            });
    assertThat(made(HOST, many, "netlify").notices()).isEmpty();
  }

  /** The limits of Cloudflare's documentation, for this and any policy. */
  @Test
  void cloudflareReadsEveryLine() {
    var moves = new ArrayList<>(many(50));
    moves.add(new Plan.Redirect("tin/" + "ổ".repeat(120) + ".html", "bai-viet/a.html"));
    moves.addAll(MOVES);
    var config = Samples.portal(HOST, 10, hosting("cloudflare"));
    for (String policy : List.of("", "default-src 'self'", "img-src " + "x".repeat(3000))) {
      Map<String, String> files = texts(new HostFiles(config, moves, policy, true));
      assertThat(CloudflareLimits.redirects(files.get("_redirects"))).isEmpty();
      assertThat(CloudflareLimits.headers(files.get("_headers"))).isEmpty();
    }
    assertThat(CloudflareLimits.redirects("/a/* /b 301!\n/a b c d\n")).hasSize(3);
  }

  @Test
  void aFewRedirectsStandInOneFileOfApacheAndManyWhereTheyBelong() {
    assertThat(files(HOST, many(ApacheFiles.FEW), "apache")).containsOnlyKeys(".htaccess");
    var more = new ArrayList<>(many(ApacheFiles.FEW));
    more.addAll(MOVES);
    more.add(new Plan.Redirect("cu.html", "index.html"));
    Map<String, String> files = files(HOST, more, "apache");
    assertThat(files)
        .containsOnlyKeys(
            ".htaccess", "cu/.htaccess", "tin/.htaccess", "dia-phuong/sai-gon/.htaccess");
    assertThat(files.get(".htaccess")).contains("Redirect 301 \"/cu.html\" \"/\"\n");
    assertThat(files.get(".htaccess")).doesNotContain("sai-gon");
    assertThat(files.get("dia-phuong/sai-gon/.htaccess"))
        .isEqualTo(
            """
            <IfModule mod_alias.c>
              Redirect 301 "/dia-phuong/sai-gon/index.html" "/dia-phuong/x/"
            </IfModule>
            """);
  }

  @Test
  void theDomainOfGithubIsThatOfTheSite() {
    assertThat(files(HOST, "github").get("CNAME")).isEqualTo("cachlamhay.example.vn\n");
    for (String host : List.of("", "https://xyz.github.io", HOST + "/hay", HOST + ":8080")) {
      assertThat(files(host, "github")).as(host).containsOnlyKeys(".nojekyll");
    }
  }

  private static List<Plan.Redirect> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Plan.Redirect("cu/%05d.html".formatted(i), "bai-viet/%d.html".formatted(i)))
        .toList();
  }

  private static Hosting hosting(String... kinds) {
    return new Hosting(true, List.of(kinds), List.of());
  }

  private static HostFiles made(String host, List<Plan.Redirect> moves, String... kinds) {
    return new HostFiles(Samples.portal(host, 10, hosting(kinds)), moves, "a", true);
  }

  private static Map<String, String> files(String host, String... kinds) {
    return files(host, MOVES, kinds);
  }

  private static Map<String, String> files(
      String host, List<Plan.Redirect> moves, String... kinds) {
    return texts(made(host, moves, kinds));
  }

  private static Map<String, String> texts(HostFiles made) {
    var texts = new TreeMap<String, String>();
    made.files().forEach(file -> texts.put(file.uri(), file.text().get()));
    return texts;
  }
}
