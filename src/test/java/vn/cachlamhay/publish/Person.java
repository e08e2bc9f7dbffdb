package vn.cachlamhay.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody at the keyboard, with what they know, and what they were asked. */
final class Person implements Credentials {

  private final Map<String, String> variables = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<String> password = Optional.empty();
  private boolean trusts;

  /** Nobody is there. */
  static Person none() {
    return new Person();
  }

  Person knows(String typed) {
    password = Optional.of(typed);
    return this;
  }

  Person trusts() {
    trusts = true;
    return this;
  }

  Person variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** All that they were asked, in order. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public synchronized Optional<String> password(String of) {
    asked.add("password of " + of);
    return password;
  }

  @Override
  public synchronized boolean isTrusted(String host, String fingerprint) {
    asked.add("trust " + host + " " + fingerprint);
    return trusts;
  }
}
