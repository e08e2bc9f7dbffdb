package vn.cachlamhay.publish;

import java.io.IOException;

/** The branch of a host is no longer where it was. */
final class GitOutrunException extends IOException {

  private static final long serialVersionUID = 1L;

  GitOutrunException(String message) {
    super(message);
  }
}
