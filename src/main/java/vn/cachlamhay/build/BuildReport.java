package vn.cachlamhay.build;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;

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
    Optional<Written> written,
    Map<Step, Duration> timings,
    List<Problem> problems) {

  /**
   * What changed on disk.
   *
   * @param files of the site
   * @param written new and changed ones
   * @param removed those no longer wanted
   */
  public record Written(int files, int written, int removed) {}

  /** Whether anything makes the exit code 1. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
