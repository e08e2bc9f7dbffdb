package vn.cachlamhay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attributes are those that a parser finds that makes a whole tree. */
class TagReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chữ không có thẻ < 5 và > 3",
        "<p>a<p id=b>",
        "<a href=\"a.html\">x</a>",
        "<A HREF='a.html' ID = \"Mục\">x</A>",
        "<a href=a.html?x=1&y=2#z>x</a>",
        "<a href=\"a.html?x=1&amp;y=2\" title=\"a > b\">x</a>",
        "<a\n  href=\"a.html\"\n\n>x</a>",
        "<a href>x</a><a href=>y</a><a href=\"\">z</a>",
        "<a href=\"&#7843;nh&nbsp;b&igrave;a.html\">x</a>",
        "<img src=a.png/><br/><img src='b.png'/>",
        "<!-- <a href=\"a.html\"> --><a href=b.html>x</a>",
        "<!doctype html><html lang=vi><head><title>a <b id=x></title></head><body>",
        "<script src=a.js>if (a < b) { c = '<a href=\"x\">'; }</script><a href=b.html>x</a>",
        "<style>a::before { content: '<a href=x>' }</style><a href=b.html>x</a>",
        "<textarea name=a><a href=x></textarea><a href=b.html>x</a>",
        "<SCRIPT>x</SCRIPT ><a href=b.html>x</a>",
        "<svg viewBox='0 0 1 1'><use href='#a'/><title>x</title></svg>",
        "<p data-x='{\"a\": \"<b id=y>\"}' id=z>",
        "<a href='a.html'id=b class=c>x</a>",
        "</p><a href=b.html>x</a></a href=c.html>",
        "<"
      })
  void asInATree(String html) {
    var seen = new ArrayList<String>();
    TagReader.read(html, (name, value) -> seen.add(name + "=" + value));
    var expected = new ArrayList<String>();
    for (Element element : Jsoup.parse(html).getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        if (!attribute.getKey().startsWith("#")) {
          expected.add(
              attribute.getKey().toLowerCase(java.util.Locale.ROOT) + "=" + attribute.getValue());
        }
      }
    }

    assertThat(seen).isEqualTo(expected);
  }
}
