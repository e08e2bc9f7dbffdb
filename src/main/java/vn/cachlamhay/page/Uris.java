package vn.cachlamhay.page;

import java.time.YearMonth;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.Topic;

/**
 * The stable addresses of the portal, below the site root and without a slash in front. Stateless.
 */
public final class Uris {

  public static final String HOME = "index.html";
  public static final String PLACES = "dia-phuong/index.html";
  public static final String MATRIX = "dia-phuong/ma-tran/index.html";
  static final String MATRIX_OF_THE_PAST = "dia-phuong/ma-tran/truoc-day.html";
  public static final String TOPICS = "chu-de/index.html";
  public static final String TAGS = "the/index.html";
  public static final String AUTHORS = "tac-gia/index.html";
  public static final String YEARS = "luu-tru/index.html";
  public static final String PRACTICES = "cach-lam-hay/index.html";
  public static final String COMPARE = "so-sanh/index.html";
  public static final String DICTIONARY = "so-lieu/tu-dien.html";
  public static final String NEWS = "tin-tuc/index.html";
  public static final String SEARCH = "tim-kiem/index.html";
  public static final String SEARCH_DATA = "tim-kiem/muc-luc.js";
  public static final String SEARCH_SCRIPT = "tim-kiem/tim-kiem.js";
  static final String SEARCH_SHARDS = "tim-kiem/muc-luc";
  static final String SEARCH_FACETS = "tim-kiem/loc";
  static final String SEARCH_DOCUMENTS = "tim-kiem/bai";
  public static final String SEARCH_SYLLABLES = "tim-kiem/am-tiet.js";
  public static final String SEARCH_SUGGESTIONS = "tim-kiem/goi-y.js";
  public static final String FRESH = "tin-moi.js";
  public static final String OPEN_SEARCH = "tim-kiem/opensearch.xml";
  public static final String SITE_MAP = "so-do-trang.html";
  public static final String NOT_FOUND = "404.html";
  public static final String FEED = "feed.xml";
  public static final String SITEMAP_XML = "sitemap.xml";
  public static final String ROBOTS = "robots.txt";
  public static final String REDIRECTS = "_redirects";
  public static final String SAVED = "da-luu/index.html";
  public static final String OFFLINE = "ngoai-tuyen.html";
  public static final String WORKER = "sw.js";
  public static final String MANIFEST = "manifest.webmanifest";
  public static final String FAVICON = "favicon.svg";
  public static final String CARDS = "the-chia-se/";
  public static final String HTACCESS = ".htaccess";
  public static final String WEB_CONFIG = "web.config";
  public static final String HEADERS = "_headers";
  public static final String NO_JEKYLL = ".nojekyll";
  public static final String CNAME = "CNAME";

  /** What nobody asks a host for: it is for those who run it. */
  public static final String NGINX = ".portal-host/nginx.conf";

  public static final String FEED_JSON = "feed.json";
  public static final String PORTAL_JSON = "portal.json";
  public static final String API = "api/";
  public static final String API_PAGE = API + "index.html";
  public static final String OPEN_API = API + "openapi.json";
  public static final String API_TOPICS = API + "topics.json";
  public static final String API_ARTICLES = API + "articles/";
  public static final String API_PRACTICES = API + "practices/";
  public static final String API_INDICATORS = API + "indicators/";
  public static final String API_LOCALITIES = API + "localities/";
  public static final String FIGURES = "so-lieu/index.html";

  private static final String ICONS = "bieu-tuong/";
  private static final String SHEET = "/to-tom-tat.html";
  private static final String OLDER = "trang-";
  private static final Pattern OLDER_PAGE = Pattern.compile("(?:^|/)trang-\\d+\\.html$");
  private static final Pattern TOPIC_OF_PLACE = Pattern.compile("^dia-phuong/.+/chu-de/");
  private static final String PLAIN = "/-._~!$&'()*+,;=@";

  private Uris() {}

  /** The page of a place. */
  public static String of(Locality place) {
    return place(place.key());
  }

  /** The page of a place, or what leads there, by its key or another that stands for it. */
  static String place(String key) {
    return "dia-phuong/" + key + "/index.html";
  }

  /** The page of a topic within a place. */
  public static String of(Locality place, Topic topic) {
    return beside(of(place), of(topic));
  }

  /** The page of a topic. */
  public static String of(Topic topic) {
    return "chu-de/" + topic.key() + "/index.html";
  }

  /** The page of an indicator. */
  static String indicator(String slug) {
    return "so-lieu/" + slug + "/index.html";
  }

  /** The figures of the articles of a month as a file. */
  public static String figuresOf(YearMonth month, String extension) {
    return "so-lieu/thang/" + month + "." + extension;
  }

  /** The summary of a best practice on one sheet of paper. */
  static String sheet(String practiceUri) {
    int dot = practiceUri.lastIndexOf('.');
    String stem = dot > practiceUri.lastIndexOf('/') ? practiceUri.substring(0, dot) : practiceUri;
    return stem + SHEET;
  }

  /** The ready comparison of a topic's practices. */
  static String compare(Topic topic) {
    return "so-sanh/" + topic.key() + "/index.html";
  }

  /** What the page of comparison loads of a practice. */
  public static String compared(String key) {
    return "so-sanh/bai/" + key + ".js";
  }

  /** The page of the best practices of a kind of place. */
  static String placeKind(PlaceKind kind) {
    return "cach-lam-hay/noi/" + kind.key() + "/index.html";
  }

  /** The page of a tag. */
  public static String tag(String slug) {
    return "the/" + slug + "/index.html";
  }

  /** The page of an author. */
  public static String author(String slug) {
    return "tac-gia/" + slug + "/index.html";
  }

  /** The page of a year. */
  public static String year(int year) {
    return "luu-tru/" + year + "/index.html";
  }

  /** An older page of a list, by its stable number. */
  static String olderPage(String listUri, int number) {
    return beside(listUri, OLDER + number + ".html");
  }

  /** Whether a page that the portal makes itself is an older page of a list. */
  static boolean isOlderPage(String uri) {
    return OLDER_PAGE.matcher(uri).find();
  }

  /** Whether a page that the portal makes itself shows a topic within a place. */
  static boolean isTopicOfPlace(String uri) {
    return TOPIC_OF_PLACE.matcher(uri).find();
  }

  /** A picture that stands for the site on a screen. */
  public static String icon(String name) {
    return ICONS + name + ".png";
  }

  /** A part of the site map. */
  static String siteMapSegment(String name) {
    return "sitemap-" + name + ".xml";
  }

  /** A part of the search index. */
  public static String searchShard(int segment, int shard) {
    return SEARCH_SHARDS + "/" + segment + "/" + shard + ".js";
  }

  /** What the articles of a segment can be filtered by. */
  static String searchFacets(int segment) {
    return SEARCH_FACETS + "/" + segment + ".js";
  }

  /** What a result shows of an article. */
  public static String searchDocument(int number) {
    return SEARCH_DOCUMENTS + "/" + number / 1000 + "/" + number + ".js";
  }

  /** The card of a page: what previews show where a link to it is shared. */
  static String card(String uri) {
    int dot = uri.lastIndexOf('.');
    return CARDS + (dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri) + ".png";
  }

  /** Whether an address lies where smaller pictures are put. */
  static boolean isSmallerPicture(String uri) {
    return uri.startsWith(PictureSizes.FOLDER);
  }

  /** A file in the folder of a page: {@code chu-de/x/index.html} and {@code feed.xml}. */
  public static String beside(String uri, String name) {
    return folder(uri) + name;
  }

  /** The folder of an address with its slash, empty at the root. */
  public static String folder(String uri) {
    return uri.substring(0, uri.lastIndexOf('/') + 1);
  }

  /**
   * A path as it must stand in a link: every ASCII character that is not plainly part of a path
   * (RFC 3986, section 3.3) as a per cent escape, the colon too, so that no path can ever be read
   * as a scheme. Letters beyond ASCII stay, as RFC 3987 allows.
   */
  public static String encode(String path) {
    var encoded = new StringBuilder();
    for (char c : path.toCharArray()) {
      boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (letterOrDigit || c > 127 || PLAIN.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      }
    }
    return encoded.toString();
  }

  /** The way from a page up to the site root: empty or {@code ../} repeated. */
  public static String root(String uri) {
    int folders = 0;
    for (int at = uri.indexOf('/'); at >= 0; at = uri.indexOf('/', at + 1)) {
      folders++;
    }
    return "../".repeat(folders);
  }

  /**
   * The shortest relative link from one page to another, as both a host and a disk understand it.
   */
  public static String relative(String from, String to) {
    String folder = folder(from);
    int common = 0;
    for (int i = 0; i < Math.min(folder.length(), to.length() - 1); i++) {
      if (folder.charAt(i) != to.charAt(i)) {
        break;
      }
      if (folder.charAt(i) == '/') {
        common = i + 1;
      }
    }
    return root(folder.substring(common)) + to.substring(common);
  }

  /**
   * The absolute address of a page; where it is a folder's {@code index.html}, that of the folder.
   *
   * @param host without a slash at its end; empty gives an empty address
   */
  public static String absolute(String host, String uri) {
    if (host.isEmpty()) {
      return "";
    }
    boolean index = uri.equals("index.html") || uri.endsWith("/index.html");
    return host + "/" + (index ? folder(uri) : uri);
  }
}
