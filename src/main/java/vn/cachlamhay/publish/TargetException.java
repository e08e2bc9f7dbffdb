package vn.cachlamhay.publish;

import java.io.IOException;
import vn.cachlamhay.diag.Problem;

/** A host says no, or is not to be trusted: trying again would not help. */
public final class TargetException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public TargetException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  public TargetException(Problem problem) {
    this(problem, null);
  }

  /** What to tell, with what to do. */
  public Problem problem() {
    return problem;
  }
}
