package vn.cachlamhay.edit;

import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** What an editor asked for cannot be done. No file has been changed when it is thrown. */
public final class EditException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  EditException(ProblemCode code, String file, String... args) {
    this(Problem.of(code, SourcePos.ofFile(file), args));
  }

  EditException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Why; its words are those of the resource bundle {@code problems}. */
  public Problem problem() {
    return problem;
  }
}
