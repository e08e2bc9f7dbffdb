package vn.cachlamhay.web;

import java.io.IOException;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Something is not fetched, and why. */
final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private Refusal(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /**
   * A refusal.
   *
   * @param args the first of them names what was asked for
   */
  static Refusal of(ProblemCode code, String... args) {
    return new Refusal(Problem.of(code, SourcePos.ofFile(args[0]), args), null);
  }

  Refusal because(Throwable cause) {
    return new Refusal(problem, cause);
  }

  Problem problem() {
    return problem;
  }
}
