package vn.cachlamhay.preview;

import java.io.IOException;

/** A request is not to be done; the answer says why. */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Response response;

  RefusedException(Refusal why) {
    this(why.response());
  }

  /**
   * @param response sent instead of what was asked for
   */
  public RefusedException(Response response) {
    super("status " + response.status());
    this.response = response;
  }

  /** What is sent. */
  public Response response() {
    return response;
  }
}
