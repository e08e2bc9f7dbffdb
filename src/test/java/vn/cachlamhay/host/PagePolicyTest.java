package vn.cachlamhay.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says of itself, however it is written. */
class PagePolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; img-src *\">",
        "<META content=\"default-src 'self'; img-src *\" HTTP-EQUIV=content-security-policy />",
        "<meta http-equiv='Content-Security-Policy' content=\"default-src &#39;self&#39;; img-src *;\">",
        "<meta http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'self';\n   img-src *\n\">"
      })
  void findsThePolicyOfAPage(String meta) {
    String html = "<html><head><meta charset=\"utf-8\">" + meta + "</head><body></body></html>";
    assertThat(PagePolicy.of(html)).isEqualTo("default-src 'self'; img-src *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<head><meta name=\"description\" content=\"Content-Security-Policy\"></head>",
        "<head></head><body><meta http-equiv=\"Content-Security-Policy\" content=\"x\"></body>"
      })
  void aPageMayHaveNone(String html) {
    assertThat(PagePolicy.of(html)).isEmpty();
    assertThat(PagePolicy.sent("")).isEqualTo("frame-ancestors 'self'");
  }

  @Test
  void whoMayFrameAPageIsAddedOnce() {
    assertThat(PagePolicy.sent("a")).isEqualTo("a; frame-ancestors 'self'");
    assertThat(PagePolicy.sent("frame-ancestors 'none'")).isEqualTo("frame-ancestors 'none'");
  }

  /** It becomes a line of a configuration, which no template may end early. */
  @Test
  void nothingCanEndTheLine() {
    String html = "<meta http-equiv='Content-Security-Policy' content='a &quot;; x\\ \u00e1 {b}'>";
    assertThat(PagePolicy.of(html)).isEqualTo("a ; x  {b}");
  }
}
