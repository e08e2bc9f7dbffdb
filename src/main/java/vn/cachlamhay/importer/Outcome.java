package vn.cachlamhay.importer;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;

/**
 * What came of one source. Immutable.
 *
 * @param source its name
 * @param status what was done
 * @param article the draft that was made, or the article that is there already, below the content
 *     folder; empty where it failed
 * @param kept the report of a draft that was made
 * @param problems why it failed, or what the editor should look at
 */
public record Outcome(
    String source,
    Status status,
    Optional<String> article,
    Optional<Kept> kept,
    List<Problem> problems) {

  /** What was done with a source. */
  public enum Status {
    /** A draft was made. */
    MADE,
    /** It is there already. */
    KNOWN,
    /** It could not be read. */
    FAILED
  }

  public Outcome {
    problems = List.copyOf(problems);
  }
}
