package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.stats.ViewsFile;

/**
 * How the files of a site's content and assets, and its numbers of readers, look when a build
 * begins. Whoever reads one of them later remembers it with this stamp: had it changed in between,
 * the next build would see that. Immutable.
 *
 * @param stamps by path
 */
record Inputs(Map<String, FileStamp> stamps) {

  /** Looks at all files. */
  static Inputs of(SiteConfig config) {
    var found = new ConcurrentHashMap<String, FileStamp>();
    FileStamp.Taker taker = FileStamp.Taker.on(config.site());
    for (Path folder : List.of(config.content(), config.assets())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all =
            Files.find(
                folder,
                Integer.MAX_VALUE,
                (path, attributes) -> !attributes.isDirectory(),
                FileVisitOption.FOLLOW_LINKS)) {
          all.toList().parallelStream()
              .forEach(path -> stamp(taker, path).ifPresent(s -> found.put(path.toString(), s)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    Path views = config.data().resolve(ViewsFile.NAME);
    stamp(taker, views).ifPresent(stamp -> found.put(views.toString(), stamp));
    return new Inputs(found);
  }

  /** The stamp of a file; empty where it was not there. */
  Optional<FileStamp> stamp(Path file) {
    return Optional.ofNullable(stamps.get(file.toString()));
  }

  private static Optional<FileStamp> stamp(FileStamp.Taker taker, Path file) {
    try {
      return Optional.of(taker.of(file));
    } catch (IOException e) {
      // gone since it was listed, or a link that leads nowhere
      return Optional.empty();
    }
  }
}
