package vn.cachlamhay.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.publish.Credentials;

/** Asks whoever sits at the terminal. */
final class ConsoleCredentials implements Credentials {

  private static final Set<String> YES = Set.of("có", "co", "c", "yes", "y");

  private final Texts texts;
  private final boolean trusting;
  private final Optional<Console> console = Optional.ofNullable(System.console());

  /**
   * @param trusting whether hosts that nobody has met are the right ones
   */
  ConsoleCredentials(Texts texts, boolean trusting) {
    this.texts = texts;
    this.trusting = trusting;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public synchronized Optional<String> password(String of) {
    return console
        .map(terminal -> terminal.readPassword("%s ", texts.text("password-of", of)))
        .map(String::new)
        .filter(password -> !password.isEmpty());
  }

  @Override
  public synchronized boolean isTrusted(String host, String fingerprint) {
    return trusting
        || console
            .map(terminal -> terminal.readLine("%s ", texts.text("new-host", host, fingerprint)))
            .map(answer -> YES.contains(answer.strip().toLowerCase(Locale.ROOT)))
            .orElse(false);
  }

  /** What a failure says, or what kind it is where it says nothing. */
  static String inWords(IOException failure) {
    return Optional.ofNullable(failure.getMessage())
        .filter(words -> !words.isBlank())
        .orElse(failure.getClass().getSimpleName());
  }
}
