package vn.cachlamhay.publish;

import java.io.IOException;
import vn.cachlamhay.diag.Problem;

/** Hears how a run goes on, from any thread. */
public interface PublishListener {

  /** Hears nothing. */
  PublishListener SILENT = new PublishListener() {};

  /** What kind of work begins. */
  enum Work {
    LOOK,
    SEND,
    REMOVE,
    VERIFY
  }

  /**
   * Something begins.
   *
   * @param files how many it is about; 0 where nobody knows yet
   * @param bytes how much is to be moved; 0 where nobody knows
   */
  default void begins(Work work, int files, long bytes) {}

  /** A file is done. */
  default void done(String path, long bytes) {}

  /** A connection broke, and another is made; 0: there was nothing left to break. */
  default void tryingAgain(int attempt, IOException why) {}

  /** Something worth knowing. */
  default void notice(Problem problem) {}
}
