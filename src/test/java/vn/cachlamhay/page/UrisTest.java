package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses below the site root, and the ways between them. */
class UrisTest {

  @Property(tries = 2000, seed = "20180912")
  void aRelativeLinkLeadsToItsTarget(@ForAll("uris") String from, @ForAll("uris") String to) {
    String link = Uris.relative(from, to);
    assertThat(link).isNotEmpty().doesNotStartWith("/");
    assertThat(URI.create("https://site.invalid/" + from).resolve(link))
        .isEqualTo(URI.create("https://site.invalid/" + to));
  }

  @Property(seed = "20180912")
  void theWayUpLeadsToTheRoot(@ForAll("uris") String from) {
    URI page = URI.create("https://site.invalid/" + from);
    assertThat(page.resolve(Uris.root(from) + "index.html"))
        .isEqualTo(URI.create("https://site.invalid/index.html"));
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, index.html, index.html",
    "index.html, a/b.html, a/b.html",
    "a/b.html, index.html, ../index.html",
    "a/b.html, a/c.html, c.html",
    "a/b.html, a/b/c.html, b/c.html",
    "a/b/c.html, a/d/e.html, ../d/e.html",
    "ab/c.html, a/c.html, ../a/c.html",
    "a/a/a.html, a/a.html, ../a.html",
  })
  void theLinkIsTheShortest(String from, String to, String link) {
    assertThat(Uris.relative(from, to)).isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.vn, index.html, https://x.vn/",
    "https://x.vn, a/index.html, https://x.vn/a/",
    "https://x.vn, a/b.html, https://x.vn/a/b.html",
    "https://x.vn, a/myindex.html, https://x.vn/a/myindex.html",
    "https://x.vn/blog, index.html, https://x.vn/blog/",
    "'', a/b.html, ''",
  })
  void anAbsoluteAddressIsThatOfTheFolder(String host, String uri, String address) {
    assertThat(Uris.absolute(host, uri)).isEqualTo(address);
  }

  @Provide
  Arbitrary<String> uris() {
    Arbitrary<String> parts = Arbitraries.of("a", "b", "c", "ab", "index", "2018");
    return parts.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join("/", list) + ".html");
  }
}
