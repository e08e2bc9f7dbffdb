package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * What it takes to write articles of a site from outside of its editor: its configuration and its
 * lists. Immutable.
 */
record EditedSite(SiteConfig config, Gazetteer gazetteer, Topics topics) {

  /**
   * Reads it.
   *
   * @param site the site folder
   * @throws SiteException where there is no such site, it is a plain JBake project, or its
   *     configuration or lists cannot be used
   */
  static EditedSite of(Path site) {
    SiteConfig config =
        SiteLoader.load(site, Optional.empty(), VietnameseText.LOCALE, VietnameseDates.ZONE)
            .config();
    if (!config.isPortal()) {
      throw new SiteException(
          Problem.of(ProblemCode.KHONG_SOAN_DUOC, SourcePos.ofFile("jbake.properties")));
    }
    return new EditedSite(
        config,
        Gazetteer.load(config.data().resolve("localities.yaml")),
        Topics.load(config.data().resolve("topics.yaml")));
  }
}
