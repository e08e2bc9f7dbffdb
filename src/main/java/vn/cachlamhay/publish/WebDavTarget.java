package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A folder on a web server that takes files by WebDAV. The password goes to that server and to no
 * other: redirects are told, not followed. Thread-safe.
 */
public final class WebDavTarget implements Target {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private final TargetConfig config;
  private final URI url;
  private final Optional<String> user;
  private final HttpClient client;
  private final AskedPassword password;

  /** Folders that are known to be there, for all connections. */
  private final Set<String> folders = ConcurrentHashMap.newKeySet();

  private Optional<Boolean> wholeFiles = Optional.empty();

  private WebDavTarget(
      TargetConfig config,
      Credentials credentials,
      URI url,
      Optional<String> user,
      HttpClient client) {
    this.config = config;
    this.url = url;
    this.user = user;
    this.client = client;
    this.password = new AskedPassword(config, credentials, account());
  }

  /**
   * The target that a configuration describes. Nothing is connected to.
   *
   * @throws TargetException where the configuration is wrong
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    URI url = config.url();
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    boolean usable =
        (secure || "http".equalsIgnoreCase(url.getScheme()))
            && url.getHost() != null
            && url.getQuery() == null
            && url.getFragment() == null;
    if (!usable) {
      throw config.refused(
          ProblemCode.DICH_SAI_DIA_CHI,
          null,
          config.value("url").orElse(""),
          "https://ten-dang-nhap@may-chu/thu-muc/");
    }
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(config.timeout()));
    if (secure) {
      client.sslContext(Certificates.context(config));
    }
    Optional<String> user = config.user(url);
    return new WebDavTarget(config, credentials, url, user, client.build());
  }

  @Override
  public String address() {
    return config.value("url").orElseThrow();
  }

  @Override
  public List<Problem> notices() {
    boolean open =
        url.getScheme().equalsIgnoreCase("http") && !LOOPBACK.matcher(url.getHost()).matches();
    return open
        ? List.of(config.problem(ProblemCode.DICH_KHONG_MA_HOA, account(), "https"))
        : List.of();
  }

  @Override
  public Connection connect() throws IOException {
    Optional<String> given = user.isPresent() ? Optional.of(password.get()) : Optional.empty();
    var host = new DavHost(config, client, url, account(), user, given);
    var requests = new DavRequests(host);
    requests.reach();
    return new DavConnection(requests, folders, takesWholeFiles(requests));
  }

  @Override
  public int connections() {
    return 6;
  }

  @Override
  public boolean copiesItself() {
    return true;
  }

  private String account() {
    return user.map(name -> name + "@").orElse("") + url.getHost();
  }

  /** Found out once. */
  private synchronized boolean takesWholeFiles(DavRequests requests) throws IOException {
    if (wholeFiles.isEmpty()) {
      wholeFiles = Optional.of(requests.takesWholeFiles());
    }
    return wholeFiles.get();
  }
}
