package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/index.html, /index.html",
    "//bai-viet///a.html, /bai-viet/a.html",
    "/tin-tuc/, /tin-tuc/",
    "/t%E1%BB%87p/b%C3%A1o%20c%C3%A1o.pdf, /tệp/báo cáo.pdf",
    "/a+b.html, /a+b.html",
    "/50%25.html, /50%.html",
    "/.well-known/security.txt, /.well-known/security.txt",
    "/conference.html, /conference.html",
    "/com10.html, /com10.html"
  })
  void readsWhatBrowsersSend(String raw, String path) {
    assertThat(RequestPath.of(raw)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "index.html",
        "*",
        "/..",
        "/../jbake.properties",
        "/a/../../x",
        "/./a",
        "/%2e%2e/x",
        "/%2E./x",
        "/..%2fx",
        "/..%5cx",
        "/a%2Fb",
        "/a%5Cb",
        "/a\\b",
        "/..\\x",
        "/a%00.html",
        "/a%0d%0aX: y",
        "/%c0%ae%c0%ae/x",
        "/%e0%80%ae/x",
        "/%ff",
        "/%",
        "/%4",
        "/%zz",
        "/c:/windows/win.ini",
        "/a.html::$DATA",
        "/a.html:x",
        "/con",
        "/CON.html",
        "/a/nul.txt",
        "/aux",
        "/com1.html",
        "/LPT9",
        "/com%C2%B9",
        "/index.html.",
        "/index.html%20",
        "/a./b",
        "/.git/config",
        "/.portal-manifest",
        "/.portal-staging/x"
      })
  void refusesWhatTheyDoNot(String raw) {
    assertThat(RequestPath.of(raw)).isEmpty();
  }

  @Property
  void staysInsideWhateverIsAsked(
      @ForAll
          @StringLength(max = 40)
          @Chars({'.', '/', '%', '2', 'e', 'f', '5', 'c', '\\', 'a', ':'})
          String raw) {
    Path folder = Path.of("/a/b/c").toAbsolutePath();
    RequestPath.of("/" + raw)
        .ifPresent(
            path -> {
              assertThat(path).doesNotContain("\\", ":", "//");
              assertThat(path.split("/")).doesNotContain(".", "..");
              assertThat(folder.resolve(path.substring(1)).normalize()).startsWithRaw(folder);
            });
  }

  @Property
  void readsAnythingWithoutFailing(@ForAll String raw) {
    RequestPath.of(raw).ifPresent(path -> assertThat(path).startsWith("/"));
    RequestPath.query(raw);
  }

  @ParameterizedTest
  @CsvSource({"a=1&b=2, b, 2", "q=b%C3%A1o+c%C3%A1o, q, báo cáo", "a, a, ''", "a=1&a=2, a, 2"})
  void readsQueries(String raw, String name, String value) {
    assertThat(RequestPath.query(raw).orElseThrow()).containsEntry(name, value);
  }
}
