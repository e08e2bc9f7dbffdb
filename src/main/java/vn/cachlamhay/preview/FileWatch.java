package vn.cachlamhay.preview;

import com.sun.nio.file.ExtendedWatchEventModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hears from the system which files change in some folders and all below them, and in the site
 * folder itself. A bake looks at all files anyway, so it is enough that any change is told; the
 * name of the file makes it faster. Thread-safe.
 */
final class FileWatch implements SiteWatch {

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path site;
  private final Path output;
  private final Told told;
  private final boolean wholeTrees;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new ConcurrentHashMap<>();
  private final Set<Path> roots = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::run, "preview-watch");

  /**
   * @param output the finished site: that it is gone is told too
   * @throws IOException the system watches no more folders
   */
  FileWatch(Path site, Path output, Told told) throws IOException {
    this.site = site;
    this.output = output;
    this.told = told;
    // a handle on each folder would keep people from renaming the folders above it
    this.wholeTrees = System.getProperty("os.name").startsWith("Windows");
    this.service = FileSystems.getDefault().newWatchService();
    folders.put(site.register(service, KINDS), site);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void follow(List<Path> wanted) {
    for (Path root : wanted) {
      if (Files.isDirectory(root) && roots.add(root)) {
        register(root);
      }
    }
  }

  private void register(Path root) {
    try {
      if (wholeTrees) {
        add(root, ExtendedWatchEventModifier.FILE_TREE);
        return;
      }
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              add(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // gone since it was listed, or a link that leads in a circle
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      if (Files.isDirectory(root)) {
        told.failed(e);
      }
    }
  }

  private void add(Path folder, WatchEvent.Modifier... modifiers) throws IOException {
    folders.put(folder.register(service, KINDS, modifiers), folder);
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = service.take();
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
          if (folder != null) {
            heard(folder, event);
          }
        }
        if (!key.reset()) {
          folders.remove(key);
          if (folder != null) {
            roots.remove(folder);
          }
        }
      }
    } catch (ClosedWatchServiceException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void heard(Path folder, WatchEvent<?> event) {
    if (!(event.context() instanceof Path name)) {
      // more happened than could be told; folders may be new too
      roots.forEach(this::register);
      told.changed();
      return;
    }
    Path file = folder.resolve(name);
    if (folder.equals(site) && !roots.contains(site)) {
      heardInSite(file);
    } else if (!Scraps.isScrap(file)) {
      heardBelow(file, event.kind());
    }
  }

  /** Much lies in a site folder that is not the site. */
  private void heardInSite(Path file) {
    if (file.endsWith(CONFIGURATION)) {
      told.changed(file);
    } else if (isRootOrAbove(file)) {
      // a folder that was moved away and is back has to be watched anew
      List.copyOf(roots).stream()
          .filter(root -> root.startsWith(file))
          .filter(Files::isDirectory)
          .forEach(this::register);
      told.changed();
    } else if (output.startsWith(file) && !Files.exists(output)) {
      told.changed();
    }
  }

  private boolean isRootOrAbove(Path file) {
    return roots.stream().anyMatch(root -> root.startsWith(file))
        || List.of("content", "data", "templates", "assets")
            .contains(site.relativize(file).toString());
  }

  private void heardBelow(Path file, WatchEvent.Kind<?> kind) {
    if (!Files.isDirectory(file)) {
      told.changed(file);
      // a folder that went looks like a file that went
      if (kind == StandardWatchEventKinds.ENTRY_DELETE) {
        told.changed();
      }
    } else if (kind == StandardWatchEventKinds.ENTRY_CREATE) {
      if (!wholeTrees) {
        register(file);
      }
      told.changed();
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
