package vn.cachlamhay.word;

import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/** Makes the exceptions for files that are not read. Stateless. */
final class Refusal {

  private Refusal() {}

  static SiteException of(ProblemCode code, String file, String... args) {
    return new SiteException(Problem.of(code, SourcePos.ofFile(file), args));
  }

  static SiteException of(ProblemCode code, String file, Throwable cause) {
    return new SiteException(Problem.of(code, SourcePos.ofFile(file)), cause);
  }
}
