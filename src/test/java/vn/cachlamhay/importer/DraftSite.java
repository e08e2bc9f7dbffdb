package vn.cachlamhay.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A site with the configuration and the lists of this one, and no article. */
final class DraftSite {

  private DraftSite() {}

  /** Makes it in a folder. */
  static void make(Path site) throws IOException {
    Files.createDirectories(site.resolve("content"));
    Files.createDirectories(site.resolve("data"));
    for (String file : List.of("jbake.properties", "data/localities.yaml", "data/topics.yaml")) {
      Files.copy(Path.of(file), site.resolve(file));
    }
  }
}
