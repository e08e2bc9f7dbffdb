package vn.cachlamhay.publish;

import java.util.Optional;

/** A password that all connections of a target share and people are asked for once. Thread-safe. */
final class AskedPassword {

  private final TargetConfig config;
  private final Credentials credentials;
  private final String of;

  private Optional<String> given = Optional.empty();

  /**
   * @param of what it opens
   */
  AskedPassword(TargetConfig config, Credentials credentials, String of) {
    this.config = config;
    this.credentials = credentials;
    this.of = of;
  }

  /** Asks for it, unless it is known. */
  synchronized String get() throws TargetException {
    if (given.isEmpty()) {
      given = Optional.of(config.password(credentials, of));
    }
    return given.get();
  }
}
