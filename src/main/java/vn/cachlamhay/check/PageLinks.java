package vn.cachlamhay.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.WebAddress;

/**
 * What a page leads to, and what on it may be led to. Immutable.
 *
 * @param anchors on the page
 * @param links as they stand there
 */
record PageLinks(Set<String> anchors, List<String> links) {

  /** Of something that is no page. */
  static final PageLinks NOTHING = new PageLinks(Set.of(), List.of());

  private static final List<String> LINKS = List.of("href", "src", "action", "poster");

  /** A path that ends in a dot or two names a folder. */
  private static final Pattern FOLDER = Pattern.compile("(?:^|/)\\.{1,2}$");

  /**
   * A link within the site.
   *
   * @param uri of the file that it leads to
   * @param anchor in there, empty for the whole
   */
  record Goal(String uri, String anchor) {}

  /** Those of a page. */
  static PageLinks of(String html) {
    var anchors = new HashSet<String>();
    var links = new ArrayList<String>();
    TagReader.read(
        html,
        (name, value) -> {
          if (name.equals("id")) {
            anchors.add(value);
          } else if (LINKS.contains(name)) {
            links.add(value);
          } else if (name.equals("srcset")) {
            for (String source : value.split(",\\s+")) {
              links.add(source.strip().replaceFirst("\\s.*", ""));
            }
          }
        });
    return new PageLinks(anchors, links);
  }

  /** Whether a link stays within the site. */
  static boolean isInside(String link) {
    return !WebAddress.isExternal(link.strip());
  }

  /** Where a link of a page leads. */
  static Goal goal(String page, String link) {
    String address = link.strip();
    String path = address.replaceFirst("[?#].*", "");
    int hash = address.indexOf('#');
    String anchor = hash < 0 ? "" : WebAddress.decode(address.substring(hash + 1));
    return new Goal(path.isEmpty() ? page : target(page, WebAddress.decode(path)), anchor);
  }

  private static String target(String page, String path) {
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    String uri = path.startsWith("/") ? path.substring(1) : StaticFiles.normalize(folder + path);
    if (FOLDER.matcher(path).find() && !uri.isEmpty() && !uri.endsWith("/")) {
      uri += "/";
    }
    return uri.isEmpty() || uri.endsWith("/") ? uri + "index.html" : uri;
  }
}
