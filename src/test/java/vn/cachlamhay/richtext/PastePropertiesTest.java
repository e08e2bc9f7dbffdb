package vn.cachlamhay.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Whatever was typed comes out as it was typed, and whatever was pasted is harmless. */
class PastePropertiesTest {

  private static final String[] PIECES = {
    "Đảng",
    "viên",
    "a",
    "ộ",
    "1",
    "25",
    " ",
    " ",
    " ",
    "*",
    "**",
    "_",
    "__",
    "#",
    "# ",
    "## ",
    "-",
    "- ",
    "--- ",
    "+ ",
    "1. ",
    "2) ",
    "10.",
    ">",
    "> ",
    "<",
    "<b>",
    "</p>",
    "<!--",
    "&",
    "&amp;",
    "&#60;",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[^1]",
    "[^",
    "]:",
    "!",
    "![",
    "`",
    "```",
    "~~~",
    "~",
    "|",
    "|---|",
    ":--",
    "===",
    "\\",
    "\\*",
    ":",
    "\"",
    "'",
    "%",
    "{",
    "}",
    "{width=3}",
    "“",
    "”",
    "–",
    "…",
    "www.x.vn",
    "https://x.vn/a_b_c?d=1&e=2",
    "a@b.vn",
    "$",
    "^",
    "=",
    "/",
    ".",
    ",",
    ";",
    "😀"
  };

  private static final String[] MARKS = {"b", "i", "sup", "sub", "s", "u", "span"};

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(14).map(l -> String.join("", l));
  }

  /** Text in any nesting of looks, links and breaks. */
  @Provide
  Arbitrary<String> inlines() {
    return inlines(2);
  }

  private Arbitrary<String> inlines(int depth) {
    Arbitrary<String> plain = text().map(Entities::escape);
    if (depth == 0) {
      return plain;
    }
    Arbitrary<String> inner = inlines(depth - 1);
    Arbitrary<String> marked =
        Combinators.combine(Arbitraries.of(MARKS), inner)
            .as((mark, words) -> "<" + mark + ">" + words + "</" + mark + ">");
    Arbitrary<String> link = plain.map(words -> "<a href='https://x.vn/b(c)_d'>" + words + "</a>");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, plain),
            net.jqwik.api.Tuple.of(4, marked),
            net.jqwik.api.Tuple.of(1, link),
            net.jqwik.api.Tuple.of(1, Arbitraries.just("<br>")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(l -> String.join("", l));
  }

  @Property(tries = 1500, seed = "20261122", shrinking = net.jqwik.api.ShrinkingMode.BOUNDED)
  void aTypedParagraphComesOutAsTyped(@ForAll("text") String text) {
    assertSameText("<p>" + Entities.escape(text) + "</p>");
  }

  @Property(tries = 500, seed = "20261122")
  void soDoesAHeading(@ForAll("text") String text) {
    assertSameText("<h2>" + Entities.escape(text) + "</h2>");
  }

  @Property(tries = 500, seed = "20261122")
  void soDoesACellOfATable(@ForAll("text") String text, @ForAll("text") String other) {
    String cells = "<td>" + Entities.escape(text) + "</td><td>" + Entities.escape(other) + "</td>";
    assertSameText(
        "<table><tr><th>Một</th><th>Hai</th></tr><tr>"
            + cells
            + "</tr><tr><td>x</td><td>y</td></tr></table>");
  }

  @Property(tries = 500, seed = "20261122")
  void soDoItemsOfLists(@ForAll("text") String text, @ForAll("text") String other) {
    for (String list : List.of("ul", "ol")) {
      assertSameText(
          "<p>a</p><%1$s><li>%2$s<ul><li>%3$s</li></ul></li><li>%3$s</li></%1$s><p>b</p>"
              .formatted(list, Entities.escape(text), Entities.escape(other)));
    }
  }

  @Property(tries = 1500, seed = "20261122", shrinking = net.jqwik.api.ShrinkingMode.BOUNDED)
  void soDoesAnyLook(@ForAll("inlines") String html) {
    assertSameText("<p>" + html + "</p>");
  }

  @Property(tries = 500, seed = "20261122")
  void whatStandsBelowEachOtherStaysApart(
      @ForAll("inlines") String one,
      @ForAll("inlines") String two,
      @ForAll("inlines") String three) {
    assertSameText(
        "<p>" + one + "</p><blockquote><p>" + two + "</p></blockquote><p>" + three + "</p>");
  }

  @Property(tries = 1500, seed = "20261122", shrinking = net.jqwik.api.ShrinkingMode.BOUNDED)
  void anythingPastedIsConvertedAndHarmless(@ForAll("html") String html) {
    MarkdownText pasted =
        PastedText.of(html, Optional.of(html.replace('<', '{').replace('>', '}')));
    Document page = Proof.rendered(pasted.markdown());

    assertHarmless(page);
  }

  @Provide
  Arbitrary<String> html() {
    String[] tags = {
      "p",
      "div",
      "b",
      "i",
      "span",
      "table",
      "tr",
      "td",
      "ul",
      "li",
      "ol",
      "h1",
      "h3",
      "a",
      "script",
      "style",
      "svg",
      "math",
      "iframe",
      "blockquote",
      "pre",
      "del",
      "ins",
      "sup",
      "o:p",
      "v:shape",
      "br",
      "img",
      "form",
      "select",
      "option",
      "noscript",
      "template",
      "textarea",
      "title",
      "caption"
    };
    String[] attributes = {
      "",
      " onclick='alert(1)'",
      " href='javascript:alert(1)'",
      " href='https://x.vn/?utm_source=z'",
      " src='x' onerror='alert(1)'",
      " src='data:image/png;base64,iVBORw0KGgo='",
      " src='file:///c:/x/clip_image001.png'",
      " style='mso-list:l0 level2 lfo1'",
      " style='mso-list:Ignore'",
      " style='mso-outline-level:2;font-weight:bold'",
      " colspan=9999",
      " rowspan=9999",
      " class=MsoListParagraph",
      " href='#n1' name='r1'",
      " href='#r1' name='n1'",
      " style=\"mso-element:field-begin\"",
      " src='https://x.vn/a.png' alt='x](javascript:alert(1))'"
    };
    Arbitrary<String> open =
        Combinators.combine(Arbitraries.of(tags), Arbitraries.of(attributes))
            .as((tag, attribute) -> "<" + tag + attribute + ">");
    Arbitrary<String> close = Arbitraries.of(tags).map(tag -> "</" + tag + ">");
    Arbitrary<String> raw =
        Arbitraries.of(
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&lt;img src=x onerror=alert(1)&gt;",
            "<!--",
            "-->",
            "<![if !supportLists]>",
            "<![endif]>",
            "<!--StartFragment-->",
            "<!--EndFragment-->",
            "\u0000",
            "\ufdd0",
            "\ufdd0" + "9\ufdd1",
            "\ufdd2",
            "x-dan-anh:5",
            "\\pict\\pngblip 89504e47 ",
            "[x](javascript:alert(1))",
            "<x",
            "</",
            "&#0;",
            "&#xD800;");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, open),
            net.jqwik.api.Tuple.of(3, close),
            net.jqwik.api.Tuple.of(2, raw),
            net.jqwik.api.Tuple.of(2, text().map(Entities::escape)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(l -> String.join("", l));
  }

  /** In what the portal renders there is no element or address that could do anything. */
  static void assertHarmless(Document page) {
    var bad = new ArrayList<String>();
    for (Element element : page.body().getAllElements()) {
      if (!ALLOWED.contains(element.normalName())) {
        bad.add(element.normalName());
      }
      element
          .attributes()
          .forEach(attribute -> check(element, attribute.getKey(), attribute.getValue(), bad));
    }
    assertThat(bad).isEmpty();
  }

  private static final List<String> ALLOWED =
      List.of(
          "body",
          "p",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "strong",
          "em",
          "a",
          "img",
          "ul",
          "ol",
          "li",
          "blockquote",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "br",
          "hr",
          "sup",
          "sub",
          "s",
          "section",
          "div",
          "code",
          "pre");

  private static void check(Element element, String key, String value, List<String> bad) {
    boolean known =
        List.of("href", "src", "alt", "title", "class", "id", "start", "align").contains(key);
    boolean address = key.equals("href") || key.equals("src");
    boolean dangerous = address && value.matches("(?is)\\s*(javascript|data|vbscript|file):.*");
    if (!known || dangerous) {
      bad.add(element.normalName() + " " + key + "=" + value);
    }
  }

  private static void assertSameText(String html) {
    String markdown = PastedText.of(html, Optional.empty()).markdown();
    // what the portal itself sets: quotation marks, dashes, dots
    assertThat(typeset(Proof.page(markdown))).as(markdown).isEqualTo(typeset(Proof.source(html)));
  }

  private static String typeset(String text) {
    return text.replace("\"", "'")
        .replaceAll("\\s", "")
        .replaceAll("[-–—]+", "-")
        .replaceAll("[….]+", ".");
  }
}
