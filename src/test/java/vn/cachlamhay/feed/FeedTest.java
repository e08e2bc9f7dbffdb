package vn.cachlamhay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.FeedPlan;
import vn.cachlamhay.page.PageModel;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.PlannedPage;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.page.SiteMapSegment;

/** Feeds, the site map, robots.txt and redirects as other programs read them. */
class FeedTest {

  private static final String HOST = "https://example.vn";
  private static final LocalDateTime DAY = LocalDateTime.of(2018, 9, 12, 8, 30);
  private static final String ODD = "A & B <i>\"x\"</i> ]]> 'y' \u0001\u000b\u001f\uffff đ 😀";
  private static final String ODD_IN_XML = "A & B <i>\"x\"</i> ]]> 'y'  đ 😀";

  @Test
  void tellsWhatWasPutRight() throws Exception {
    Document feed =
        feed(
            HOST,
            "feed.xml",
            Samples.article("a").updated(DAY).correction("Số đúng là <438>.").build());
    assertThat(texts(feed, "summary")).containsExactly("Tóm tắt (Đính chính: Số đúng là <438>.)");
  }

  @Test
  void givesEveryArticleAnEntry() throws Exception {
    Document feed =
        feed(
            HOST,
            "chu-de/x/feed.xml",
            Samples.article("b").date(DAY).updated(DAY.plusDays(2)).authors("An", "Bình").build(),
            Samples.article("a").date(DAY.minusDays(1)).tags("thẻ").build());
    assertThat(texts(feed, "entry")).hasSize(2);
    assertThat(texts(feed, "title")).containsExactly("Chủ đề X", "b", "a");
    assertThat(texts(feed, "published"))
        .containsExactly("2018-09-12T08:30:00+07:00", "2018-09-11T08:30:00+07:00");
    assertThat(texts(feed, "updated"))
        .containsExactly(
            "2018-09-14T08:30:00+07:00", "2018-09-14T08:30:00+07:00", "2018-09-11T08:30:00+07:00");
    assertThat(texts(feed, "name")).containsExactly("Cách làm hay", "An", "Bình");
    assertThat(attributes(feed, "category", "term")).containsExactly("thẻ");
    assertThat(texts(feed, "summary")).containsExactly("Tóm tắt", "Tóm tắt");
  }

  @Test
  void usesAbsoluteAddressesWhereTheHostIsKnown() throws Exception {
    Document feed = feed(HOST, "chu-de/x/feed.xml", Samples.article("a").build());
    assertThat(attributes(feed, "link", "href"))
        .containsExactly(
            "https://example.vn/chu-de/x/feed.xml",
            "https://example.vn/chu-de/x/",
            "https://example.vn/bai-viet/a.html");
    assertThat(texts(feed, "id"))
        .containsExactly(
            "https://example.vn/chu-de/x/feed.xml", "https://example.vn/bai-viet/a.html");
  }

  @Test
  void usesRelativeAddressesWhereItIsNot() throws Exception {
    Document feed =
        feed("", "chu-de/x/feed.xml", Samples.article("a").build(), Samples.article("b").build());
    assertThat(attributes(feed, "link", "href"))
        .containsExactly(
            "feed.xml", "index.html", "../../bai-viet/a.html", "../../bai-viet/b.html");
    assertThat(texts(feed, "id"))
        .hasSize(3)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("urn:uuid:"));
  }

  @Test
  void isAFeedWithoutArticlesToo() throws Exception {
    Document feed = feed(HOST, "feed.xml");
    assertThat(texts(feed, "entry")).isEmpty();
    assertThat(texts(feed, "updated")).hasSize(1);
    assertThat(texts(feed, "subtitle")).containsExactly("Kinh nghiệm từ cơ sở");
  }

  @Test
  void isWellFormedWhateverATitleHolds() throws Exception {
    Document feed =
        feed(HOST, "feed.xml", Samples.article("a").title(ODD).summary(ODD).authors(ODD).build());
    assertThat(texts(feed, "title")).contains(ODD_IN_XML);
    assertThat(texts(feed, "summary")).containsExactly(ODD_IN_XML);
    assertThat(texts(feed, "name")).contains(ODD_IN_XML);
  }

  @Test
  void isWellFormedWhateverATagOrTopicHolds() throws Exception {
    Document feed =
        feed(
            HOST,
            "feed.xml",
            Samples.article("a")
                .tags(ODD)
                .topics(new Topic("x", ODD, "", Optional.empty()))
                .build());
    assertThat(attributes(feed, "category", "term")).containsExactly(ODD_IN_XML, ODD_IN_XML);
  }

  @Test
  void saysTheSameEveryTime() {
    Article article = Samples.article("a").tags("x", "y").build();
    var plan = new FeedPlan("feed.xml", "T", "index.html", List.of(article), true);
    assertThat(new AtomFeed(Samples.portal("", 10)).xml(plan))
        .isEqualTo(new AtomFeed(Samples.portal("", 10)).xml(plan));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.vn, https://example.vn/, https://example.vn/a/b.html",
    "'', index.html, a/b.html",
  })
  void listsPagesInTheSiteMap(String host, String home, String page) throws Exception {
    Document map =
        parse(
            siteMap(host, page("index.html", true), page("a/b.html", true), page("404.html", false))
                .get("sitemap.xml"));
    assertThat(map.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
    assertThat(texts(map, "loc")).containsExactly(home, page);
    assertThat(texts(map, "lastmod"))
        .containsExactly("2018-09-12T08:30:00+07:00", "2018-09-12T08:30:00+07:00");
  }

  @Test
  void keepsTheSiteMapOfASmallSiteInOneFile() throws Exception {
    Map<String, String> files = siteMap(HOST, pages(1000));
    assertThat(files).containsOnlyKeys("sitemap.xml");
    assertThat(texts(parse(files.get("sitemap.xml")), "loc")).hasSize(1000);
  }

  @ParameterizedTest
  @CsvSource({"https://example.vn, https://example.vn/", "'', ''"})
  void dividesTheSiteMapOfALargeSite(String host, String root) throws Exception {
    var pages = new ArrayList<>(List.of(pages(1234)));
    pages.add(page("tin-tuc/index.html", true));
    pages.add(page("tin-tuc/trang-1.html", true));
    pages.add(page("gioi-thieu.html", true));
    pages.add(page("404.html", false));
    Map<String, String> files = siteMap(host, pages.toArray(PlannedPage[]::new));
    assertThat(files)
        .containsOnlyKeys(
            "sitemap.xml",
            "sitemap-trang-1.xml",
            "sitemap-1000-1.xml",
            "sitemap-100-11.xml",
            "sitemap-100-12.xml",
            "sitemap-20-61.xml",
            "sitemap-moi.xml");
    Document index = parse(files.get("sitemap.xml"));
    assertThat(index.getDocumentElement().getLocalName()).isEqualTo("sitemapindex");
    assertThat(index.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
    assertThat(texts(index, "loc"))
        .containsExactly(
            root + "sitemap-trang-1.xml",
            root + "sitemap-moi.xml",
            root + "sitemap-20-61.xml",
            root + "sitemap-100-12.xml",
            root + "sitemap-100-11.xml",
            root + "sitemap-1000-1.xml");
    assertThat(texts(index, "lastmod"))
        .as("the part that new articles go to has no date")
        .startsWith("2022-01-13T08:30:00+07:00");
    Document standing = parse(files.get("sitemap-trang-1.xml"));
    assertThat(texts(standing, "loc"))
        .allMatch(loc -> loc.startsWith(root))
        .hasSize(2)
        .anyMatch(loc -> loc.contains("tin-tuc"))
        .anyMatch(loc -> loc.contains("gioi-thieu"));
    // each new article would change that of the list
    assertThat(texts(standing, "lastmod")).isEmpty();
    var named = new ArrayList<String>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getKey().equals("sitemap.xml")) {
        named.addAll(texts(parse(file.getValue()), "loc"));
      }
    }
    assertThat(named).doesNotHaveDuplicates().hasSize(1236);
  }

  @Test
  void changesOneSmallPartOfTheSiteMapForANewArticle() {
    Map<String, String> before = siteMap(HOST, pages(2345));
    Map<String, String> after = siteMap(HOST, pages(2346));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.entrySet())
        .filteredOn(file -> !file.getValue().equals(before.get(file.getKey())))
        .extracting(Map.Entry::getKey)
        .containsExactly("sitemap-moi.xml");
  }

  @Test
  void namesTheSiteMapToRobotsOnlyWithAnAbsoluteAddress() {
    assertThat(SiteMap.robots(Samples.portal(HOST, 10)))
        .isEqualTo("User-agent: *\nAllow: /\n\nSitemap: https://example.vn/sitemap.xml\n");
    assertThat(SiteMap.robots(Samples.portal("", 10))).doesNotContain("Sitemap");
  }

  @Test
  void tellsBrowsersHowToSearch() throws Exception {
    var file = new OpenSearch(Samples.portal(HOST, 10)).file();
    assertThat(file.uri()).isEqualTo("tim-kiem/opensearch.xml");
    Document description = parse(file.text().get());
    assertThat(description.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
    assertThat(texts(description, "ShortName")).containsExactly("Cách làm hay");
    assertThat(texts(description, "Language")).containsExactly("vi");
    assertThat(attributes(description, "Url", "template"))
        .containsExactly(
            "https://example.vn/tim-kiem/?q={searchTerms}",
            "https://example.vn/tim-kiem/opensearch.xml");
  }

  /** The format allows 16 characters; browsers refuse a description with more. */
  @ParameterizedTest
  @CsvSource({
    "Báo Lạng Sơn, Báo Lạng Sơn",
    "Xây dựng Đảng từ cơ sở, Xây dựng Đảng từ",
    "Cổng thông tin điện tử, Cổng thông tin",
    "Chủ-nghĩa-xã-hội-khoa-học, Chủ-nghĩa-xã-hội",
    "A & B <i>x</i>, A & B <i>x</i>",
  })
  void keepsTheNameForBrowsersShort(String title, String name) throws Exception {
    SiteConfig config = Samples.portal(HOST, 10, title);
    assertThat(texts(parse(new OpenSearch(config).file().text().get()), "ShortName"))
        .containsExactly(name)
        .allMatch(text -> text.length() <= 16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tin/1.html", "1.html", "a/b/c/d.html", "bai-viet/cu.html"})
  void leadsFromAFormerAddressToThePresentOne(String from) {
    String html = RedirectPage.html(new Plan.Redirect(from, "bai-viet/a.html"));
    var matcher = java.util.regex.Pattern.compile("url=([^\"]+)\"").matcher(html);
    assertThat(matcher.find()).isTrue();
    assertThat(URI.create("https://site.invalid/" + from).resolve(matcher.group(1)))
        .isEqualTo(URI.create("https://site.invalid/bai-viet/a.html"));
    assertThat(html).contains("<a href=\"" + matcher.group(1) + "\">", "noindex");
  }

  private static Map<String, String> siteMap(String host, PlannedPage... pages) {
    var files = new TreeMap<String, String>();
    new SiteMap(Samples.portal(host, 10))
        .files(SiteMapSegment.of(List.of(pages)))
        .forEach(file -> files.put(file.uri(), file.text().get()));
    return files;
  }

  /** Articles of one day after the other. */
  private static PlannedPage[] pages(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Article article =
                  Samples.article("bai-%05d".formatted(i)).date(DAY.plusDays(i)).build();
              return new PlannedPage(
                  article.uri(),
                  "x.ftlh",
                  Optional.of(article),
                  article.date(),
                  true,
                  () -> PageModel.EMPTY);
            })
        .toArray(PlannedPage[]::new);
  }

  private static PlannedPage page(String uri, boolean inSitemap) {
    return new PlannedPage(
        uri,
        "x.ftlh",
        Optional.empty(),
        Optional.of(new Moment(DAY, true)),
        inSitemap,
        () -> PageModel.EMPTY);
  }

  private static Document feed(String host, String uri, Article... articles) throws Exception {
    String page = uri.replace("feed.xml", "index.html");
    return parse(
        new AtomFeed(Samples.portal(host, 10))
            .xml(new FeedPlan(uri, "Chủ đề X", page, List.of(articles), true)));
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> texts(Document document, String name) {
    return elements(document, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> attributes(Document document, String name, String attribute) {
    return elements(document, name).stream().map(e -> e.getAttribute(attribute)).toList();
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagNameNS("*", name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
