package vn.cachlamhay.edit;

import vn.cachlamhay.diag.Problem;

/** What became of a commit. */
public sealed interface GitResult {

  /**
   * It is made.
   *
   * @param id the digits that name it
   */
  record Committed(String id) implements GitResult {}

  /** The last commit has the files as they are. */
  record Unchanged() implements GitResult {}

  /**
   * It was not made, and the repository is as it was.
   *
   * @param why to be told to the editor; the files themselves are saved
   */
  record Failed(Problem why) implements GitResult {}
}
