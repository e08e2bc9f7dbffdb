package vn.cachlamhay.preview;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why the server itself refuses a request. The name in lower case with hyphens is the code; its
 * words stand in the resource bundle {@code preview}.
 */
enum Refusal {
  BAD_REQUEST(400),
  NO_LOGIN(401),
  NO_SESSION(403),
  OTHER_SITE(403),
  NOT_FOUND(404),
  WRONG_METHOD(405),
  TOO_LARGE(413),
  OTHER_HOST(421),
  TOO_MANY(429),
  DISK(500),
  FAILED(500),
  TOO_BUSY(503);

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("vn.cachlamhay.preview.preview", Locale.ROOT);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String message() {
    return WORDS.getString(code());
  }

  String hint() {
    return WORDS.getString(code() + ".hint");
  }

  Response response() {
    return Response.error(status, code(), message(), hint());
  }
}
