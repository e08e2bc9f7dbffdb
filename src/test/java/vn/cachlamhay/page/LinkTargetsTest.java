package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;

/** What links in articles mean, and what is printed for them. */
class LinkTargetsTest {

  private static final Article PAGE =
      Samples.article("a").uri("bai-viet/2018/bac-son.html").build();
  private static final Pattern SCHEME = Pattern.compile("^[\\x00-\\x20]*[A-Za-z][A-Za-z0-9+.-]*:");

  private final LinkTargets targets =
      new LinkTargets(
          Samples.library(
              List.of(
                  PAGE,
                  Samples.article("b").uri("bai-viet/2018/long-dong.html").build(),
                  Samples.article("c").uri("bai-viet/2019/chau-son.html").build(),
                  Samples.article("d").uri("gioi-thieu.html").build()),
              "bai-viet/2018/anh/so-lieu.svg",
              "bai-viet/2018/so lieu.csv",
              "tep/mau.pdf"),
          "content");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          long-dong.md               | bai-viet/2018/long-dong.html  | long-dong.html
          ./long-dong.md             | bai-viet/2018/long-dong.html  | long-dong.html
          long-dong.html             | bai-viet/2018/long-dong.html  | long-dong.html
          ../2019/chau-son.md        | bai-viet/2019/chau-son.html   | ../2019/chau-son.html
          ../2019/chau-son.html      | bai-viet/2019/chau-son.html   | ../2019/chau-son.html
          /bai-viet/2019/chau-son.md | bai-viet/2019/chau-son.html   | ../2019/chau-son.html
          /bai-viet/2019/chau-son.html | bai-viet/2019/chau-son.html | ../2019/chau-son.html
          ../../gioi-thieu.md        | gioi-thieu.html               | ../../gioi-thieu.html
          /gioi-thieu.md             | gioi-thieu.html               | ../../gioi-thieu.html
          /                          | index.html                    | ../../index.html
          /chu-de/                   | chu-de/index.html             | ../../chu-de/index.html
          ../                        | bai-viet/index.html           | ../index.html
          ./                         | bai-viet/2018/index.html      | index.html
          /chu-de/dan-van/index.html | chu-de/dan-van/index.html     | ../../chu-de/dan-van/index.html
          anh/so-lieu.svg            | bai-viet/2018/anh/so-lieu.svg | anh/so-lieu.svg
          tep/mau.pdf                | tep/mau.pdf                   | ../../tep/mau.pdf
          /tep/mau.pdf               | tep/mau.pdf                   | ../../tep/mau.pdf
          khong-co.md                | bai-viet/2018/khong-co.md     | khong-co.md
          /khong-co/                 | khong-co/index.html           | ../../khong-co/index.html
          bac-son.md                 | bai-viet/2018/bac-son.html    | bac-son.html
          """)
  void resolvesPaths(String written, String target, String href) {
    assertThat(targets.resolve(PAGE, written))
        .isEqualTo(new LinkTargets.Target.Internal(target, "", ""));
    assertThat(targets.href(PAGE, written)).isEqualTo(href);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          #ket-qua                  | bai-viet/2018/bac-son.html   | ket-qua | #ket-qua
          bac-son.md#ket-qua        | bai-viet/2018/bac-son.html   | ket-qua | #ket-qua
          long-dong.md#a            | bai-viet/2018/long-dong.html | a       | long-dong.html#a
          /tim-kiem/?q=x            | tim-kiem/index.html          | ``      | ../../tim-kiem/index.html?q=x
          /tim-kiem/index.html?q=x#k | tim-kiem/index.html         | k       | ../../tim-kiem/index.html?q=x#k
          ?q=x                      | bai-viet/2018/bac-son.html   | ``      | bac-son.html?q=x
          #k%E1%BA%BFt              | bai-viet/2018/bac-son.html   | kết     | #k%E1%BA%BFt
          """)
  void keepsQueryAndFragment(String written, String target, String fragment, String href) {
    assertThat(targets.resolve(PAGE, written))
        .isInstanceOfSatisfying(
            LinkTargets.Target.Internal.class,
            internal -> {
              assertThat(internal.uri()).isEqualTo(target);
              assertThat(internal.fragment()).isEqualTo(fragment);
            });
    assertThat(targets.href(PAGE, written)).isEqualTo(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.vn/a b",
        "http://example.vn",
        "mailto:bientap@example.vn",
        "tel:+842438000000",
        "//example.vn/x.png",
        "HTTPS://EXAMPLE.VN/#x",
      })
  void leavesOtherAddressesAlone(String written) {
    assertThat(targets.resolve(PAGE, written)).isEqualTo(new LinkTargets.Target.External(written));
    assertThat(targets.href(PAGE, written)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"so%20lieu.csv", "so lieu.csv", "./so%20lieu.csv"})
  void findsFilesWithASpaceInTheirName(String written) {
    assertThat(targets.resolve(PAGE, written))
        .isEqualTo(new LinkTargets.Target.Internal("bai-viet/2018/so lieu.csv", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%.md", "%zz.md", "%"})
  void aStrayPerCentSignStandsForItself(String written) {
    assertThat(targets.resolve(PAGE, written))
        .isEqualTo(new LinkTargets.Target.Internal("bai-viet/2018/" + written, "", ""));
  }

  /** A printed link is an address, in which these signs must stay encoded to mean the file. */
  @ParameterizedTest
  @CsvSource({
    "a%23b.csv, a#b.csv",
    "a%3Fb.csv, a?b.csv",
    "a%2523b.csv, a%23b.csv",
    "/tep/a%23b.csv, a#b.csv",
  })
  void printsLinksThatLeadToTheFile(String written, String name) {
    String uri = written.startsWith("/") ? "tep/" + name : "bai-viet/2018/" + name;
    var file = new StaticFile(uri, Path.of("/site/assets/x"), 1);
    var library =
        new Library(
            List.of(PAGE), Map.of(), Map.of(), List.of(), new StaticFiles(Map.of(uri, file)));
    String href = new LinkTargets(library, "content").href(PAGE, written);
    java.net.URI address =
        java.net
            .URI
            .create("https://site.invalid/" + PAGE.uri())
            .resolve(java.net.URI.create(href.replace(" ", "%20")));
    assertThat(address.getPath()).as(href).isEqualTo("/" + uri);
  }

  @Test
  void knowsTheAddressesOfDraftsAndBrokenArticles() {
    Article draft = Samples.article("n").uri("bai-viet/2018/nhap.html").build();
    var library =
        new Library(
            List.of(PAGE),
            Map.of(draft.source(), draft),
            Map.of("content/bai-viet/2018/hong.md", "bai-viet/2018/hong.html"),
            List.of(),
            new StaticFiles(Map.of()));
    var known = new LinkTargets(library, "content");
    assertThat(known.href(PAGE, "nhap.md")).isEqualTo("nhap.html");
    assertThat(known.href(PAGE, "hong.md")).isEqualTo("hong.html");
  }

  /**
   * The cleaning has judged the address as it was written; a link that was relative then must not
   * become a script by being put right afterwards.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript%3Aalert(1)",
        "javascript%3aalert(1)",
        "./javascript:alert(1)",
        "JavaScript%3Aalert(1)//",
        "%6Aavascript%3Aalert(1)",
        "java%09script%3Aalert(1)",
        "data%3Atext/html,x",
        "../2018/vbscript:x",
        "%2F%2Fevil.invalid/x",
        "/%2Fevil.invalid/x",
        "/javascript%3Aalert(1)",
        "%01javascript%3Aalert(1)",
      })
  void neverPrintsAnAddressOfAnotherKindThanWasWritten(String written) {
    for (Article page : List.of(PAGE, Samples.article("d").uri("gioi-thieu.html").build())) {
      String href = targets.href(page, written);
      assertThat(SCHEME.matcher(href.replaceAll("[\\t\\n\\r]", "")).find()).as(href).isFalse();
      assertThat(href).doesNotStartWith("//");
    }
  }

  @Property(tries = 3000, seed = "20180912")
  void neverPrintsASchemeThatWasNotWritten(@ForAll("addresses") String written) {
    if (targets.resolve(PAGE, written) instanceof LinkTargets.Target.Internal) {
      String href = targets.href(PAGE, written);
      assertThat(SCHEME.matcher(href.replaceAll("[\\t\\n\\r]", "")).find()).as(href).isFalse();
      assertThat(href).doesNotStartWith("//");
    }
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.of(
            "javascript",
            "data",
            "a",
            ":",
            "%3A",
            "/",
            "%2F",
            ".",
            "..",
            "../",
            "./",
            "#",
            "?",
            "%23",
            "%25",
            "%09",
            " ",
            "+",
            "x.md",
            "index.html",
            "ế",
            "%E1%BA%BF",
            "%")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
