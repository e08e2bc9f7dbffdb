package vn.cachlamhay.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the password where the server can be reached from other machines. Who guesses has to
 * wait longer and longer. Thread-safe.
 */
final class Login {

  static final String ADDRESS = "/bien-tap/vao";

  private static final int LARGEST_FORM = 4000;
  private static final int FREE_TRIES = 3;
  private static final int REMEMBERED = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Secret password;
  private final Secret known = Secret.fresh();
  private final String cookie;
  private final Clock clock;
  private final Map<String, Failures> failures =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** How often somebody was wrong, and when they may try again. */
  private record Failures(int count, Instant next) {}

  Login(Secret password, int port, Clock clock) {
    this.password = password;
    this.cookie = "clh-vao-" + port;
    this.clock = clock;
  }

  /** Whether a browser has said the password. */
  boolean knows(Map<String, String> headers) {
    return Gate.cookie(headers, cookie).filter(known::is).isPresent();
  }

  /**
   * Answers a browser that has not.
   *
   * @param from address of the machine that asks
   */
  Response ask(Request request, String from) throws java.io.IOException {
    if (request.method().equals("POST") && request.path().equals(ADDRESS)) {
      return tried(request, from);
    }
    boolean page = request.header("accept").orElse("").contains("text/html");
    if (!request.isGet() || !page) {
      return Refusal.NO_LOGIN.response();
    }
    return form(request.path(), "").withStatus(401);
  }

  private Response tried(Request request, String from) throws java.io.IOException {
    Optional<Map<String, String>> form = RequestPath.query(request.text(LARGEST_FORM));
    if (form.isEmpty()) {
      return Refusal.BAD_REQUEST.response();
    }
    String next = form.get().getOrDefault("toi", "/");
    Failures before = failures.getOrDefault(from, new Failures(0, Instant.MIN));
    Instant now = clock.instant();
    if (now.isBefore(before.next())) {
      return form(next, Refusal.TOO_MANY.message() + " " + Refusal.TOO_MANY.hint())
          .withStatus(Refusal.TOO_MANY.status())
          .with(
              "Retry-After", String.valueOf(Duration.between(now, before.next()).toSeconds() + 1));
    }
    if (!password.is(form.get().getOrDefault("mat-khau", ""))) {
      int count = before.count() + 1;
      failures.put(from, new Failures(count, now.plus(wait(count))));
      return form(next, ServerPages.word("login-wrong")).withStatus(401);
    }
    failures.remove(from);
    return Response.empty()
        .withStatus(303)
        .with("Location", isOurs(next) ? next : "/")
        .with("Set-Cookie", Gate.setCookie(cookie, known));
  }

  private static Duration wait(int failures) {
    if (failures < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE_TRIES, 16));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Nobody is to be sent to another host. */
  private static boolean isOurs(String address) {
    return address.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
  }

  private static Response form(String next, String wrong) {
    return ServerPages.login(next, wrong);
  }
}
