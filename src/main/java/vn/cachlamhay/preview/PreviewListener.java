package vn.cachlamhay.preview;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.cachlamhay.diag.Problem;

/** Is told what a preview does, from its threads, one call at a time and in order. */
public interface PreviewListener {

  /**
   * A bake that has ended.
   *
   * @param files that had changed, below the site folder; empty where nobody knows
   * @param changed how many files of the site are new, others, or gone
   * @param problems sorted by place
   * @param stopped whether it could not go on
   * @param otherProblems whether they are not those of the bake before
   */
  record Bake(
      List<String> files,
      int changed,
      List<Problem> problems,
      boolean stopped,
      boolean otherProblems,
      Duration duration) {}

  /**
   * Pages are there, while all else is still being made.
   *
   * @param files that had changed, below the site folder
   * @param uris of the pages
   */
  void shown(List<String> files, Set<String> uris, Duration duration);

  /** A bake has ended. */
  void baked(Bake bake);

  /** Our own mistake; the preview goes on. */
  void failed(Throwable failure);
}
