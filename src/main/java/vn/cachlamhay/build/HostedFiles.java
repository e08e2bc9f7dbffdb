package vn.cachlamhay.build;

import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.host.HostFiles;
import vn.cachlamhay.host.PagePolicy;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;

/**
 * Step 5: what hosts read. Immutable.
 *
 * @param own files of the site's own, by address: they go before ours
 */
record HostedFiles(SiteConfig config, Map<String, StaticFile> own) {

  /**
   * The files.
   *
   * @param home the home page, whose policy is that of all
   */
  List<OtherFile> files(Plan plan, String home, Problems problems) {
    boolean notFound =
        config.pageTemplates().containsKey("notfound") || own.containsKey(Uris.NOT_FOUND);
    var made = new HostFiles(config, plan.redirects(), PagePolicy.of(home), notFound);
    problems.addAll(made.notices());
    if (config.hosting().asked()) {
      made.files().stream()
          .map(OtherFile::uri)
          .filter(own::containsKey)
          .forEach(uri -> tell(uri, problems));
    }
    return made.files();
  }

  private void tell(String uri, Problems problems) {
    SourcePos pos = SourcePos.ofFile(config.relative(own.get(uri).source()));
    problems.add(ProblemCode.MAY_CHU_TEP_RIENG, pos, HostFiles.kind(uri, config.hosting()));
  }
}
