package vn.cachlamhay.preview;

import java.io.IOException;

/** Answers requests, from several threads at once. */
@FunctionalInterface
public interface Handler {

  /**
   * The answer.
   *
   * @throws RefusedException with the answer that is sent instead
   * @throws IOException the disk does not do what it should; answered with status 500
   */
  Response handle(Request request) throws IOException;
}
