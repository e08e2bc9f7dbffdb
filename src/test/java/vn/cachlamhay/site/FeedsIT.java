package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Feeds as RFC 4287 wants them, the site map as sitemaps.org does. */
final class FeedsIT {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String IN_VIET_NAM = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+07:00";

  static List<BakedSite> sites() {
    return SiteFixture.all();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void feedsAreAtom(BakedSite site) throws Exception {
    List<String> feeds = site.files("feed.xml");
    assertThat(feeds).contains("feed.xml", "chu-de/phat-trien-dang-vien/feed.xml");
    assertThat(feeds).anyMatch(uri -> uri.startsWith("dia-phuong/lang-son/huyen-bac-son/"));
    var feedIds = new HashSet<String>();
    var articleIds = new HashMap<String, String>();
    int entries = 0;
    for (String uri : feeds) {
      Element feed = root(site, uri);
      assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
      assertThat(feed.getLocalName()).isEqualTo("feed");
      assertThat(only(feed, "title")).as(uri).isNotBlank();
      assertThat(feedIds.add(absolute(only(feed, "id")))).as("id of " + uri).isTrue();
      assertThat(site.target(uri, link(feed, "self"))).isEqualTo(uri);
      assertThat(site.has(site.target(uri, link(feed, "alternate")))).as(uri).isTrue();
      assertThat(children(only(feed, ATOM, "author"), ATOM, "name")).hasSize(1);

      List<Element> all = children(feed, ATOM, "entry");
      assertThat(all).as(uri).hasSizeLessThanOrEqualTo(uri.equals("feed.xml") ? 20 : 10);
      var updates = new ArrayList<OffsetDateTime>();
      var published = new ArrayList<OffsetDateTime>();
      var ids = new HashSet<String>();
      for (Element entry : all) {
        entries++;
        assertThat(only(entry, "title")).isNotBlank();
        String id = absolute(only(entry, "id"));
        assertThat(ids.add(id)).as("twice in " + uri + ": " + id).isTrue();
        String article = site.target(uri, link(entry, "alternate"));
        assertThat(site.has(article)).as(article).isTrue();
        assertThat(articleIds.merge(article, id, (old, now) -> now.equals(old) ? old : "two ids"))
            .isEqualTo(id);
        updates.add(time(only(entry, "updated")));
        published.add(time(only(entry, "published")));
      }
      assertThat(published).as(uri).isSortedAccordingTo(Comparator.reverseOrder());
      OffsetDateTime updated = OffsetDateTime.parse(only(feed, "updated"));
      if (!updates.isEmpty()) {
        assertThat(only(feed, "updated")).matches(IN_VIET_NAM);
        assertThat(updated).isEqualTo(updates.stream().max(Comparator.naturalOrder()).get());
      }
    }
    assertThat(new HashSet<>(articleIds.values())).hasSameSizeAs(articleIds.keySet());
    System.out.printf("Feeds of %s: %d feeds, %d entries%n", site, feeds.size(), entries);
  }

  @Test
  void linksOfFeedsAreAbsoluteWhereTheHostIsKnown() throws Exception {
    BakedSite site = SiteFixture.hosted();
    for (String uri : site.files("feed.xml")) {
      var links = root(site, uri).getElementsByTagNameNS(ATOM, "link");
      for (int i = 0; i < links.getLength(); i++) {
        assertThat(((Element) links.item(i)).getAttribute("href")).startsWith(site.host() + "/");
      }
    }
  }

  @Test
  void theSiteFeedHoldsTheNewestArticles() throws Exception {
    BakedSite site = SiteFixture.large();
    var newest = new ArrayList<String>();
    for (Element entry : children(root(site, "feed.xml"), ATOM, "entry")) {
      newest.add(only(entry, "published"));
    }
    List<String> all =
        site.pages().values().stream()
            .flatMap(page -> page.select("meta[property=article:published_time]").stream())
            .map(meta -> meta.attr("content"))
            .sorted(Comparator.reverseOrder())
            .toList();
    assertThat(newest).hasSize(15).isEqualTo(all.subList(0, 15));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void theSiteMapNamesEveryPageToBeFound(BakedSite site) throws Exception {
    Element set = root(site, "sitemap.xml");
    assertThat(set.getNamespaceURI()).isEqualTo(SITEMAP);
    assertThat(set.getLocalName()).isEqualTo("urlset");
    var named = new ArrayList<String>();
    for (Element url : children(set, SITEMAP, "url")) {
      String loc = only(url, SITEMAP, "loc").getTextContent();
      if (!site.host().isEmpty()) {
        assertThat(loc).startsWith(site.host() + "/");
      }
      named.add(site.target("", loc));
      for (Element lastmod : children(url, SITEMAP, "lastmod")) {
        time(lastmod.getTextContent());
      }
    }
    System.out.printf("Site map of %s: %d addresses%n", site, named.size());
    assertThat(named).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(50_000);
    var toBeFound = new TreeSet<String>();
    var notToBeFound = new TreeSet<String>();
    site.pages()
        .forEach(
            (uri, page) -> {
              boolean hidden = !page.select("meta[name=robots][content*=noindex]").isEmpty();
              (hidden ? notToBeFound : toBeFound).add(uri);
            });
    assertThat(notToBeFound).contains("404.html");
    notToBeFound.retainAll(named);
    assertThat(notToBeFound).as("in the site map, yet noindex").isEmpty();
    toBeFound.removeAll(named);
    assertThat(toBeFound).as("not in the site map").isEmpty();
    assertThat(named).allMatch(site::has);
  }

  /** RFC 9309 knows only absolute addresses of site maps. */
  @ParameterizedTest
  @MethodSource("sites")
  void robotsMayReadEverythingAndLearnOfTheSiteMap(BakedSite site) {
    List<String> lines = site.text("robots.txt").lines().toList();
    assertThat(lines).contains("User-agent: *").noneMatch(line -> line.startsWith("Disallow: /"));
    String siteMap = "Sitemap: " + site.host() + "/sitemap.xml";
    assertThat(lines.stream().filter(line -> line.startsWith("Sitemap:")))
        .isEqualTo(site.host().isEmpty() ? List.of() : List.of(siteMap));
  }

  private static Element root(BakedSite site, String uri) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(site.text(uri))))
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String namespace, String name) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && namespace.equals(element.getNamespaceURI())
          && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element only(Element parent, String namespace, String name) {
    List<Element> found = children(parent, namespace, name);
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static String only(Element parent, String name) {
    return only(parent, ATOM, name).getTextContent();
  }

  private static String link(Element parent, String relation) {
    Map<String, String> links = new HashMap<>();
    for (Element link : children(parent, ATOM, "link")) {
      assertThat(links.put(link.getAttribute("rel"), link.getAttribute("href")))
          .as("a second " + relation)
          .isNull();
    }
    assertThat(links).containsKey(relation);
    return links.get(relation);
  }

  private static String absolute(String id) {
    assertThat(URI.create(id).isAbsolute()).as(id).isTrue();
    return id;
  }

  private static OffsetDateTime time(String text) {
    assertThat(text).matches(IN_VIET_NAM);
    return OffsetDateTime.parse(text);
  }
}
