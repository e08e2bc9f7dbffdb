package vn.cachlamhay.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Samples;

/**
 * No IIS runs here. The file is held against what Microsoft's reference of the settings allows: IIS
 * answers with an error on every page where an element or attribute is none of these, or where a
 * collection has a key twice.
 */
class IisFileTest {

  /** Element below its parents: attributes; the first is the key of its collection. */
  private static final String ALLOWED =
      """
      configuration :
      configuration/system.webServer :
      configuration/location : path
      configuration/location/system.webServer :
      httpProtocol :
      httpProtocol/customHeaders :
      httpProtocol/customHeaders/remove : name
      httpProtocol/customHeaders/add : name value
      staticContent :
      staticContent/clientCache : cacheControlMode cacheControlMaxAge
      staticContent/remove : fileExtension
      staticContent/mimeMap : fileExtension mimeType
      httpErrors : errorMode existingResponse
      httpErrors/remove : statusCode
      httpErrors/error : statusCode path responseMode
      security :
      security/requestFiltering :
      security/requestFiltering/denyUrlSequences :
      security/requestFiltering/denyUrlSequences/remove : sequence
      security/requestFiltering/denyUrlSequences/add : sequence
      directoryBrowse : enabled
      urlCompression : doStaticCompression
      rewrite :
      rewrite/rewriteMaps :
      rewrite/rewriteMaps/rewriteMap : name
      rewrite/rewriteMaps/rewriteMap/add : key value
      rewrite/rules :
      rewrite/rules/rule : name stopProcessing
      rewrite/rules/rule/match : url
      rewrite/rules/rule/conditions :
      rewrite/rules/rule/conditions/add : input pattern
      rewrite/rules/rule/action : type url redirectType appendQueryString
      """;

  @ParameterizedTest
  @CsvSource({"iis, 0", "iis, 100", "iis-rewrite, 0", "iis-rewrite, 100", "iis-rewrite, 9000"})
  void iisKnowsEverythingInIt(String kind, int redirects) throws Exception {
    Document file = parsed(made(kind, many(redirects)).text());
    assertAllowed(file.getDocumentElement(), "");
  }

  @Test
  void redirectsAreInAMapWhereTheModuleIsThere() throws Exception {
    var moves =
        List.of(
            new Plan.Redirect("Tin/1 & 2.html", "bai-viet/ổn.html"),
            new Plan.Redirect("tin/1 & 2.html", "bai-viet/a.html"),
            new Plan.Redirect("dia-phuong/sai-gon/index.html", "dia-phuong/x/index.html"));
    Map<String, String> map = map(parsed(made("iis-rewrite", moves).text()));
    assertThat(map)
        .containsOnlyKeys("Tin/1 & 2.html", "dia-phuong/sai-gon/", "dia-phuong/sai-gon/index.html")
        .containsEntry("Tin/1 & 2.html", "/hay/bai-viet/%E1%BB%95n.html")
        .containsEntry("dia-phuong/sai-gon/", "/hay/dia-phuong/x/");
    assertThat(made("iis", moves).text()).doesNotContain("<rewrite");
  }

  /** IIS reads no file of more than 250 KB, and then shows no page at all. */
  @Test
  void itNeverGrowsTooLargeForIis() throws Exception {
    IisFile.Made made = made("iis-rewrite", many(9000));
    assertThat(made.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
    assertThat(map(parsed(made.text()))).hasSize(9000 - made.left()).hasSizeGreaterThan(1000);
    assertThat(made("iis-rewrite", many(1000)).left()).isZero();
  }

  @Test
  void aSiteWithoutAPageForMissingAddressesNamesNone() throws Exception {
    var config = Samples.portal("", 10, new Hosting(true, List.of("iis"), List.of()));
    String text = new IisFile(Rules.of(config, List.of(), "", false)).made().text();
    assertThat(text).doesNotContain("httpErrors");
    assertAllowed(parsed(text).getDocumentElement(), "");
  }

  private static void assertAllowed(Element element, String above) {
    String path = element.getTagName();
    if (!above.isEmpty()) {
      boolean section = above.endsWith("system.webServer");
      path = section ? path : above + "/" + path;
    }
    List<String> known = allowed().get(path);
    assertThat(known).as(path).isNotNull();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    assertThat(known).as(path).containsAll(names);
    Set<String> keys = new HashSet<>();
    for (Element child : children(element)) {
      assertAllowed(child, path);
      List<String> attributes = allowed().get(pathOf(path, child));
      if (!attributes.isEmpty() && !child.getTagName().equals("remove")) {
        String key = child.getTagName() + child.getAttribute(attributes.get(0));
        assertThat(keys.add(key.toLowerCase(java.util.Locale.ROOT))).as("twice: " + key).isTrue();
      }
    }
  }

  private static String pathOf(String above, Element child) {
    return above.endsWith("system.webServer")
        ? child.getTagName()
        : above + "/" + child.getTagName();
  }

  private static Map<String, List<String>> allowed() {
    var allowed = new HashMap<String, List<String>>();
    for (String line : ALLOWED.lines().toList()) {
      String[] cells = line.split(" :", 2);
      allowed.put(
          cells[0],
          List.of(cells[1].strip().split(" ")).stream().filter(a -> !a.isEmpty()).toList());
    }
    return allowed;
  }

  private static List<Element> children(Element element) {
    var children = new ArrayList<Element>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Map<String, String> map(Document file) {
    var map = new HashMap<String, String>();
    var entries =
        ((Element) file.getElementsByTagName("rewriteMap").item(0)).getElementsByTagName("add");
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      map.put(entry.getAttribute("key"), entry.getAttribute("value"));
    }
    return map;
  }

  private static Document parsed(String text)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static IisFile.Made made(String kind, List<Plan.Redirect> moves) {
    var config =
        Samples.portal("https://example.vn/hay", 10, new Hosting(true, List.of(kind), List.of()));
    return new IisFile(Rules.of(config, moves, "script-src 'self' https://a.vn/?a&b", true)).made();
  }

  private static List<Plan.Redirect> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Plan.Redirect(
                    "tin/%05d-phat-trien-dang-vien.html".formatted(i),
                    "bai-viet/2018/%d.html".formatted(i)))
        .toList();
  }
}
