package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/**
 * How to get into a repository: passwords, keys, and whom to trust. A password is asked for once.
 * For one thread.
 */
final class GitDoor implements AutoCloseable {

  private final TargetConfig config;
  private final GitAddress address;
  private final Credentials credentials;
  private final Path home;
  private final AtomicReference<Optional<TargetException>> refusal =
      new AtomicReference<>(Optional.empty());
  private Optional<String> password = Optional.empty();
  private Optional<SshdSessionFactory> ssh = Optional.empty();

  GitDoor(TargetConfig config, GitAddress address, Credentials credentials, Path home) {
    this.config = config;
    this.home = home;
    this.address = address;
    this.credentials = credentials;
  }

  /** Makes a transport ready for its first call. */
  void prepare(Transport transport) throws IOException {
    refusal.set(Optional.empty());
    transport.setTimeout(config.timeout());
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setCredentialsProvider(new Answers());
    if (transport instanceof SshTransport line) {
      if (ssh.isEmpty()) {
        ssh = Optional.of(GitSsh.factory(config, credentials, home, this::refuse));
      }
      line.setSshSessionFactory(ssh.get());
    }
    if (transport instanceof TransportHttp line) {
      Optional<TrustManager> trusted = Certificates.manager(config);
      if (trusted.isPresent()) {
        line.setHttpConnectionFactory(new Trusting(trusted.get()));
      }
    }
  }

  /** What was the reason for a failure, where it was one of ours. */
  IOException refusal(IOException failure) {
    return refusal.get().map(IOException.class::cast).orElse(failure);
  }

  /** Whether somebody has been asked for a password. */
  boolean hasPassword() {
    return password.isPresent();
  }

  /** Remembers what cannot be thrown through JGit. */
  private void refuse(TargetException problem) {
    refusal.compareAndSet(Optional.empty(), Optional.of(problem));
  }

  private String password(URIish uri) throws TargetException {
    if (password.isEmpty()) {
      String user = Optional.ofNullable(uri.getUser()).orElse("git");
      password = Optional.of(config.password(credentials, user + "@" + uri.getHost()));
    }
    return password.get();
  }

  @Override
  public void close() {
    ssh.ifPresent(SshdSessionFactory::close);
  }

  /** Answers what JGit asks; the same password is not tried a second time. */
  private final class Answers extends CredentialsProvider {

    private boolean isUsed;

    @Override
    public boolean isInteractive() {
      return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
      return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
      for (CredentialItem item : items) {
        if (!answer(uri, item)) {
          return false;
        }
      }
      return true;
    }

    private boolean answer(URIish uri, CredentialItem item) {
      if (item instanceof CredentialItem.Username name) {
        name.setValue(Optional.ofNullable(address.uri().getUser()).orElse("git"));
        return true;
      }
      if (item instanceof CredentialItem.InformationalMessage) {
        return true;
      }
      // questions for yes and no are about keys of hosts, which are answered elsewhere
      if (isUsed || item instanceof CredentialItem.YesNoType) {
        return false;
      }
      try {
        String answer = password(uri);
        isUsed = true;
        if (item instanceof CredentialItem.CharArrayType secret) {
          secret.setValue(answer.toCharArray());
          return true;
        }
        if (item instanceof CredentialItem.StringType secret) {
          secret.setValue(answer);
          return true;
        }
        return false;
      } catch (TargetException e) {
        refuse(e);
        return false;
      }
    }
  }

  /** Connections that trust the certificate of an office. */
  private static final class Trusting extends JDKHttpConnectionFactory {

    private final TrustManager[] trusted;

    private Trusting(TrustManager trusted) {
      this.trusted = new TrustManager[] {trusted};
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
      return trusting(super.create(url));
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
      return trusting(super.create(url, proxy));
    }

    private HttpConnection trusting(HttpConnection connection) throws IOException {
      try {
        connection.configure(null, trusted, null);
        return connection;
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    }
  }
}
