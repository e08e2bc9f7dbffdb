package vn.cachlamhay.edit;

import java.util.Optional;

/** What became of a file that was to be written or deleted. */
public sealed interface SaveResult {

  /**
   * It is written.
   *
   * @param file as it is now
   */
  record Saved(SourceFile file) implements SaveResult {}

  /**
   * It is in the trash.
   *
   * @param id by which it is restored
   */
  record Trashed(String id) implements SaveResult {}

  /**
   * It has changed since the editor read it, and nothing was done.
   *
   * @param theirs as it is now; empty where it is no longer there
   */
  record Conflict(Optional<SourceFile> theirs) implements SaveResult {}
}
