package vn.cachlamhay.feed;

import java.util.List;
import java.util.stream.Collectors;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;

/**
 * All redirects in a file that some hosts read (Netlify, Cloudflare Pages, GitLab Pages): a line
 * each, with the former path, the present one and the status. Everywhere else {@link RedirectPage}
 * does the same. Stateless.
 */
public final class RedirectFile {

  private RedirectFile() {}

  /** The lines, in the order of the former addresses. */
  public static String text(SiteConfig config, List<Plan.Redirect> redirects) {
    String root = root(config.host());
    return redirects.stream()
        .map(each -> "%s %s 301\n".formatted(path(root, each.from()), path(root, each.to())))
        .sorted()
        .collect(Collectors.joining());
  }

  /** The path below which the site lies; a host reads the file for all that it has. */
  private static String root(String host) {
    return host.replaceFirst("^https?://[^/]*", "");
  }

  /** An asterisk would stand for any address. */
  private static String path(String root, String uri) {
    return root + Uris.encode(Uris.absolute("/", uri).substring(1)).replace("*", "%2A");
  }
}
