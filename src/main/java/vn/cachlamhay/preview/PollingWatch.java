package vn.cachlamhay.preview;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Looks at all files again and again, where the system does not say what changes: on macOS, whose
 * own way needs native code, and where the folders are too many for Linux. Looks less often the
 * longer it takes. Thread-safe.
 */
final class PollingWatch implements SiteWatch {

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(250);

  /** At most this part of the time is spent on looking. */
  private static final int PART = 15;

  private final Path site;
  private final Told told;
  private final Thread thread = new Thread(this::run, "preview-watch");
  private volatile List<Path> folders = List.of();
  private volatile boolean closed;

  PollingWatch(Path site, Told told) {
    this.site = site;
    this.told = told;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void follow(List<Path> wanted) {
    if (!wanted.isEmpty()) {
      folders = List.copyOf(wanted);
    }
  }

  private void run() {
    Map<Path, Long> before = Map.of();
    List<Path> seen = List.of();
    try {
      while (!closed) {
        long start = System.nanoTime();
        List<Path> now = folders;
        Map<Path, Long> stamps = look(now);
        // what is looked at for the first time has been baked already; nothing counts before there
        // are folders
        if (!now.isEmpty() && now.equals(seen)) {
          compare(before, stamps);
        }
        before = stamps;
        seen = now;
        long took = System.nanoTime() - start;
        TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST, took * PART));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<Path, Long> look(List<Path> now) {
    try {
      return stamps(now, site);
    } catch (IOException e) {
      told.failed(e);
      return Map.of();
    }
  }

  private void compare(Map<Path, Long> before, Map<Path, Long> now) {
    var changed = new HashSet<Path>();
    now.forEach(
        (file, stamp) -> {
          if (!stamp.equals(before.get(file))) {
            changed.add(file);
          }
        });
    changed.stream().filter(file -> !Scraps.isScrap(file)).forEach(told::changed);
    if (!now.keySet().containsAll(before.keySet())) {
      told.changed();
    }
  }

  private static Map<Path, Long> stamps(List<Path> folders, Path site) throws IOException {
    var stamps = new HashMap<Path, Long>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        Files.walkFileTree(
            folder,
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            Integer.MAX_VALUE,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                stamps.put(file, stamp(attributes));
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
              }
            });
      }
    }
    Path own = site.resolve(CONFIGURATION);
    if (Files.exists(own)) {
      stamps.put(own, stamp(Files.readAttributes(own, BasicFileAttributes.class)));
    }
    return stamps;
  }

  private static long stamp(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().toInstant().toEpochMilli() * 31 + attributes.size();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
