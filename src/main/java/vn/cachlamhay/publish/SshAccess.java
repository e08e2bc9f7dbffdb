package vn.cachlamhay.publish;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Gets somebody into a host by ssh. The first time it finds out how, and asks: whether the host is
 * the right one, then, where neither the agent nor a key is enough, for the password. No connection
 * waits for the answer, since hosts hang up on who hesitates. What was found out holds for all that
 * follow. Thread-safe.
 */
final class SshAccess implements Closeable {

  private final TargetConfig config;
  private final Credentials credentials;
  private final SshAddress address;
  private final KnownHosts hosts;
  private final SshKeys keys;

  private SshLogin login;
  private volatile boolean reached;
  private volatile SshProof proof;

  /**
   * @param home of the user, where {@code .ssh} is
   * @throws TargetException where the configuration cannot be used
   */
  SshAccess(TargetConfig config, Credentials credentials, Path home) throws TargetException {
    this.config = config;
    this.credentials = credentials;
    this.address = SshAddress.of(config);
    this.hosts = new KnownHosts(home.resolve(".ssh").resolve("known_hosts"));
    this.keys = new SshKeys(config, credentials, home);
  }

  SshAddress address() {
    return address;
  }

  /**
   * A line to the host, by somebody who is let in.
   *
   * @throws TargetException where nobody is, or the host is not the right one
   * @throws IOException where trying again might help
   */
  ClientSession open() throws IOException {
    SshProof known = proof;
    if (known != null) {
      return open(login(), known);
    }
    synchronized (this) {
      return proof != null ? open(login(), proof) : first();
    }
  }

  private ClientSession first() throws IOException {
    SshLogin with = login();
    boolean takesPasswords;
    try {
      return remember(with, SshProof.of(keys.open()));
    } catch (SshLogin.NotLetIn e) {
      takesPasswords = e.takesPasswords();
    }
    List<KeyPair> locked = keys.locked();
    if (!locked.isEmpty()) {
      try {
        return remember(with, new SshProof(false, locked, Optional.empty()));
      } catch (SshLogin.NotLetIn e) {
        takesPasswords = e.takesPasswords();
      }
    }
    if (!takesPasswords) {
      throw config.refused(
          ProblemCode.DICH_KHOA_BI_TU_CHOI, null, address.toString(), config.name());
    }
    String password = config.password(credentials, address.toString());
    return remember(with, SshProof.of(password));
  }

  private ClientSession remember(SshLogin with, SshProof shown) throws IOException {
    ClientSession session = open(with, shown);
    proof = shown;
    return session;
  }

  private ClientSession open(SshLogin with, SshProof shown) throws IOException {
    try {
      return attempt(with, shown);
    } catch (SshLogin.NotTrusted e) {
      meet(e.seen(), e);
      return attempt(with, shown);
    } catch (SshLogin.NotLetIn e) {
      if (shown.password().isEmpty() && proof == null) {
        throw e;
      }
      throw config.refused(ProblemCode.DICH_SAI_MAT_KHAU, e, address.toString());
    }
  }

  private ClientSession attempt(SshLogin with, SshProof shown) throws IOException {
    try {
      ClientSession session = with.open(shown);
      reached = true;
      return session;
    } catch (SshLogin.NotTrusted | SshLogin.NotLetIn e) {
      reached = true;
      throw e;
    } catch (IOException e) {
      throw reason(e);
    }
  }

  /** A host that was never reached is likelier to be misspelt than away for a moment. */
  private IOException reason(IOException e) {
    if (e instanceof SshException ssh
        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED) {
      return config.refused(ProblemCode.DICH_TU_CHOI, e, e.getMessage());
    }
    return reached
        ? e
        : config.refused(ProblemCode.DICH_KHONG_TOI_DUOC, e, address.hostAndPort(), root(e));
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean tells = cause instanceof ConnectException || cause instanceof UnknownHostException;
    return tells ? cause.getMessage() : e.getMessage();
  }

  /** Asks about a host that nobody has met. */
  private void meet(SshLogin.Seen seen, SshLogin.NotTrusted cause) throws TargetException {
    String fingerprint = seen.fingerprint();
    KnownHosts.Verdict verdict = seen.answer().verdict();
    if (verdict != KnownHosts.Verdict.NEW) {
      ProblemCode code =
          verdict == KnownHosts.Verdict.REVOKED
              ? ProblemCode.DICH_KHOA_BI_HUY
              : ProblemCode.DICH_KHOA_MAY_DOI;
      throw config.refused(code, cause, address.hostAndPort(), fingerprint, seen.answer().line());
    }
    if (!credentials.isTrusted(address.hostAndPort(), fingerprint)) {
      throw config.refused(ProblemCode.DICH_MAY_LA, cause, address.hostAndPort(), fingerprint);
    }
    try {
      hosts.add(address.host(), address.port(), seen.key());
    } catch (IOException e) {
      throw config.refused(ProblemCode.DIA_HONG, e, hosts.file().toString());
    }
  }

  private synchronized SshLogin login() throws IOException {
    if (login == null) {
      login =
          new SshLogin(
              address, hosts, SshAgents.running(credentials), Duration.ofSeconds(config.timeout()));
    }
    return login;
  }

  @Override
  public synchronized void close() {
    if (login != null) {
      login.close();
      login = null;
    }
  }
}
