package vn.cachlamhay.feed;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.OtherFile;
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

  /** The files of a site map of these parts. */
  public List<OtherFile> files(List<SiteMapSegment> segments) {
    var files = new ArrayList<OtherFile>();
    for (SiteMapSegment segment : segments) {
      List<Line> lines = segment.pages().stream().map(page -> line(segment, page)).toList();
      files.add(new OtherFile(segment.uri(), lines, () -> list("urlset", "url", lines)));
    }
    if (segments.stream().noneMatch(SiteMapSegment::isWhole)) {
      List<Line> lines = segments.stream().map(s -> new Line(s.uri(), s.updated())).toList();
      files.add(
          new OtherFile(Uris.SITEMAP_XML, lines, () -> list("sitemapindex", "sitemap", lines)));
    }
    return files;
  }

  /** An address, and when what stands there last changed. */
  private record Line(String uri, Optional<LocalDateTime> updated) {}

  private static Line line(SiteMapSegment segment, PlannedPage page) {
    // that of a list would change its segment with every article
    boolean dated = segment.isWhole() || page.article().isPresent();
    return new Line(page.uri(), dated ? page.updated().map(Moment::at) : Optional.empty());
  }

  private String list(String root, String element, List<Line> lines) {
    var xml = new XmlText();
    xml.open(root, "xmlns", NAMESPACE);
    for (Line line : lines) {
      xml.open(element);
      xml.leaf("loc", address(line.uri()));
      line.updated().ifPresent(date -> xml.leaf("lastmod", VietnameseDates.iso(date)));
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
