package vn.cachlamhay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;

/** Finished pages are looked at as a reader's browser would. */
class PageCheckTest {

  private final PageCheck check = new PageCheck();

  @BeforeEach
  void site() {
    check.add("index.html", html("<p id=\"dau\">x</p>"));
    check.add("a/index.html", html("<p id=\"muc\">x</p><p id=\"đích\">y</p>"));
    check.add("a/b.html", html("x"));
    check.add("anh/bắc sơn.svg", new byte[0]);
    check.add("css/x.css", new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.html",
        "./b.html",
        "../index.html",
        "..",
        "../",
        "./",
        ".",
        "index.html#muc",
        "./#muc",
        "../a/#muc",
        "/a/b.html",
        "/",
        "#tu",
        "#",
        "",
        "?q=x",
        "b.html?q=x",
        "../index.html?q=1#dau",
        "index.html#đích",
        "index.html#%C4%91%C3%ADch",
        "../anh/b%E1%BA%AFc%20s%C6%A1n.svg",
        "../anh/bắc sơn.svg",
        " b.html ",
        "https://example.vn/khong-co",
        "https://example.vn/a|b?c={d}",
        "//example.vn/x",
        "mailto:a@example.vn",
        "tel:+84 24 38000000",
        "data:image/svg+xml,<svg/>",
        "javascript:void(0)",
      })
  void isContentWithLinksThatLeadSomewhere(String link) {
    assertThat(problems("<p id=\"tu\">x</p><a href=\"%s\">x</a>".formatted(link))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "khong-co.html",
        "../khong-co/",
        "/khong-co",
        "b.htm",
        "B.html",
        "../../../index.htm",
        "css/x.css",
        "a/b.html",
      })
  void tellsLinksThatLeadNowhere(String link) {
    assertThat(problems("<a href=\"%s\">x</a>".formatted(link)))
        .containsExactly(
            Problem.of(ProblemCode.TRANG_CO_LIEN_KET_HONG, SourcePos.ofFile("a/trang.html"), link));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#khong-co", "index.html#khong-co", "../#muc", "b.html#x"})
  void tellsAnchorsThatAreNotThere(String link) {
    assertThat(problems("<a href=\"%s\">x</a>".formatted(link)))
        .containsExactly(
            Problem.of(ProblemCode.TRANG_CO_NEO_HONG, SourcePos.ofFile("a/trang.html"), link));
  }

  @Test
  void looksAtPicturesFormsScriptsAndStylesToo() {
    assertThat(
            problems(
                "<img src=1.png><form action=2.html></form><script src=3.js></script>"
                    + "<link rel=stylesheet href=4.css><video poster=5.png src=6.mp4></video>"))
        .extracting(problem -> problem.args().get(0))
        .containsExactlyInAnyOrder("1.png", "2.html", "3.js", "4.css", "5.png", "6.mp4");
  }

  /** A link of a query or of nothing leads to the page itself, whatever lies beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"?q=x", "", "#", "?q=x#tu"})
  void takesALinkWithoutAPathForThePageItself(String link) {
    check.add("le/trang.html", html("<p id=tu>x</p><a href=\"%s\">x</a>".formatted(link)));
    var problems = new Problems();
    check.report(Set.of(), problems);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void countsTheLinksThatItLookedAt() {
    problems("<a href=b.html>x</a><a href=b.html>y</a><img src=z.png>");
    assertThat(check.links()).isEqualTo(3);
  }

  private List<Problem> problems(String body) {
    check.add("a/trang.html", html(body));
    var problems = new Problems();
    check.report(Set.of(), problems);
    return problems.sorted();
  }

  private static byte[] html(String body) {
    return ("<!DOCTYPE html><html lang=\"vi\"><head><title>T</title></head><body>"
            + body
            + "</body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
