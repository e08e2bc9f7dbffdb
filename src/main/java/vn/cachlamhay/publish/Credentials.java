package vn.cachlamhay.publish;

import java.util.Optional;

/**
 * Asks people for what must not stand in a file. Where nobody is there to answer, all answers are
 * empty or no. Thread-safe: one question at a time.
 */
public interface Credentials {

  /** A variable of the environment; empty where it is not set or empty. */
  Optional<String> variable(String name);

  /**
   * A password that is typed without being shown.
   *
   * @param of what it opens, for people: {@code tinhuy@203.0.113.7}, or a key file
   */
  Optional<String> password(String of);

  /**
   * Whether a host that nobody has met is the right one.
   *
   * @param host its name
   * @param fingerprint of its key, as OpenSSH shows it: {@code SHA256:…}
   */
  boolean isTrusted(String host, String fingerprint);
}
