package vn.cachlamhay.api;

import java.util.List;
import java.util.Map;
import vn.cachlamhay.model.Publisher;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.OpenData;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * {@code portal.json}: who makes the site, and where programs find what. It changes only with the
 * configuration. Immutable and thread-safe.
 */
public record PortalFile(SiteConfig config) {

  /** Of the forms of all files; a form only ever grows. */
  static final int SCHEMA = 1;

  private static final String GENERATOR = "Cách làm hay";

  /** The file. */
  public OtherFile file(OpenData data) {
    return new OtherFile(
        Uris.PORTAL_JSON,
        List.of(data.on(), data.withFigures(), data.withPage()),
        () -> Json.text(portal(data).map()));
  }

  private Fields portal(OpenData data) {
    var at = new Addresses(config.host(), Uris.PORTAL_JSON);
    var fields =
        new Fields()
            .with("schema", SCHEMA)
            .with("generator", generator())
            .with("name", config.title())
            .text("tagline", config.tagline())
            .with("language", "vi")
            .with("home", at.of(Uris.HOME))
            .with("publisher", publisher(config.publisher()))
            .text("licence", config.api().licence())
            .with(
                "feeds",
                new Fields()
                    .with("atom", at.of(Uris.FEED))
                    .with("json", at.of(Uris.FEED_JSON))
                    .map())
            .with("siteMap", at.of(Uris.SITEMAP_XML));
    if (config.pageTemplates().containsKey("search")) {
      fields.with("search", at.of(Uris.SEARCH));
    }
    if (data.withFigures()) {
      fields.with("figures", at.of(Uris.FIGURES));
    }
    if (data.on()) {
      fields.with("api", api(data, at));
    }
    return fields;
  }

  private static Map<String, Object> api(OpenData data, Addresses at) {
    var fields = new Fields().with("description", at.of(Uris.OPEN_API));
    if (data.withPage()) {
      fields.with("page", at.of(Uris.API_PAGE));
    }
    if (data.withFigures()) {
      fields.with("indicators", at.of(OpenData.index(Uris.API_INDICATORS)));
    }
    return fields
        .with("articles", at.of(OpenData.index(Uris.API_ARTICLES)))
        .with("practices", at.of(OpenData.index(Uris.API_PRACTICES)))
        .with("localities", at.of(OpenData.index(Uris.API_LOCALITIES)))
        .with("topics", at.of(Uris.API_TOPICS))
        .map();
  }

  private static Map<String, Object> publisher(Publisher publisher) {
    return new Fields()
        .text("governingBody", publisher.governingBody())
        .text("responsible", publisher.responsible())
        .text("licence", publisher.licence())
        .text("address", publisher.address())
        .text("phone", publisher.phone())
        .text("email", publisher.email())
        .map();
  }

  private static String generator() {
    String version = PortalFile.class.getPackage().getImplementationVersion();
    return version == null ? GENERATOR : GENERATOR + " " + version;
  }
}
