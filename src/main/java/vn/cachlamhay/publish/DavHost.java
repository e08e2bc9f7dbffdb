package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A web server, and how it is talked to: addresses, headers, waiting. Thread-safe.
 *
 * @param config of the target
 * @param client what talks
 * @param url of the folder
 * @param account as people know it
 * @param user who publishes, if the server asks
 * @param password of the user
 */
record DavHost(
    TargetConfig config,
    HttpClient client,
    URI url,
    String account,
    Optional<String> user,
    Optional<String> password) {

  /** A line so slow that it is rather broken, in bytes a second. */
  private static final int SLOWEST = 4_000;

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  /** The path of the folder, encoded, with a slash at its end. */
  String root() {
    String path = URI.create(url.toASCIIString()).getRawPath();
    return path.endsWith("/") ? path : path + "/";
  }

  /** The address of a file; a folder's ends with a slash. */
  URI address(String path) {
    var encoded = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(each) >= 0) {
        encoded.append((char) each);
      } else {
        encoded.append('%').append("%02X".formatted(each & 0xFF));
      }
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return URI.create(url.getScheme() + "://" + url.getHost() + port + root() + encoded);
  }

  /** A request for a file or folder; the user's name and password go with it. */
  HttpRequest.Builder request(String path, String method, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).method(method, body);
    long sending = Math.max(0, body.contentLength()) / SLOWEST;
    request.timeout(Duration.ofSeconds(config.timeout() + sending));
    if (user.isPresent()) {
      String both = user.get() + ":" + password.orElse("");
      String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + basic);
    }
    return request;
  }

  /**
   * Sends a request.
   *
   * @throws TargetException where the server is not believed, does not know the user, or sends us
   *     elsewhere
   */
  HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    HttpResponse<InputStream> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (IOException e) {
      Optional<String> distrust = Certificates.distrust(e);
      if (distrust.isPresent()) {
        throw config.refused(
            ProblemCode.DICH_CHUNG_THU, e, url.getHost(), distrust.get(), config.name());
      }
      throw e;
    }
    if (response.statusCode() == 401) {
      throw notLetIn(response);
    }
    return response;
  }

  private TargetException notLetIn(HttpResponse<InputStream> response) throws IOException {
    response.body().close();
    var asked = response.headers().allValues("WWW-Authenticate");
    boolean basic = asked.isEmpty() || asked.stream().anyMatch(way -> way.startsWith("Basic"));
    return basic
        ? config.refused(ProblemCode.DICH_SAI_MAT_KHAU, null, account)
        : config.refused(ProblemCode.DICH_TU_CHOI, null, "401 " + String.join(", ", asked));
  }
}
