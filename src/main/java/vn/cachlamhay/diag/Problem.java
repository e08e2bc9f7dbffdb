package vn.cachlamhay.diag;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong: where, what kind, and the particulars that its message names. The words
 * are made by {@link Messages} when it is shown, so that one problem can be told in several
 * languages. Immutable.
 *
 * @param code what kind of problem
 * @param pos where
 * @param args the particulars, in the order in which the message numbers them
 * @param severity that of its kind, unless the site made a notice of it
 */
public record Problem(ProblemCode code, SourcePos pos, List<String> args, Severity severity)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::pos)
          .thenComparing(Problem::code)
          .thenComparing(problem -> String.join("\n", problem.args()))
          .thenComparing(Problem::severity);

  public Problem {
    args = List.copyOf(args);
  }

  /** A problem of a kind at a place, with the particulars of its message. */
  public static Problem of(ProblemCode code, SourcePos pos, String... args) {
    return new Problem(code, pos, List.of(args), code.severity());
  }

  /** Whether it makes the run end with exit code 1. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same where it is worth knowing and nothing more. */
  public Problem asNotice() {
    return new Problem(code, pos, args, Severity.NOTICE);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
