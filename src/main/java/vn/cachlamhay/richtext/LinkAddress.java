package vn.cachlamhay.richtext;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of pasted links: which stay, and without what. Stateless. */
final class LinkAddress {

  private static final Pattern SCHEME = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*):.*");

  /** Parameters that only tell where somebody came from. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_\\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|zarsrc|mc_cid"
              + "|mc_eid|_ga|_gl|mkt_tok|vero_id|twclid|ttclid|__cft__.*|__tn__|ref_src|ref_url"
              + "|_hsenc|_hsmi|spm)(=.*)?");

  /** Pages that only lead on: host and path, and the parameter that names where. */
  private static final Pattern DETOUR =
      Pattern.compile(
          "(?i)^https?://(?:l[m]?\\.facebook\\.com/l\\.php\\?(?:.*&)?u="
              + "|(?:www\\.)?google\\.[a-z.]{2,6}/url\\?(?:.*&)?(?:q|url)="
              + "|[\\w.-]+\\.safelinks\\.protection\\.outlook\\.com/\\?(?:.*&)?url="
              + "|(?:www\\.)?youtube\\.com/redirect\\?(?:.*&)?q=)([^&#]+).*");

  private static final Set<String> KEPT = Set.of("http", "https", "mailto");

  private LinkAddress() {}

  /** The address to write; empty where the words are to lead nowhere. */
  static Optional<String> of(String written) {
    String address = squeezed(written);
    for (int i = 0; i < 3; i++) {
      Matcher detour = DETOUR.matcher(address);
      if (!detour.matches()) {
        break;
      }
      try {
        address = squeezed(URLDecoder.decode(detour.group(1), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        // a per cent sign that means nothing: the detour stays
        break;
      }
    }
    if (address.isEmpty() || address.startsWith("#") || address.startsWith("\\")) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(address);
    if (scheme.matches()) {
      String name = scheme.group(1).toLowerCase(Locale.ROOT);
      if (!KEPT.contains(name) || address.length() == name.length() + 1) {
        return Optional.empty();
      }
      return Optional.of(encoded(name.equals("mailto") ? address : withoutTracking(address)));
    }
    // a colon before any slash may be taken for a scheme somewhere
    int colon = address.indexOf(':');
    int slash = address.indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash)
        ? Optional.empty()
        : Optional.of(encoded(withoutTracking(address)));
  }

  /** Browsers leave out control characters and white space at the ends, also within a scheme. */
  private static String squeezed(String written) {
    var out = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= ' ' && c != 0x7F && !(c >= 0xFDD0 && c <= 0xFDEF)) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  private static String withoutTracking(String address) {
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : address.substring(hash);
    String rest = hash < 0 ? address : address.substring(0, hash);
    int question = rest.indexOf('?');
    if (question < 0) {
      return address;
    }
    String kept =
        Arrays.stream(rest.substring(question + 1).split("&"))
            .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
            .collect(Collectors.joining("&"));
    return rest.substring(0, question) + (kept.isEmpty() ? "" : "?" + kept) + fragment;
  }

  /** Without anything that would end a link in Markdown. */
  private static String encoded(String address) {
    var out = new StringBuilder();
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == '&' && EscapedText.isReference(address, i)) {
        out.append("&amp;");
      } else if (" ()<>\"'\\`*_[]|{}^".indexOf(c) >= 0 && c != '_' || Character.isWhitespace(c)) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append("%02X".formatted(b & 0xFF));
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
