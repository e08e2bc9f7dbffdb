package vn.cachlamhay.build;

import java.io.IOException;
import java.nio.file.Path;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.importer.ImportOptions;
import vn.cachlamhay.importer.Importer;

/** Brings texts from elsewhere into a site. Immutable. */
public final class SiteImport {

  private final EditedSite site;

  /**
   * @param site the site folder
   * @throws SiteException where there is no such site, it is a plain JBake project, or its
   *     configuration or lists cannot be used
   */
  public SiteImport(Path site) {
    this.site = EditedSite.of(site);
  }

  /**
   * Reads what the site has already, to bring in what it does not have.
   *
   * @throws SiteException where the site has no such type of article
   */
  public Importer importer(ImportOptions options) throws IOException {
    return Importer.of(site.config(), site.gazetteer(), site.topics(), options);
  }

  /** A path below the content folder as problems and people name it. */
  public String relative(String article) {
    return site.config().relative(site.config().content().resolve(article));
  }
}
