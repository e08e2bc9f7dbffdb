package vn.cachlamhay.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed the {@link Gate}. Its body can be read once, by one thread.
 *
 * @param method in capitals; HEAD comes as GET
 * @param path decoded and normalised, beginning with {@code /}, without {@code ..}, backslashes and
 *     control characters
 * @param query decoded; the last of several values of a name
 * @param headers by name in lower case; the last of several
 * @param body empty where there is none
 * @param length of the body as the client says, -1 where it does not
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    InputStream body,
    long length) {

  /** Whether nothing is to change by it. */
  public boolean isGet() {
    return method.equals("GET");
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A value of the query. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * The whole body.
   *
   * @param limit more bytes than these are refused
   * @throws RefusedException where there are more (413)
   */
  public byte[] bytes(int limit) throws IOException {
    if (length > limit) {
      throw new RefusedException(Refusal.TOO_LARGE);
    }
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new RefusedException(Refusal.TOO_LARGE);
    }
    return bytes;
  }

  /**
   * The whole body as text.
   *
   * @throws RefusedException as {@link #bytes}
   */
  public String text(int limit) throws IOException {
    return new String(bytes(limit), StandardCharsets.UTF_8);
  }
}
