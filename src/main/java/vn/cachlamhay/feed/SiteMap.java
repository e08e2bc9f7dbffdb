package vn.cachlamhay.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.PlannedPage;
import vn.cachlamhay.page.SiteMapSegment;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.text.VietnameseDates;

/**
 * What search engines ask for: the site map (sitemaps.org 0.9) and robots.txt (RFC 9309). Addresses
 * are absolute where the site's host is known. Immutable and thread-safe.
 */
public record SiteMap(SiteConfig config) {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /** The files of the site map by their addresses, each made when it is asked for. */
  public Map<String, Supplier<String>> files(Plan plan) {
    List<SiteMapSegment> segments = SiteMapSegment.of(plan.pages());
    var files = new HashMap<String, Supplier<String>>();
    segments.forEach(segment -> files.put(segment.uri(), () -> addresses(segment)));
    files.computeIfAbsent(Uris.SITEMAP_XML, uri -> () -> index(segments));
    return files;
  }

  private String addresses(SiteMapSegment segment) {
    var xml = new XmlText();
    xml.open("urlset", "xmlns", NAMESPACE);
    for (PlannedPage page : segment.pages()) {
      xml.open("url");
      xml.leaf("loc", address(page.uri()));
      // that of a list would change its segment with every article
      Optional<Moment> updated =
          segment.isWhole() || page.article().isPresent() ? page.updated() : Optional.empty();
      updated.ifPresent(date -> xml.leaf("lastmod", VietnameseDates.iso(date.at())));
      xml.close();
    }
    return xml.close().end();
  }

  private String index(List<SiteMapSegment> segments) {
    var xml = new XmlText();
    xml.open("sitemapindex", "xmlns", NAMESPACE);
    for (SiteMapSegment segment : segments) {
      xml.open("sitemap");
      xml.leaf("loc", address(segment.uri()));
      segment.updated().ifPresent(date -> xml.leaf("lastmod", VietnameseDates.iso(date)));
      xml.close();
    }
    return xml.close().end();
  }

  private String address(String uri) {
    return config.host().isEmpty() ? uri : Uris.absolute(config.host(), uri);
  }

  /** Everything may be read; where the site map is can only be said with an absolute address. */
  public static String robots(SiteConfig config) {
    String rules = "User-agent: *\nAllow: /\n";
    return config.host().isEmpty()
        ? rules
        : rules + "\nSitemap: " + Uris.absolute(config.host(), Uris.SITEMAP_XML) + "\n";
  }
}
