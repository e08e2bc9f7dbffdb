package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Content Security Policy stands in the template, and reaches hosts from there. */
class HostFilesTest {

  private static final Pattern IN_PAGES =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">");
  private static final Pattern INLINE = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"_headers", ".htaccess", "web.config", ".portal-host/nginx.conf"})
  void hostsSendThePolicyOfThePages(String file) throws IOException {
    assertThat(SiteFixture.plain().text(file)).contains(policy() + "; frame-ancestors 'self'");
  }

  @Test
  void nothingUnsafeIsAllowed() throws IOException {
    assertThat(policy()).contains("default-src 'self'", "object-src 'none'", "base-uri 'none'");
    assertThat(policy()).doesNotContain("unsafe", "data:", "blob:", "*");
  }

  /** A script within a page is allowed by its hash. */
  @Test
  void inlineScriptsAreThoseOfThePolicy() throws Exception {
    Matcher script = INLINE.matcher(template());
    while (script.find()) {
      assertThat(policy()).contains("'sha256-" + hash(script.group(1)) + "'");
    }
  }

  private static String policy() throws IOException {
    Matcher policy = IN_PAGES.matcher(template());
    assertThat(policy.find()).isTrue();
    return policy.group(1);
  }

  private static String hash(String script) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static String template() throws IOException {
    return Files.readString(Path.of("templates/layout.ftlh"));
  }
}
