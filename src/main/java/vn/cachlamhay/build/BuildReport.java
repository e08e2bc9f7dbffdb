package vn.cachlamhay.build;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.output.OutputWriter;

/**
 * What a build did. Immutable.
 *
 * @param articles read and published
 * @param pages made
 * @param links looked at in the finished pages; 0 where they were not
 * @param written what changed on disk; empty where nothing was to be written
 * @param timings of each step that ran, in their order
 * @param problems sorted by place
 */
public record BuildReport(
    int articles,
    int pages,
    int links,
    Optional<OutputWriter.Result> written,
    Map<Step, Duration> timings,
    List<Problem> problems) {

  /** Whether anything makes the exit code 1. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
