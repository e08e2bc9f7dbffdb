package vn.cachlamhay.diag;

import java.util.List;

/**
 * The run cannot go on: the configuration, a template or the reference data is wrong. Nothing has
 * been written when it is thrown.
 */
public final class SiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SiteException(Problem problem) {
    this(List.of(problem), null);
  }

  public SiteException(Problem problem, Throwable cause) {
    this(List.of(problem), cause);
  }

  public SiteException(List<Problem> problems, Throwable cause) {
    super(problems.toString(), cause);
    this.problems = List.copyOf(problems);
  }

  /** What was wrong; at least one problem. */
  public List<Problem> problems() {
    return problems;
  }
}
