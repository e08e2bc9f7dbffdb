package vn.cachlamhay.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads addresses as they stand in links (RFC 3986). Stateless. */
public final class WebAddress {

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");

  private WebAddress() {}

  /** Whether it leads out of the site: it names a scheme or a host. */
  public static boolean isExternal(String address) {
    return SCHEME.matcher(address).find() || address.startsWith("//");
  }

  /**
   * The form under which addresses are one: Windows and memory sticks do not tell capitals apart.
   */
  public static String key(String uri) {
    return uri.toLowerCase(Locale.ROOT);
  }

  /** Without per cent escapes; where one is broken, the text stands for itself. */
  public static String decode(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a stray per cent sign
      return part;
    }
  }
}
