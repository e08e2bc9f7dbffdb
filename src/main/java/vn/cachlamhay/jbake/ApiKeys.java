package vn.cachlamhay.jbake;

import org.apache.commons.configuration2.Configuration;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Api;

/** Reads what {@code jbake.properties} says of open data: {@code portal.api}. Stateless. */
final class ApiKeys {

  private static final String ON = "portal.api";
  private static final String LICENCE = "portal.api.licence";

  private ApiKeys() {}

  /**
   * What a portal says; its data are open where it says nothing.
   *
   * @param file where it stands, for problems
   * @throws SiteException where the switch is neither on nor off
   */
  static Api read(Configuration own, String file) {
    String written = own.getString(ON, "true").strip();
    if (!written.matches("true|false")) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CAU_HINH_HONG,
              SourcePos.ofFile(file),
              ON + " = " + written,
              ON + "=true | " + ON + "=false"));
    }
    return new Api(written.equals("true"), own.getString(LICENCE, "").strip());
  }
}
