package vn.cachlamhay.model;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code jbake.properties} says, as far as the steps outside JBake need it. Immutable.
 *
 * @param site the site folder
 * @param content folder of articles
 * @param data folder of reference data
 * @param templates folder of templates
 * @param assets folder of files that go to the site as they are
 * @param output folder of the finished site
 * @param host {@code https://…} without a slash at its end; empty when not set
 * @param feedback where readers write to: {@code mailto:…} or {@code https://…}; may be empty
 * @param types document types that an article may have
 * @param defaultType used where an article names none, if the site says so
 * @param defaultStatus used where an article names none, if the site says so
 * @param dateFormat a pattern beyond those always understood
 * @param headerSeparator the line that ends a JBake header
 * @param ignoreFile a folder that holds a file of this name is passed over
 * @param skipHiddenAssets whether hidden files among the assets stay behind
 * @param draftSuffix what drafts add to their address when they are baked
 * @param pageTemplates template of each kind of page that the portal makes; empty for a plain JBake
 *     project
 * @param pageSize articles on a full list page
 * @param app how the site looks where it is installed
 * @param hosting what is made for hosts
 * @param api what is made for programs of others
 */
public record SiteConfig(
    Path site,
    Path content,
    Path data,
    Path templates,
    Path assets,
    Path output,
    String title,
    String tagline,
    String host,
    Publisher publisher,
    List<MenuItem> menu,
    String feedback,
    List<String> types,
    Optional<String> defaultType,
    Optional<String> defaultStatus,
    String dateFormat,
    String headerSeparator,
    String ignoreFile,
    boolean skipHiddenAssets,
    String outputExtension,
    String draftSuffix,
    Map<String, String> pageTemplates,
    int pageSize,
    App app,
    Hosting hosting,
    Api api) {

  public SiteConfig {
    menu = List.copyOf(menu);
    types = List.copyOf(types);
    pageTemplates = Map.copyOf(pageTemplates);
  }

  /** Whether the site makes the portal's own list pages, rather than only what JBake makes. */
  public boolean isPortal() {
    return !pageTemplates.isEmpty();
  }

  /** A path below the site folder as problems name it. */
  public String relative(Path path) {
    String text = path.toString();
    String folder = site + File.separator;
    if (text.startsWith(folder) && text.indexOf(File.separator + ".", folder.length() - 1) < 0) {
      // as nearly all of them are
      return text.substring(folder.length()).replace('\\', '/');
    }
    Path absolute = path.toAbsolutePath().normalize();
    Path base = site.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
