package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.offline.Icons;
import vn.cachlamhay.offline.ServiceWorker;
import vn.cachlamhay.offline.WebManifest;
import vn.cachlamhay.page.AppIcon;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * What the site needs to be read without a network and to be installed. Immutable.
 *
 * @param files those of the site's own, by address
 * @param pages hashes of {@link #PAGES} as they were made
 */
record OfflineFiles(SiteConfig config, Map<String, StaticFile> files, Map<String, String> pages) {

  /** Pages that readers have from the beginning. */
  static final Set<String> PAGES = Set.of(Uris.OFFLINE, Uris.SAVED);

  /** What pages need to look and work as they should. */
  private static final Predicate<String> SHELL =
      Pattern.compile("css/.*\\.css|js/.*\\.js|" + Pattern.quote(Uris.FAVICON)).asMatchPredicate();

  private static final String TEMPLATE = "offline";

  /** The icons that are to be drawn. */
  Optional<Icons> drawn() {
    return Optional.ofNullable(files.get(Uris.FAVICON))
        .map(drawing -> Icons.of(config, drawing.source()));
  }

  /** The manifest and the worker. */
  List<OtherFile> texts() {
    boolean drawn = files.containsKey(Uris.FAVICON);
    List<AppIcon> icons =
        AppIcon.ALL.stream().filter(icon -> drawn || files.containsKey(icon.uri())).toList();
    return List.of(new WebManifest(config, icons).file(), new ServiceWorker(shell()).file());
  }

  private TreeMap<String, String> shell() {
    var shell = new TreeMap<String, String>();
    if (config.pageTemplates().containsKey(TEMPLATE)) {
      shell.putAll(pages);
      files.keySet().stream()
          .filter(SHELL.or(PAGES::contains))
          .forEach(uri -> shell.put(uri, digest(files.get(uri))));
    }
    return shell;
  }

  private static String digest(StaticFile file) {
    try {
      return Digest.of(Files.readAllBytes(file.source())).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
