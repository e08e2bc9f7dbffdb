package vn.cachlamhay.feed;

import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * How browsers may search the site from their own bar (OpenSearch 1.1, draft 6). It can only be
 * said with an absolute address. Immutable and thread-safe.
 *
 * @param config with a host
 */
public record OpenSearch(SiteConfig config) {

  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
  private static final String MOZILLA = "http://www.mozilla.org/2006/browser/search/";

  /** The longest names that the format allows. */
  private static final int SHORT = 16;

  private static final int LONG = 48;

  /** The description; all of it comes from the configuration. */
  public OtherFile file() {
    return new OtherFile(Uris.OPEN_SEARCH, "", this::xml);
  }

  private String xml() {
    String page = Uris.absolute(config.host(), Uris.SEARCH);
    var xml = new XmlText();
    xml.open("OpenSearchDescription", "xmlns", NAMESPACE, "xmlns:moz", MOZILLA);
    xml.leaf("ShortName", shortened(config.title(), SHORT));
    xml.leaf("LongName", shortened(config.title() + " – tìm kiếm", LONG));
    xml.leaf("Description", "Tìm bài viết trong trang " + config.title());
    xml.leaf("Language", "vi");
    xml.leaf("InputEncoding", "UTF-8");
    xml.leaf("OutputEncoding", "UTF-8");
    xml.empty("Url", "type", "text/html", "template", page + "?q={searchTerms}");
    xml.empty(
        "Url",
        "type",
        "application/opensearchdescription+xml",
        "rel",
        "self",
        "template",
        Uris.absolute(config.host(), Uris.OPEN_SEARCH));
    xml.leaf("moz:SearchForm", page);
    return xml.close().end();
  }

  /** As many whole words as there is room for; a first word that is longer than that is cut. */
  private static String shortened(String text, int room) {
    if (text.codePointCount(0, text.length()) <= room) {
      return text;
    }
    String start = text.substring(0, text.offsetByCodePoints(0, room));
    int blank = text.charAt(start.length()) == ' ' ? start.length() : start.lastIndexOf(' ');
    return blank > 0 ? start.substring(0, blank) : start;
  }
}
