package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.session.ClientSession;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A folder of a host that is reached by SFTP: {@code sftp://user@host:port/folder}, or {@code
 * /~/folder} for one in the user's home. Each connection has a session of its own. Problems: the
 * host is unknown, away, has another key than before, or lets nobody in; the folder above the
 * target's is missing. Thread-safe.
 */
public final class SftpTarget implements Target {

  private static final String HOME = "/~/";

  private final TargetConfig config;
  private final SshAccess access;
  private final String path;
  private final String root;
  private final Set<String> folders = ConcurrentHashMap.newKeySet();
  private volatile boolean copiesItself;
  private volatile boolean checked;

  private SftpTarget(TargetConfig config, SshAccess access, String path) {
    this.config = config;
    this.access = access;
    this.path = path;
    this.root = root(path);
  }

  /**
   * The target that is configured.
   *
   * @param credentials who is asked for passwords and about hosts
   * @throws TargetException where the configuration cannot be used
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    // as OpenSSH's own tools are told of another home
    String home = credentials.variable("HOME").orElse(System.getProperty("user.home"));
    return of(config, credentials, Path.of(home));
  }

  /**
   * @param home of the user, with the keys and known hosts in {@code .ssh}
   */
  static Target of(TargetConfig config, Credentials credentials, Path home) throws TargetException {
    var access = new SshAccess(config, credentials, home);
    String path = config.url().getPath();
    if (path.isEmpty()) {
      throw SshAddress.unusable(config);
    }
    return new SftpTarget(config, access, path);
  }

  private static String root(String path) {
    String root = path.startsWith(HOME) ? path.substring(HOME.length()) : path;
    root = root.replaceAll("/+$", "");
    if (root.isEmpty()) {
      return path.startsWith(HOME) ? "." : "/";
    }
    return root;
  }

  @Override
  public String address() {
    return "sftp://" + access.address() + path;
  }

  @Override
  public Connection connect() throws IOException {
    ClientSession session = access.open();
    try {
      var wire = wire(session);
      var connection = new SftpConnection(config, wire, root, folders);
      if (!checked) {
        connection.check();
        checked = true;
      }
      copiesItself = connection.copiesItself();
      return connection;
    } catch (IOException e) {
      session.close(true);
      throw e;
    }
  }

  private SftpWire wire(ClientSession session) throws IOException {
    try {
      return new SftpWire(session, Duration.ofSeconds(config.timeout()));
    } catch (IOException e) {
      if (session.isOpen()) {
        // who is let in may not do this: an account for something else
        throw config.refused(ProblemCode.DICH_TU_CHOI, e, "SFTP: " + e.getMessage());
      }
      throw e;
    }
  }

  @Override
  public int connections() {
    return 6;
  }

  /** Known once somebody has connected. */
  @Override
  public boolean copiesItself() {
    return copiesItself;
  }

  @Override
  public void close() {
    access.close();
  }
}
