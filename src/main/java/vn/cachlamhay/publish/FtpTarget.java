package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTPClient;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.publish.FtpLogin.Security;

/**
 * A folder on an FTP server, with TLS ({@code ftps}) or without ({@code ftp}). The path of the
 * address begins where the server puts who logs in; with two slashes at the root of the server.
 * Only passive mode. Thread-safe.
 */
public final class FtpTarget implements Target {

  private static final String PLAIN = "ftp";

  private static final int IMPLICIT_PORT = 990;

  private final TargetConfig config;
  private final FtpLogin login;
  private final AskedPassword password;
  private final URI url;

  private final FtpKnown known = new FtpKnown();

  private volatile FtpTls tls;

  private FtpTarget(TargetConfig config, Credentials credentials, FtpLogin login, URI url) {
    this.config = config;
    this.login = login;
    this.password = new AskedPassword(config, credentials, login.account());
    this.url = url;
  }

  /**
   * The target that a configuration describes. Nothing is connected to.
   *
   * @throws TargetException where the configuration is wrong
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    URI url = config.url();
    String type = config.type();
    Optional<String> user = config.user(url);
    boolean usable =
        type.equalsIgnoreCase(url.getScheme())
            && url.getHost() != null
            && user.isPresent()
            && url.getQuery() == null
            && url.getFragment() == null;
    if (!usable) {
      throw config.refused(
          ProblemCode.DICH_SAI_DIA_CHI,
          null,
          config.value("url").orElse(""),
          type + "://ten-dang-nhap@may-chu/public_html");
    }
    Security security = security(config, url);
    int usual = security == Security.IMPLICIT ? IMPLICIT_PORT : 21;
    int port = url.getPort() < 0 ? usual : url.getPort();
    // an IPv6 address has its brackets in a URI only
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    if (security != Security.NONE) {
      Certificates.context(config);
    }
    return new FtpTarget(
        config, credentials, new FtpLogin(config, security, host, port, user.get()), url);
  }

  private static Security security(TargetConfig config, URI url) throws TargetException {
    if (config.type().equals(PLAIN)) {
      return Security.NONE;
    }
    boolean port = url.getPort() == IMPLICIT_PORT;
    String value = config.value("tls").orElse(port ? "implicit" : "explicit");
    if (value.equals("implicit") || value.equals("explicit")) {
      return value.equals("implicit") ? Security.IMPLICIT : Security.EXPLICIT;
    }
    throw config.refusedValue("tls", null, "explicit, implicit");
  }

  @Override
  public String address() {
    return config.value("url").orElseThrow();
  }

  @Override
  public List<Problem> notices() {
    return login.security() == Security.NONE
        ? List.of(config.problem(ProblemCode.DICH_KHONG_MA_HOA, login.account(), "ftps"))
        : List.of();
  }

  @Override
  public Connection connect() throws IOException {
    FtpTls found = tls;
    boolean ready = found != null || login.security() == Security.NONE;
    return new FtpConnection(ready ? enter(found) : enterSomehow(), known);
  }

  /** The first connection finds out which way the server bears. */
  private FtpFiles enterSomehow() throws IOException {
    IOException last = null;
    for (FtpTls way : FtpTls.values()) {
      try {
        FtpFiles files = enter(way);
        Optional<IOException> wrong = tried(files);
        if (wrong.isEmpty()) {
          tls = way;
          return files;
        }
        last = wrong.get();
      } catch (SSLException e) {
        last = e;
      }
    }
    throw last;
  }

  /** What goes wrong with a line for data. */
  private static Optional<IOException> tried(FtpFiles files) throws IOException {
    try {
      files.list("");
      return Optional.empty();
    } catch (TargetException e) {
      files.close(false);
      throw e;
    } catch (IOException e) {
      files.close(true);
      return Optional.of(e);
    }
  }

  /** Bears with hosts that let an account in a few times only. */
  @Override
  public int connections() {
    return 4;
  }

  @Override
  public boolean copiesItself() {
    return false;
  }

  private FtpFiles enter(FtpTls way) throws IOException {
    FTPClient client = login.enter(password.get(), way);
    try {
      String root = root(client);
      if (!client.changeWorkingDirectory(root)) {
        throw config.refused(ProblemCode.DICH_KHONG_CO_THU_MUC, null, root);
      }
      return new FtpFiles(client, new FtpReplies(config), root);
    } catch (IOException e) {
      client.disconnect();
      throw e;
    }
  }

  private String root(FTPClient client) throws IOException {
    String path = url.getPath().replaceAll("/+$", "");
    if (path.startsWith("//")) {
      return path.substring(1);
    }
    String home = client.printWorkingDirectory();
    if (home == null) {
      throw new FtpReplies(config).other(client, null);
    }
    return home.replaceAll("/+$", "") + path;
  }
}
