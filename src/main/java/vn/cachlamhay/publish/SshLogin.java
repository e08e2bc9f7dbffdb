package vn.cachlamhay.publish;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * The library's client, set up for one host: how it is reached, what was seen there. Keeps to what
 * the target says; the user's {@code ssh_config} is not read. Thread-safe.
 */
final class SshLogin implements Closeable {

  /** The key that the host showed, and what is known of it. */
  record Seen(PublicKey key, KnownHosts.Answer answer) {

    String fingerprint() {
      return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }
  }

  /** The host does not let in who comes with that. */
  static final class NotLetIn extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean takesPasswords;

    private NotLetIn(boolean takesPasswords, IOException cause) {
      super(cause);
      this.takesPasswords = takesPasswords;
    }

    boolean takesPasswords() {
      return takesPasswords;
    }
  }

  /** The host is not known to be the right one. */
  static final class NotTrusted extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Seen seen;

    private NotTrusted(Seen seen, IOException cause) {
      super(cause);
      this.seen = seen;
    }

    Seen seen() {
      return seen;
    }
  }

  /** What came of one attempt; sessions forget what they are told when they close. */
  private static final class Attempt {

    private volatile Seen seen;
    private volatile boolean takesPasswords;
    private volatile Optional<String> password = Optional.empty();
  }

  private final Map<ClientSession, Attempt> attempts = new ConcurrentHashMap<>();

  private final SshAddress address;
  private final KnownHosts hosts;
  private final Duration timeout;
  private final SshClient client;

  /**
   * @param hosts that are known
   * @param agent of the system, if one runs
   * @param timeout for each step
   * @throws IOException where the file of known hosts cannot be read
   */
  SshLogin(SshAddress address, KnownHosts hosts, Optional<SshAgents> agent, Duration timeout)
      throws IOException {
    this.address = address;
    this.hosts = hosts;
    this.timeout = timeout;
    SshSecurity.register();
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(this::isKnown);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    agent.ifPresent(client::setAgentFactory);
    client.setUserInteraction(new OnePassword());
    client.setUserAuthFactories(
        List.of(
            UserAuthPublicKeyFactory.INSTANCE,
            new Noted(UserAuthPasswordFactory.INSTANCE),
            new Noted(UserAuthKeyboardInteractiveFactory.INSTANCE)));
    client.setSignatureFactories(signatures(client.getSignatureFactories()));
    CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, timeout);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, Duration.ofSeconds(15));
    // small messages follow each other, and must not wait until the first is acknowledged
    CoreModuleProperties.TCP_NODELAY.set(client, true);
    client.start();
  }

  /**
   * Comes with keys or a password.
   *
   * @throws NotTrusted before any of them is shown
   * @throws NotLetIn where the host wants something else
   */
  ClientSession open(SshProof proof) throws IOException {
    ClientSession session =
        client.connect(address.user(), address.host(), address.port()).verify(timeout).getSession();
    Attempt attempt = attempt(session);
    try {
      session.setAttribute(UserAuthPublicKey.USE_DEFAULT_IDENTITIES, proof.agent());
      proof.keys().forEach(session::addPublicKeyIdentity);
      proof.password().ifPresent(session::addPasswordIdentity);
      attempt.password = proof.password();
      session.auth().verify(timeout);
      return session;
    } catch (IOException e) {
      session.close(true);
      throw reason(attempt, e);
    } finally {
      attempts.remove(session);
    }
  }

  private Attempt attempt(ClientSession session) {
    return attempts.computeIfAbsent(session, one -> new Attempt());
  }

  private static IOException reason(Attempt attempt, IOException e) {
    Seen seen = attempt.seen;
    if (seen != null && seen.answer().verdict() != KnownHosts.Verdict.KNOWN) {
      return new NotTrusted(seen, e);
    }
    int code = e instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
    if (code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
      return new NotLetIn(attempt.takesPasswords, e);
    }
    if (String.valueOf(e.getMessage()).contains("Too many authentication failures")) {
      // an agent with many keys: the host has not got as far as passwords
      return new NotLetIn(true, e);
    }
    return e;
  }

  private boolean isKnown(ClientSession session, SocketAddress remote, PublicKey key) {
    try {
      KnownHosts.Answer answer = hosts.ask(address.host(), address.port(), key);
      if (!session.isAuthenticated()) {
        attempt(session).seen = new Seen(key, answer);
      }
      return answer.verdict() == KnownHosts.Verdict.KNOWN;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The kinds of keys that the host may show: those that are known first. */
  private List<NamedFactory<Signature>> signatures(List<NamedFactory<Signature>> all)
      throws IOException {
    Set<String> known = hosts.types(address.host(), address.port());
    return all.stream()
        .filter(signature -> !signature.getName().contains("-cert-"))
        .sorted(Comparator.comparing(signature -> !known.contains(type(signature.getName()))))
        .toList();
  }

  private static String type(String signature) {
    return signature.startsWith("rsa-sha2") ? "ssh-rsa" : signature;
  }

  @Override
  public void close() {
    client.stop();
  }

  /** Notes down that the host offers this kind of proof. */
  private final class Noted implements UserAuthFactory {

    private final UserAuthFactory factory;

    private Noted(UserAuthFactory factory) {
      this.factory = factory;
    }

    @Override
    public String getName() {
      return factory.getName();
    }

    @Override
    public UserAuth createUserAuth(ClientSession session) throws IOException {
      attempt(session).takesPasswords = true;
      return factory.createUserAuth(session);
    }
  }

  /** Hosts that ask for the password in words of their own get the one that there is. */
  private final class OnePassword implements UserInteraction {

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
      return attempt(session).password.isPresent();
    }

    @Override
    public String[] interactive(
        ClientSession session,
        String name,
        String instruction,
        String language,
        String[] prompts,
        boolean[] echo) {
      boolean one = prompts.length == 1 && !echo[0];
      return one ? attempt(session).password.stream().toArray(String[]::new) : null;
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String language) {
      return null;
    }
  }
}
