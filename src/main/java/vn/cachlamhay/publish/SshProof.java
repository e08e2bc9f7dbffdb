package vn.cachlamhay.publish;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/**
 * What somebody shows to be let in. Immutable.
 *
 * @param agent whether the keys of the agent are shown, before the others
 * @param keys of files
 * @param password where keys do not help
 */
record SshProof(boolean agent, List<KeyPair> keys, Optional<String> password) {

  SshProof {
    keys = List.copyOf(keys);
  }

  static SshProof of(List<KeyPair> keys) {
    return new SshProof(true, keys, Optional.empty());
  }

  /** The keys have failed by then: showing them again would use up the tries that a host allows. */
  static SshProof of(String password) {
    return new SshProof(false, List.of(), Optional.of(password));
  }

  @Override
  public String toString() {
    // never the password
    return keys.size() + " keys";
  }
}
