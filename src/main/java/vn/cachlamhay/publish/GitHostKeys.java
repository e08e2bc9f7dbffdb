package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Whom to trust over ssh: the hosts of OpenSSH's {@code known_hosts}, and those of which somebody
 * says so when they are met first. A key that has changed is never trusted. Thread-safe.
 */
final class GitHostKeys implements ServerKeyDatabase {

  private static final int USUAL_PORT = 22;

  private final TargetConfig config;
  private final Credentials credentials;
  private final KnownHosts hosts;
  private final Consumer<TargetException> told;
  private final ServerKeyDatabase types;

  /**
   * @param told gets what cannot be thrown through JGit
   */
  GitHostKeys(
      TargetConfig config,
      Credentials credentials,
      KnownHosts hosts,
      Consumer<TargetException> told) {
    this.config = config;
    this.credentials = credentials;
    this.hosts = hosts;
    this.told = told;
    this.types = new OpenSshServerKeyDatabase(false, List.of(hosts.file()));
  }

  /** Known keys, by which JGit asks for one of a known type. */
  @Override
  public List<PublicKey> lookup(
      String connectAddress, InetSocketAddress remote, Configuration configuration) {
    return types.lookup(connectAddress, remote, configuration);
  }

  @Override
  public boolean accept(
      String connectAddress,
      InetSocketAddress remote,
      PublicKey key,
      Configuration configuration,
      CredentialsProvider provider) {
    try {
      return isTrusted(remote, key);
    } catch (TargetException e) {
      told.accept(e);
      return false;
    } catch (IOException e) {
      told.accept(config.refused(ProblemCode.DIA_HONG, e, hosts.file().toString()));
      return false;
    }
  }

  private boolean isTrusted(InetSocketAddress remote, PublicKey key) throws IOException {
    String host = remote.getHostString();
    int port = remote.getPort();
    String name = port == USUAL_PORT ? host : host + ":" + port;
    String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    KnownHosts.Answer answer = hosts.ask(host, port, key);
    if (answer.verdict() == KnownHosts.Verdict.KNOWN) {
      return true;
    }
    if (answer.verdict() != KnownHosts.Verdict.NEW) {
      boolean isRevoked = answer.verdict() == KnownHosts.Verdict.REVOKED;
      throw config.refused(
          isRevoked ? ProblemCode.DICH_KHOA_BI_HUY : ProblemCode.DICH_KHOA_MAY_DOI,
          null,
          name,
          fingerprint,
          answer.line());
    }
    if (!credentials.isTrusted(name, fingerprint)) {
      throw config.refused(ProblemCode.DICH_MAY_LA, null, name, fingerprint);
    }
    hosts.add(host, port, key);
    return true;
  }
}
