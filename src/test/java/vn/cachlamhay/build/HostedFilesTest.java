package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/** Files for hosts in a site that changes. */
class HostedFilesTest {

  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void prepare() throws IOException {
    site = TestSite.copyOf("portal-small", folder);
  }

  @Test
  void aTemplateWithAPolicyIsEnough() throws IOException {
    site.bake();
    assertThat(file("_headers")).contains("  Content-Security-Policy: frame-ancestors 'self'\n");
    Path frame = folder.resolve("templates/frame.ftlh");
    String before = Files.readString(frame);
    site.write("templates/frame.ftlh", before.replaceFirst("<head>", "<head>" + POLICY)).bake();
    for (String uri : Set.of("_headers", ".htaccess", "web.config", ".portal-host/nginx.conf")) {
      assertThat(file(uri)).contains("default-src 'self'; frame-ancestors 'self'");
    }
    site.write("templates/frame.ftlh", before).bake();
    assertThat(file("_headers")).doesNotContain("default-src");
  }

  /** Where the page with the policy is kept as it is, the policy is too. */
  @Test
  void aNewAliasWritesThePageAndTheFilesOfHosts() throws IOException {
    String before = Files.readString(folder.resolve("templates/frame.ftlh"));
    site.write("templates/frame.ftlh", before.replaceFirst("<head>", "<head>" + POLICY));
    site.bake();
    Map<String, String> first = site.pages();
    String article = Files.readString(folder.resolve("content/bai-viet/2018/tin-1.md"));
    site.write(
            "content/bai-viet/2018/tin-1.md",
            article.replaceFirst("type=post\n", "type=post\naliases=/cũ/tin 1.html\n"))
        .bake();
    var changed = new TreeMap<>(site.pages());
    changed.entrySet().removeIf(entry -> entry.getValue().equals(first.get(entry.getKey())));
    assertThat(changed)
        .containsOnlyKeys(
            "cũ/tin 1.html", "_redirects", ".htaccess", "web.config", ".portal-host/nginx.conf");
    assertThat(changed.get(".htaccess"))
        .contains("default-src 'self'", "Redirect 301 \"/cũ/tin 1.html\"");
    assertThat(changed.get("_redirects")).contains("/c%C5%A9/tin%201.html /bai-viet/2018/tin-1.");
  }

  @Test
  void aFileOfTheSitesOwnGoesBeforeOurs() throws IOException {
    site.write("assets/.htaccess", "Options -Indexes\n");
    BuildReport report = site.bake();
    assertThat(report.problems())
        .extracting(Problem::code)
        .containsOnlyOnce(ProblemCode.MAY_CHU_TEP_RIENG);
    assertThat(report.hasErrors()).isFalse();
    assertThat(file(".htaccess")).isEqualTo("Options -Indexes\n");
  }

  @Test
  void filesGoWithTheNamesOfTheirHosts() throws IOException {
    site.bake();
    String settings = Files.readString(folder.resolve("jbake.properties"));
    site.write("jbake.properties", settings.replaceFirst("(?m)^host.files=.*$", "host.files=iis"));
    site.bake();
    assertThat(site.pages()).containsKey("web.config");
    assertThat(site.pages())
        .doesNotContainKeys(".htaccess", "_headers", "_redirects", ".nojekyll", "CNAME")
        .doesNotContainKey(".portal-host/nginx.conf");
    site.write("jbake.properties", settings.replaceFirst("(?m)^host.files=.*\n", "")).bake();
    assertThat(site.pages()).containsKey("_redirects").doesNotContainKeys("_headers", "web.config");
  }

  private String file(String uri) throws IOException {
    return Files.readString(folder.resolve("output").resolve(uri));
  }
}
