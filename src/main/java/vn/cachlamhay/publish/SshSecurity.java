package vn.cachlamhay.publish;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** Tells the library of {@link SshEd25519}. */
final class SshSecurity extends AbstractSecurityProviderRegistrar {

  private static final String PROVIDER = "SunEC";

  private SshSecurity() {
    super(PROVIDER);
  }

  /** To be called before the library reads or makes any key; more than once does no harm. */
  static void register() {
    SecurityUtils.registerSecurityProvider(new SshSecurity());
  }

  @Override
  public Provider getSecurityProvider() {
    return Security.getProvider(PROVIDER);
  }

  @Override
  public boolean isSupported() {
    return getSecurityProvider() != null;
  }

  @Override
  public boolean isSecurityEntitySupported(Class<?> type, String name) {
    // Java finds its own provider without being told
    return false;
  }

  @Override
  public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
    return Optional.of(new SshEd25519());
  }
}
