package vn.cachlamhay.publish;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vn.cachlamhay.diag.SourcePos;

/** What editors write down and type. */
final class TargetConfigs {

  private TargetConfigs() {}

  static TargetConfig of(Path site, Map<String, String> values) {
    return new TargetConfig("thu", site, values, new SourcePos("jbake.properties", 7, 1));
  }

  /** Somebody who types this password, or who is not there. */
  static Credentials knowing(Optional<String> password) {
    return new Person(password, new AtomicInteger());
  }

  /**
   * Somebody at the keyboard.
   *
   * @param password what is typed
   * @param asked how often
   */
  record Person(Optional<String> typed, AtomicInteger asked) implements Credentials {

    @Override
    public Optional<String> variable(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> password(String of) {
      asked.incrementAndGet();
      return typed;
    }

    @Override
    public boolean isTrusted(String host, String fingerprint) {
      return false;
    }
  }
}
