package vn.cachlamhay.preview;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Lets requests in that come from the pages of this server itself, and nobody else's. Immutable and
 * thread-safe.
 *
 * @param hosts names of this machine
 * @param session what a browser gets with the editor's page, in a cookie
 * @param token what the editor's page says with all that changes something
 */
record Gate(Hosts hosts, Secret session, Secret token) {

  static final String TOKEN_HEADER = "x-bien-tap";

  private static final String SAME = "same-origin";

  /** Why a request is refused whatever it is for; empty where it is not. */
  Optional<Refusal> refuses(String method, Map<String, String> headers) {
    String host = headers.getOrDefault("host", "");
    if (!hosts.knows(host)) {
      return Optional.of(Refusal.OTHER_HOST);
    }
    if (method.equals("GET")) {
      return Optional.empty();
    }
    String origin = headers.get("origin");
    String site = headers.get("sec-fetch-site");
    boolean otherOrigin = origin != null && !origin.equalsIgnoreCase("http://" + host);
    boolean otherSite = site != null && !site.equals(SAME);
    return otherOrigin || otherSite ? Optional.of(Refusal.OTHER_SITE) : Optional.empty();
  }

  /**
   * Why a request of the editor is refused.
   *
   * @param method whether something may change by it
   */
  Optional<Refusal> refusesEditor(String method, Map<String, String> headers) {
    if (isFromElsewhere(headers)) {
      return Optional.of(Refusal.OTHER_SITE);
    }
    boolean known = cookie(headers, sessionCookie()).filter(session::is).isPresent();
    boolean writes = !method.equals("GET");
    if (!known || (writes && !token.is(headers.getOrDefault(TOKEN_HEADER, "")))) {
      return Optional.of(Refusal.NO_SESSION);
    }
    return Optional.empty();
  }

  /** Whether the browser says that a page of another site asked. */
  static boolean isFromElsewhere(Map<String, String> headers) {
    String site = headers.getOrDefault("sec-fetch-site", SAME);
    return !site.equals(SAME) && !site.equals("none");
  }

  /** Cookies know no ports, so that two sites at a time need two names. */
  String sessionCookie() {
    return "clh-phien-" + hosts.port();
  }

  static Optional<String> cookie(Map<String, String> headers, String name) {
    return Arrays.stream(headers.getOrDefault("cookie", "").split(";"))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  static String setCookie(String name, Secret value) {
    return name + "=" + value.text() + "; Path=/; HttpOnly; SameSite=Strict";
  }
}
