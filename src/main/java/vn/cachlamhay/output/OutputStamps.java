package vn.cachlamhay.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Written;

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
    touched.parallelStream()
        .filter(hashes::containsKey)
        .forEach(uri -> remember(uri, hashes.get(uri)));
    if (memory.size() > hashes.size()) {
      memory.retain(hashes.keySet());
    }
    settle(taker.of(output.resolve(Manifest.FILE)));
  }

  /**
   * What was written a moment ago cannot be trusted yet; a moment later it can. On disks that count
   * in seconds nobody waits: there the content decides next time.
   *
   * @param manifest which is looked at first by the next run
   */
  private void settle(FileStamp manifest) {
    var fresh = new ArrayList<Map.Entry<String, Written>>();
    long wait = manifest.settlingMillis();
    for (String uri : touched) {
      Optional<Written> written = memory.get(uri);
      long more = written.map(it -> it.stamp().settlingMillis()).orElse(0L);
      if (more > 0) {
        fresh.add(Map.entry(uri, written.get()));
        wait = Math.max(wait, more);
      }
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      // the stamps stay as they are, and the content decides next time
      Thread.currentThread().interrupt();
      return;
    }
    fresh.parallelStream().forEach(entry -> settle(entry.getKey(), entry.getValue()));
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

  private void remember(String uri, String hash) {
    Optional<Written> known = memory.get(uri).filter(written -> written.hash().equals(hash));
    Optional<FileStamp> source = Optional.ofNullable(sources.get(uri));
    try {
      FileStamp stamp = taker.of(FileTrees.inside(output, uri));
      memory.put(uri, new Written(hash, stamp, source.or(() -> known.flatMap(Written::source))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
