package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The requests of WebDAV, one method each; paths are those of the site. For one thread.
 *
 * @param host where they go
 */
record DavRequests(DavHost host) {

  private static final String WANTED =
      """
      <?xml version="1.0" encoding="utf-8"?>\
      <propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>""";

  private static final String APACHE = "http://apache.org/dav/propset/fs/1";

  private static final int MULTISTATUS = 207;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION = 412;

  /** Sizes from which a server may say no before it has read everything. */
  private static final long LARGE = 60_000;

  private static final Set<Integer> FOR_THE_MOMENT = Set.of(408, 425, 429, 500, 502, 503, 504);

  /** Makes sure that the folder is there and may be looked into. */
  void reach() throws IOException {
    HttpResponse<InputStream> answer = propfind("", "0");
    try (InputStream body = answer.body()) {
      int status = answer.statusCode();
      if (status == NOT_FOUND) {
        String folder = host.address("").getPath();
        throw host.config().refused(ProblemCode.DICH_KHONG_CO_THU_MUC, null, folder);
      }
      if (status != MULTISTATUS) {
        throw notRead(answer, host.address("").getPath());
      }
      new DavListing(host.root()).read(body);
    }
  }

  /** What is below a folder, itself included; empty where it is not there, or not so deep. */
  Optional<List<DavListing.Entry>> list(String folder, String depth) throws IOException {
    HttpResponse<InputStream> answer = propfind(folder, depth);
    try (InputStream body = answer.body()) {
      int status = answer.statusCode();
      if (status == MULTISTATUS) {
        return Optional.of(new DavListing(host.root()).read(body));
      }
      if (isFolder(answer)) {
        return list(folder + "/", depth);
      }
      // Apache: 400 where a file is in the place of a folder
      if (status == NOT_FOUND || status == 400 || depth.equals("infinity")) {
        return Optional.empty();
      }
      throw notRead(answer, folder);
    }
  }

  /** The bytes of a file; empty where there is none. */
  Optional<byte[]> get(String path) throws IOException {
    HttpRequest.Builder request = host.request(path, "GET", BodyPublishers.noBody());
    HttpResponse<InputStream> answer =
        host.send(request.header("Cache-Control", "no-cache").build());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 200) {
        return Optional.of(body.readAllBytes());
      }
      if (answer.statusCode() == NOT_FOUND || isFolder(answer)) {
        return Optional.empty();
      }
      throw notRead(answer, path);
    }
  }

  /** Servers send who asks for a folder without its slash there. */
  private static boolean isFolder(HttpResponse<InputStream> answer) {
    String location = answer.headers().firstValue("Location").orElse("");
    return answer.statusCode() / 100 == 3
        && location.endsWith(answer.request().uri().getRawPath() + "/");
  }

  /** Sends a file to a name. */
  void put(String path, Upload file) throws IOException {
    BodyPublisher body =
        file.file().isPresent()
            ? BodyPublishers.ofFile(file.file().get())
            : BodyPublishers.ofByteArray(file.bytes());
    HttpRequest.Builder request = host.request(path, "PUT", body);
    int status;
    try {
      status = status(request);
    } catch (TargetException | HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      if (file.size() < LARGE) {
        throw e;
      }
      // it may have said no and closed while we were still sending: so first ask whether it will
      status = status(request.expectContinue(true));
    }
    if (status == 500 && file.size() > 0) {
      throw unclear(path, file);
    }
    if (status / 100 != 2) {
      throw notWritten("PUT", status, file.path());
    }
  }

  /** nginx says 500 to everything that its disk says no to. An empty file needs no room. */
  private IOException unclear(String path, Upload file) throws IOException {
    int status = status(host.request(path, "PUT", BodyPublishers.ofByteArray(new byte[0])));
    if (status / 100 == 2) {
      status(host.request(path, "DELETE", BodyPublishers.noBody()));
      return host.config().refused(ProblemCode.DICH_HET_CHO, null, file.path());
    }
    return status == 500
        ? host.config().refused(ProblemCode.DICH_KHONG_DUOC_GHI, null, file.path())
        : notWritten("PUT", status, file.path());
  }

  /**
   * Gives a file another name.
   *
   * @param overwrite whether what is there, be it a whole folder, makes room
   * @return false where something is there
   */
  boolean move(String from, String to, boolean overwrite) throws IOException {
    int status = status(towards("MOVE", from, to, overwrite));
    if (status / 100 != 2 && status != PRECONDITION) {
      throw notWritten("MOVE", status, to);
    }
    return status != PRECONDITION;
  }

  /** Copies a file to where none, or a file, is; false where there is nothing to copy. */
  boolean copy(String from, String to) throws IOException {
    int status = status(towards("COPY", from, to, true));
    if (status / 100 != 2 && status != NOT_FOUND) {
      throw notWritten("COPY", status, to);
    }
    return status != NOT_FOUND;
  }

  /** Removes a file, or a folder (with a slash) with everything in it. */
  void delete(String path) throws IOException {
    int status = status(host.request(path, "DELETE", BodyPublishers.noBody()));
    if (status / 100 != 2 && status != NOT_FOUND) {
      throw notWritten("DELETE", status, path);
    }
  }

  /** What came of making a folder. */
  enum Made {
    NEW,
    WAS_THERE,
    NOWHERE
  }

  /** Makes a folder; something may be there, or the folder that it is to be in not. */
  Made mkcol(String folder) throws IOException {
    int status = status(host.request(folder + "/", "MKCOL", BodyPublishers.noBody()));
    if (status / 100 == 2) {
      return Made.NEW;
    }
    if (status == NOT_ALLOWED) {
      return Made.WAS_THERE;
    }
    if (status == CONFLICT || status == NOT_FOUND) {
      return Made.NOWHERE;
    }
    throw notWritten("MKCOL", status, folder);
  }

  /**
   * Whether a file that is sent straight to its name takes its place whole or not at all. Apache's
   * files come in by a name of their own and are renamed; it tells that it is Apache with files in
   * what it says it can do. Since 2.4, that is, which older ones confess not to be.
   */
  boolean takesWholeFiles() throws IOException {
    HttpResponse<InputStream> answer =
        host.send(host.request("", "OPTIONS", BodyPublishers.noBody()).build());
    answer.body().close();
    boolean old = answer.headers().firstValue("Server").orElse("").contains("Apache/2.2");
    return !old && answer.headers().allValues("DAV").stream().anyMatch(it -> it.contains(APACHE));
  }

  private HttpResponse<InputStream> propfind(String path, String depth) throws IOException {
    return host.send(
        host.request(path, "PROPFIND", BodyPublishers.ofString(WANTED))
            .header("Content-Type", "application/xml; charset=utf-8")
            .header("Depth", depth)
            .build());
  }

  private HttpRequest.Builder towards(String method, String from, String to, boolean overwrite) {
    return host.request(from, method, BodyPublishers.noBody())
        .header("Destination", host.address(to).toString())
        .header("Overwrite", overwrite ? "T" : "F");
  }

  private int status(HttpRequest.Builder request) throws IOException {
    HttpResponse<InputStream> answer = host.send(request.build());
    try (InputStream body = answer.body()) {
      body.readAllBytes(); // so that the line can be used again
      // 207: the parts of a folder have answers of their own, and one of them is a no
      return answer.statusCode() == MULTISTATUS ? CONFLICT : answer.statusCode();
    }
  }

  private IOException notRead(HttpResponse<InputStream> answer, String path) {
    int status = answer.statusCode();
    if (status == 403) {
      return host.config().refused(ProblemCode.DICH_KHONG_DUOC_DOC, null, path);
    }
    String where = answer.headers().firstValue("Location").map(to -> " → " + to).orElse("");
    return other(answer.request().method() + " " + path + where, status);
  }

  private IOException notWritten(String method, int status, String path) {
    TargetConfig config = host.config();
    if (status == 507) {
      return config.refused(ProblemCode.DICH_HET_CHO, null, path);
    }
    if (status == 413) {
      return config.refused(ProblemCode.DICH_QUA_LON, null, path);
    }
    return status == 403 || status == NOT_ALLOWED
        ? config.refused(ProblemCode.DICH_KHONG_DUOC_GHI, null, path)
        : other(method + " " + path, status);
  }

  private IOException other(String what, int status) {
    String words = what + ": " + status;
    return FOR_THE_MOMENT.contains(status)
        ? new IOException(words)
        : host.config().refused(ProblemCode.DICH_TU_CHOI, null, words);
  }
}
