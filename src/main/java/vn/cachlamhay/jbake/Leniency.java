package vn.cachlamhay.jbake;

import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * What becomes of that at which JBake only shrugs. A plain project is strict unless it says {@code
 * portal.strict=false}: what JBake leaves out or replaces with nothing but a line in its log is an
 * error, and the file is left out. What JBake takes without a word is never an error.
 *
 * @param strict whether it is an error
 */
record Leniency(boolean strict) {

  private static final String KEY = "portal.strict";

  /** As the site has it. */
  static Leniency of(Site site) {
    Object written = site.jbake().get(KEY);
    String value = written == null ? "true" : written.toString().strip();
    if (!value.equals("true") && !value.equals("false")) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CAU_HINH_HONG,
              SourcePos.ofFile("jbake.properties"),
              KEY + " = " + value,
              KEY + "=false"),
          null);
    }
    return new Leniency(value.equals("true"));
  }

  /** The problem as this site sees it. */
  Problem judge(Problem problem) {
    return strict ? problem : problem.asNotice();
  }
}
