package vn.cachlamhay.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who publishes, with a home of their own, and knows some passwords. */
final class GitPeople implements Credentials {

  private final Map<String, String> variables = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Optional<String> password;
  private final boolean trusts;

  private GitPeople(Path home, Optional<String> password, boolean trusts) {
    variables.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    variables.put("LOCALAPPDATA", home.resolve("cache").toString());
    this.password = password;
    this.trusts = trusts;
  }

  static GitPeople nobody(Path home) {
    return new GitPeople(home, Optional.empty(), false);
  }

  static GitPeople who(Path home, String password) {
    return new GitPeople(home, Optional.of(password), false);
  }

  static GitPeople whoTrust(Path home) {
    return new GitPeople(home, Optional.empty(), true);
  }

  GitPeople with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** What was asked, in order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public Optional<String> password(String of) {
    asked.add(of);
    return password;
  }

  @Override
  public boolean isTrusted(String host, String fingerprint) {
    asked.add(host + " " + fingerprint);
    return trusts;
  }
}
