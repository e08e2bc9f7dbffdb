package vn.cachlamhay.feed;

import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.PlannedPage;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.text.VietnameseDates;

/**
 * What search engines ask for: the site map (sitemaps.org 0.9) and robots.txt (RFC 9309).
 * Stateless.
 */
public final class SiteMap {

  private SiteMap() {}

  /** The site map; addresses are absolute where the site's host is known. */
  public static String xml(SiteConfig config, Plan plan) {
    var xml = new XmlText();
    xml.open("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    for (PlannedPage page : plan.pages()) {
      if (page.inSitemap()) {
        xml.open("url");
        String uri = page.uri();
        xml.leaf("loc", config.host().isEmpty() ? uri : Uris.absolute(config.host(), uri));
        page.updated().ifPresent(date -> xml.leaf("lastmod", VietnameseDates.iso(date.at())));
        xml.close();
      }
    }
    return xml.close().end();
  }

  /** Everything may be read; where the site map is can only be said with an absolute address. */
  public static String robots(SiteConfig config) {
    String rules = "User-agent: *\nAllow: /\n";
    return config.host().isEmpty()
        ? rules
        : rules + "\nSitemap: " + Uris.absolute(config.host(), Uris.SITEMAP_XML) + "\n";
  }
}
