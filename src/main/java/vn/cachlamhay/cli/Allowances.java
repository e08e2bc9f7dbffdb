package vn.cachlamhay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.cachlamhay.build.OutputState;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.publish.FinishedSite;
import vn.cachlamhay.publish.Publisher;
import vn.cachlamhay.publish.TargetException;

/** What may be wrong with a site that is published all the same. */
final class Allowances {

  @Option(names = "--stale", descriptionKey = "stale")
  private boolean stale;

  @Option(names = "--with-drafts", descriptionKey = "with-drafts")
  private boolean drafts;

  @Option(names = "--with-errors", descriptionKey = "with-errors")
  private boolean errors;

  @Option(names = "--with-broken-links", descriptionKey = "with-broken-links")
  private boolean brokenLinks;

  /** What speaks against publishing, unless it has been allowed. */
  List<Problem> doubts(OutputState state, SourcePos pos) {
    var doubts = new ArrayList<Problem>();
    Optional<String> newer = state.known() ? state.newer() : Optional.of("jbake.properties …");
    if (newer.isPresent() && !stale) {
      doubts.add(Problem.of(ProblemCode.DANG_DA_CU, pos, pos.file(), newer.get()));
    }
    if (state.drafts() && !drafts) {
      doubts.add(Problem.of(ProblemCode.DANG_BAN_NHAP, pos, pos.file()));
    }
    if (state.errors() > 0 && !errors) {
      doubts.add(Problem.of(ProblemCode.DANG_CON_LOI, pos, String.valueOf(state.errors())));
    }
    return doubts;
  }

  /**
   * Looks at the links of the pages that would be sent.
   *
   * @throws TargetException where some lead nowhere, unless that has been allowed
   */
  void inspect(FinishedSite site, Publisher.Summary plan) throws TargetException {
    if (brokenLinks) {
      return;
    }
    var sent = new ArrayList<>(plan.added());
    sent.addAll(plan.changed());
    List<Problem> broken = site.brokenLinks(sent);
    if (!broken.isEmpty()) {
      Problem first = broken.get(0);
      throw new TargetException(
          Problem.of(
              ProblemCode.DANG_LIEN_KET_HONG,
              first.pos(),
              String.valueOf(broken.size()),
              first.pos().file(),
              first.args().get(0)));
    }
  }
}
