package vn.cachlamhay.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of a host for programs (RFC 9309): of all groups for us, or else of those for all, the
 * longest rule that fits counts, and of two equally long ones the one that allows. Immutable.
 *
 * @param rules those that are for us
 * @param delay between two requests, which is no part of the standard
 */
record RobotsTxt(List<Rule> rules, Optional<Duration> delay) {

  /** By which hosts may name us. */
  static final String TOKEN = "CachLamHay";

  /** How much of a file is read, in bytes, as the standard asks (2.5). */
  static final int MOST_BYTES = 500 * 1024;

  /** Who asks for more time than that wants no programs at all. */
  private static final double LONGEST_DELAY = 20;

  static final RobotsTxt ALLOW_ALL = new RobotsTxt(List.of(), Optional.empty());
  static final RobotsTxt DISALLOW_ALL =
      new RobotsTxt(List.of(new Rule(false, "/")), Optional.empty());

  /**
   * A rule.
   *
   * @param path with {@code *} for any letters and {@code $} for the end
   */
  record Rule(boolean allow, String path) {}

  /** Rules for somebody, and whether the names above them are complete. */
  private static final class Group {
    private final List<String> agents = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Optional<Duration> delay = Optional.empty();
    private boolean begun;
  }

  /** Reads a file; what makes no sense in it is left out. */
  static RobotsTxt of(byte[] file) {
    String text =
        new String(file, 0, Math.min(file.length, MOST_BYTES), StandardCharsets.UTF_8)
            .replace("\ufeff", "");
    var groups = new ArrayList<Group>();
    var group = new Group();
    for (String line : text.split("\r\n|\r|\n")) {
      String plain = line.replaceFirst("#.*", "").strip();
      int colon = plain.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = plain.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (group.begun) {
          group = new Group();
        }
        if (group.agents.isEmpty()) {
          groups.add(group);
        }
        group.agents.add(value.toLowerCase(Locale.ROOT));
      } else if (key.equals("allow") || key.equals("disallow")) {
        group.begun = true;
        if (!value.isEmpty()) {
          group.rules.add(new Rule(key.equals("allow"), normal(value)));
        }
      } else if (key.equals("crawl-delay")) {
        group.begun = true;
        group.delay = delay(value);
      }
    }
    return merged(groups);
  }

  private static RobotsTxt merged(List<Group> groups) {
    String token = TOKEN.toLowerCase(Locale.ROOT);
    List<Group> own =
        groups.stream()
            .filter(group -> group.agents.stream().anyMatch(name -> product(name).equals(token)))
            .toList();
    List<Group> ours =
        own.isEmpty() ? groups.stream().filter(group -> group.agents.contains("*")).toList() : own;
    var rules = new ArrayList<Rule>();
    Optional<Duration> delay = Optional.empty();
    for (Group group : ours) {
      rules.addAll(group.rules);
      delay = delay.isPresent() ? delay : group.delay;
    }
    return new RobotsTxt(List.copyOf(rules), delay);
  }

  /** A name without its version. */
  private static String product(String agent) {
    return agent.replaceFirst("[^a-z_-].*", "");
  }

  private static Optional<Duration> delay(String value) {
    return value.matches("\\d{1,6}(?:\\.\\d{1,6})?")
        ? Optional.of(
            Duration.ofMillis((long) (1000 * Math.min(LONGEST_DELAY, Double.parseDouble(value)))))
        : Optional.empty();
  }

  /**
   * Whether a page may be fetched.
   *
   * @param path with what stands behind its question mark
   */
  boolean allows(String path) {
    String wanted = normal(path.isEmpty() ? "/" : path);
    if (wanted.equals("/robots.txt")) {
      return true;
    }
    Rule longest = new Rule(true, "");
    for (Rule rule : rules) {
      boolean more =
          rule.path().length() > longest.path().length()
              || rule.path().length() == longest.path().length() && rule.allow();
      if (more && fits(rule.path(), wanted)) {
        longest = rule;
      }
    }
    return longest.allow();
  }

  /** Letters beyond ASCII escaped, and those not that need not be (2.2.2). */
  private static String normal(String path) {
    var out = new StringBuilder();
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xFF;
      boolean escaped = false;
      if (octet == '%' && i + 2 < bytes.length) {
        int high = Character.digit(bytes[i + 1], 16);
        int low = Character.digit(bytes[i + 2], 16);
        if (high >= 0 && low >= 0) {
          octet = high * 16 + low;
          escaped = true;
          i += 2;
        }
      }
      boolean plain =
          escaped
              ? octet < 0x80 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0)
              : octet > ' ' && octet < 0x7F;
      if (plain) {
        out.append((char) octet);
      } else {
        out.append('%').append("%02X".formatted(octet));
      }
    }
    return out.toString();
  }

  /** Goes back to the last star only, so no pattern takes long. */
  private static boolean fits(String pattern, String path) {
    boolean end = pattern.endsWith("$");
    String wanted = end ? pattern.substring(0, pattern.length() - 1) : pattern + "*";
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    while (in < path.length()) {
      if (at < wanted.length() && wanted.charAt(at) == '*') {
        star = at++;
        retry = in;
      } else if (at < wanted.length() && wanted.charAt(at) == path.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++retry;
      } else {
        return false;
      }
    }
    while (at < wanted.length() && wanted.charAt(at) == '*') {
      at++;
    }
    return at == wanted.length();
  }
}
