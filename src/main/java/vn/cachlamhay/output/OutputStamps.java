package vn.cachlamhay.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Written;
import vn.cachlamhay.diag.Parallel;

/**
 * Tells whether the files of a site are still as they were written, mostly without reading them.
 * Thread-safe.
 */
final class OutputStamps {

  private final Path output;
  private final Memory<Written> memory;
  private final FileStamp.Taker taker;
  private final Set<String> touched = ConcurrentHashMap.newKeySet();
  private final Map<String, FileStamp> sources = new ConcurrentHashMap<>();

  OutputStamps(Path output, Memory<Written> memory) {
    this.output = output;
    this.memory = memory;
    this.taker = FileStamp.Taker.on(output);
  }

  /** Whether a file is there as it was written, with this hash. */
  boolean isIntact(String uri, String hash) {
    Optional<Written> known = memory.get(uri).filter(written -> written.hash().equals(hash));
    return known.filter(written -> isIntact(uri, written)).isPresent();
  }

  private boolean isIntact(String uri, Written known) {
    try {
      Path file = FileTrees.inside(output, uri);
      FileStamp stamp = taker.of(file);
      if (stamp.isSameAs(known.stamp())) {
        return true;
      }
      // of one that was touched or copied the stamp is taken again, or it would be read each time
      touched.add(uri);
      return stamp.size() == known.stamp().size()
          && Manifest.hash(Files.readAllBytes(file)).equals(known.hash());
    } catch (IOException e) {
      // not there, or not to be read: it has to be written
      return false;
    }
  }

  /** The hash of a file that is a copy of another, if that one is as it was when it was copied. */
  Optional<String> hashOfCopy(String uri, FileStamp source) {
    Optional<Written> known = memory.get(uri);
    return known.flatMap(Written::source).filter(source::isSameAs).map(same -> known.get().hash());
  }

  /** A file is now the copy of another. */
  void isCopyOf(String uri, FileStamp source) {
    sources.put(uri, source);
    touched.add(uri);
  }

  /** A file is written anew. */
  void isWritten(String uri) {
    touched.add(uri);
  }

  /** Remembers how all files of the site look now, and forgets all others. */
  void remember(Map<String, String> hashes) throws IOException {
    Map<String, Written> fresh = new ConcurrentHashMap<>();
    touched.parallelStream()
        .filter(hashes::containsKey)
        .forEach(
            uri -> {
              Written written = remember(uri, hashes.get(uri));
              if (written.stamp().settlingMillis() > 0) {
                fresh.put(uri, written);
              }
            });
    if (memory.size() > hashes.size()) {
      memory.retain(hashes.keySet());
    }
    settle(fresh, taker.of(output.resolve(Manifest.FILE)));
  }

  /**
   * What was written a moment ago cannot be trusted yet; a moment later it can. On disks that count
   * in seconds nobody waits: there the content decides next time.
   *
   * @param manifest which is looked at first by the next run
   */
  private void settle(Map<String, Written> fresh, FileStamp manifest) {
    long wait =
        fresh.values().stream()
            .mapToLong(written -> written.stamp().settlingMillis())
            .reduce(manifest.settlingMillis(), Math::max);
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      // the stamps stay as they are, and the content decides next time
      Thread.currentThread().interrupt();
      return;
    }
    Parallel.forEach(fresh.entrySet(), file -> settle(file.getKey(), file.getValue()));
  }

  private void settle(String uri, Written written) {
    try {
      FileStamp now = taker.of(FileTrees.inside(output, uri));
      if (now.settled() && now.isSameFileAs(written.stamp())) {
        memory.put(uri, new Written(written.hash(), now, written.source()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Written remember(String uri, String hash) {
    Optional<Written> known = memory.get(uri).filter(written -> written.hash().equals(hash));
    Optional<FileStamp> source = Optional.ofNullable(sources.get(uri));
    try {
      FileStamp stamp = taker.of(FileTrees.inside(output, uri));
      var written = new Written(hash, stamp, source.or(() -> known.flatMap(Written::source)));
      memory.put(uri, written);
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
