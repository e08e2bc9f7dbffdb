package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Drawings of others: what is left of them only draws. Told by Java's own parser of XML. */
class SvgCleanerTest {

  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";

  private final SvgCleaner cleaner = new SvgCleaner();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<script xlink:href=\"https://x.vn/a.js\"/>",
        "<svg:script>alert(1)</svg:script>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
        "<rect onload=\"alert(1)\"/>",
        "<rect OnClick=\"alert(1)\"/>",
        "<g onbegin='alert(1)'><rect/></g>",
        "<foreignObject><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"x\"/></foreignObject>",
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/></foreignObject>",
        "<a href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a xlink:href=\"java&#10;script:alert(1)\"><text>x</text></a>",
        "<use href=\"https://x.vn/a.svg#b\"/>",
        "<use href=\"data:image/svg+xml;base64,PHN2Zy8+#x\"/>",
        "<image href=\"https://x.vn/a.png\"/>",
        "<image href=\"data:image/svg+xml,&lt;svg onload='alert(1)'/>\"/>",
        "<image xlink:href=\"data:text/html;base64,PHNjcmlwdD4=\"/>",
        "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
        "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
        "<style>@import url(https://x.vn/a.css);</style>",
        "<style>rect{fill:url(https://x.vn/a)}</style>",
        "<style>rect{fill:u\\72l(https://x.vn/a)}</style>",
        "<style>/**/@im/**/port 'x'; rect{background:url('//x.vn')}</style>",
        "<style>x{}</style><style>*{behavior: url(#x)}</style>",
        "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
        "<rect style=\"fill:url(//x.vn/a)\"/>",
        "<rect fill=\"url(https://x.vn/a.svg#b)\"/>",
        "<rect filter='url(data:image/svg+xml;base64,PHN2Zy8+)'/>",
        "<text><![CDATA[<script>alert(1)</script>]]></text>",
        "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>",
        "<title><script>alert(1)</script></title>",
        "<desc><img src=x onerror=alert(1)></desc>",
        "<metadata><script>alert(1)</script></metadata>",
        "<iframe src=\"https://x.vn\"/><embed src=\"x\"/><object data=\"x\"/>",
        "<html:img xmlns:html=\"http://www.w3.org/1999/xhtml\" src=\"x\" onerror=\"alert(1)\"/>",
        "<handler type=\"text/ecmascript\">alert(1)</handler>",
        "<?xml-stylesheet href=\"https://x.vn/a.xsl\" type=\"text/xsl\"?><rect/>",
        "<discard/><audio src=\"x\"/><video/><canvas/>"
      })
  void nothingIsLeftThatActs(String attack) throws Exception {
    assertOnlyDraws(cleaner.clean(bytes(SVG + attack + "<rect width=\"3\"/></svg>")).orElseThrow());
  }

  @Test
  void entitiesAreNeitherReadNorKept() throws Exception {
    String file =
        "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">"
            + "<!ENTITY y \"<script>alert(1)</script>\">]>"
            + SVG
            + "<text>&x;&y;</text></svg>";

    SvgCleaner.Cleaned cleaned = cleaner.clean(bytes(file)).orElseThrow();

    assertOnlyDraws(cleaned);
    assertThat(text(cleaned)).doesNotContain("DOCTYPE", "ENTITY", "root:");
    assertThat(cleaned.removed()).contains("<!DOCTYPE>");
  }

  @Test
  void aBillionLaughsAreNoLaugh() {
    var entities = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      entities.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    byte[] file = bytes(entities + "]>" + SVG + "<text>&a39;</text></svg>");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(text(cleaner.clean(file).orElseThrow())).hasSizeLessThan(2000));
  }

  @Test
  void partsThatDrawPartsThatDrawPartsAreRefused() {
    var doubling = new StringBuilder(SVG + "<defs><g id=\"a0\"><rect/></g>");
    for (int i = 1; i < 60; i++) {
      doubling.append(
          "<g id=\"a%d\"><use href=\"#a%d\"/><use href=\"#a%d\"/></g>".formatted(i, i - 1, i - 1));
    }
    String circle =
        SVG + "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>";

    assertThat(cleaner.clean(bytes(doubling + "</defs><use href=\"#a59\"/></svg>"))).isEmpty();
    assertThat(cleaner.clean(bytes(circle))).isEmpty();
  }

  @Test
  void endlessNestingIsRefusedAtOnce() {
    String deep = SVG + "<g>".repeat(1_000_000) + "</g>".repeat(1_000_000) + "</svg>";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(cleaner.clean(bytes(deep))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "<html><body/></html>", "<html><svg/></html>", "<", "<!-- <svg> -->"})
  void whatIsNoDrawingIsRefused(String file) {
    assertThat(cleaner.clean(bytes(file))).isEmpty();
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThat(cleaner.clean((SVG + "</svg>").getBytes(StandardCharsets.UTF_16))).isEmpty();
  }

  static List<Path> drawings() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("content"))) {
      return files.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void theDrawingsOfThisSiteStayAsTheyAre(Path file) throws Exception {
    byte[] before = Files.readAllBytes(file);
    SvgCleaner.Cleaned cleaned = cleaner.clean(before).orElseThrow();

    assertThat(cleaned.removed()).isEmpty();
    Document one = parsed(before);
    Document two = parsed(cleaned.bytes());
    one.normalizeDocument();
    two.normalizeDocument();
    assertThat(two.getDocumentElement().getTextContent())
        .isEqualTo(one.getDocumentElement().getTextContent());
    assertThat(attributes(two)).isEqualTo(attributes(one));
  }

  @Test
  void whatDrawsStays() {
    String drawing =
        SVG
            + "<style>.a{fill:url(#b)}</style><defs><linearGradient id=\"b\"><stop offset=\"1\"/></linearGradient></defs>"
            + "<g id=\"c\" transform=\"scale(2)\"><path class=\"a\" d=\"M0 0\"/></g><use xlink:href=\"#c\"/>"
            + "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/><text>Đảng &amp; dân</text></svg>";

    SvgCleaner.Cleaned cleaned = cleaner.clean(bytes(drawing)).orElseThrow();

    assertThat(cleaned.removed()).isEmpty();
    assertThat(text(cleaned))
        .contains(
            "<linearGradient id=\"b\">",
            "viewBox=\"0 0 9 9\"",
            "fill:url(#b)",
            "xlink:href=\"#c\"",
            "iVBORw0KGgo=",
            "Đảng &amp; dân",
            "scale(2)");
  }

  @Property(tries = 1500)
  void whateverIsUploadedOnlyDraws(@ForAll("files") String file) throws Exception {
    var cleaned = cleaner.clean(bytes(file));
    if (cleaned.isPresent()) {
      assertOnlyDraws(cleaned.get());
    }
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(
            "<svg",
            "<g>",
            "</g>",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            ">",
            "/>",
            "\"",
            "'",
            " href=",
            "javascript:alert(1)",
            " onload=",
            "alert(1)",
            "<a",
            "<use",
            "<image",
            "<text>",
            "</text>",
            "</svg>",
            "&#x3c;script&#x3e;",
            "&lt;",
            "url(",
            "//x.vn)",
            "@import",
            "<foreignObject>",
            "<!DOCTYPE svg [",
            "]>",
            "<?x ?>",
            "\u0000",
            " x:on=1",
            "\ud800",
            "xmlns=\"http://www.w3.org/1999/xhtml\"",
            "<svg:script",
            " style=\"")
        .list()
        .ofMaxSize(30)
        .map(parts -> SVG + String.join("", parts));
  }

  /** By a parser of XML that is not ours: well-formed, and none of what acts or fetches. */
  private static void assertOnlyDraws(SvgCleaner.Cleaned cleaned) throws Exception {
    assertThatNoException().isThrownBy(() -> parsed(cleaned.bytes()));
    NodeList all = parsed(cleaned.bytes()).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var element = (Element) all.item(i);
      assertThat(element.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
      assertThat(element.getLocalName())
          .doesNotMatch(
              "(?i)script|foreignObject|a|animate.*|set|iframe|embed|object|handler|discard");
      if (element.getLocalName().equals("style")) {
        assertHarmlessStyle(element.getTextContent());
      }
      for (int k = 0; k < element.getAttributes().getLength(); k++) {
        var attribute = (Attr) element.getAttributes().item(k);
        assertThat(attribute.getName()).doesNotMatch("(?i)(.*:)?on.*|src");
        if (attribute.getName().endsWith("href")) {
          assertThat(attribute.getValue()).matches("#.*|data:image/(png|jpeg|gif|webp);base64,.*");
        } else if (!attribute.getName().startsWith("xmlns")) {
          assertHarmlessStyle(attribute.getValue());
        }
      }
    }
  }

  private static void assertHarmlessStyle(String text) {
    assertThat(text.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("@import", "javascript:", "\\")
        .doesNotContainPattern("url\\(\\s*['\"]?[^#'\"]");
  }

  private static List<String> attributes(Document document) {
    var found = new java.util.ArrayList<String>();
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var element = (Element) all.item(i);
      for (int k = 0; k < element.getAttributes().getLength(); k++) {
        var attribute = (Attr) element.getAttributes().item(k);
        if (!attribute.getName().startsWith("xmlns")) {
          found.add(element.getTagName() + " " + attribute.getName() + "=" + attribute.getValue());
        }
      }
    }
    return found;
  }

  private static Document parsed(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(SvgCleaner.Cleaned cleaned) {
    return new String(cleaned.bytes(), StandardCharsets.UTF_8);
  }
}
