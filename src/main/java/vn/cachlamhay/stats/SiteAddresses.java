package vn.cachlamhay.stats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.model.WebAddress;

/** Finds the article that a request of an access log was for. Immutable and thread-safe. */
public final class SiteAddresses {

  private static final Pattern SITE = Pattern.compile("^https?://[^/]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SITE_HOST = Pattern.compile("^https?://([^/:]*).*");
  private static final Pattern WWW = Pattern.compile("^www\\.");
  private static final Pattern SLASHES = Pattern.compile("//+");
  private static final String HEX = "0123456789abcdef";

  private final Map<String, String> articles = new HashMap<>();
  private final String host;
  private final String base;

  /**
   * @param articles addresses below the site root
   * @param siteHost where the site lies, also below a path of its host; may be empty
   */
  public SiteAddresses(Collection<String> articles, String siteHost) {
    articles.forEach(uri -> this.articles.put(WebAddress.key(uri), uri));
    this.host = name(SITE_HOST.matcher(siteHost).replaceFirst("$1"));
    this.base = path(siteHost + "/");
  }

  /** The address of the article; empty where it was something else, or another site's. */
  Optional<String> article(LogLine line) {
    boolean other = !host.isEmpty() && !line.host().isEmpty() && !name(line.host()).equals(host);
    String path = other ? "" : path(line.target());
    if (!path.startsWith(base)) {
      return Optional.empty();
    }
    String uri = path.substring(base.length());
    // many hosts know pages without their ending too
    return find(uri.isEmpty() || uri.endsWith("/") ? uri + "index.html" : uri)
        .or(() -> find(uri + ".html"));
  }

  private Optional<String> find(String uri) {
    return Optional.ofNullable(articles.get(uri));
  }

  private static String name(String host) {
    return WWW.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  /** The path of what was asked for, in the form under which addresses are one. */
  private static String path(String target) {
    // as proxies ask: with the whole address
    String path = target.startsWith("/") ? target : SITE.matcher(target).replaceFirst("");
    int end = 0;
    while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
      end++;
    }
    String decoded = decode(path.substring(0, end));
    return WebAddress.key(
        decoded.contains("//") ? SLASHES.matcher(decoded).replaceAll("/") : decoded);
  }

  /** Without escapes, those of addresses (%E1) and those of access logs (\xE1). */
  private static String decode(String path) {
    if (path.indexOf('%') < 0 && path.indexOf('\\') < 0) {
      // what is beyond ASCII here is in no address of an article
      return path;
    }
    var bytes = new ByteArrayOutputStream(path.length());
    int at = 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      int skip = c == '%' ? 1 : path.startsWith("\\x", at) ? 2 : 0;
      int code = skip == 0 ? -1 : hex(path, at + skip);
      bytes.write(code < 0 ? c : code);
      at += code < 0 ? 1 : skip + 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = HEX.indexOf(Character.toLowerCase(text.charAt(at)));
    int low = HEX.indexOf(Character.toLowerCase(text.charAt(at + 1)));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
