package vn.cachlamhay.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Replaces a site file by file. Files are put aside while the site is made, from any thread;
 * nothing in the site changes before {@link #commit}, and each file is then replaced by a rename,
 * so that a reader sees the old or the new one and never a half. Files whose bytes did not change
 * are not touched. Closing without committing leaves the site as it was.
 */
public final class OutputWriter implements AutoCloseable {

  private static final String STAGING = ".portal-staging";
  private static final String LOCK = ".portal-lock";

  private final Path output;
  private final Path staging;
  private final boolean existed;
  private final FileChannel lock;
  private final Manifest before;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  /**
   * What a commit did.
   *
   * @param files of the site
   * @param written new and changed ones
   * @param removed those no longer wanted
   */
  public record Result(int files, int written, int removed) {}

  /**
   * @throws UncheckedIOException where the folder cannot be written
   */
  public OutputWriter(Path output) {
    this.output = output;
    this.staging = output.resolve(STAGING);
    this.existed = Files.isDirectory(output);
    try {
      Files.createDirectories(output);
      this.lock = lock();
      deleteTree(staging);
      this.before = Manifest.read(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file aside. */
  public void put(String uri, byte[] bytes) {
    try {
      hashes.put(uri, Manifest.hash(bytes));
      Path old = inside(output, uri);
      if (!Files.isRegularFile(old) || !sameBytes(old, bytes)) {
        if (Files.isRegularFile(old) && !before.hashes().containsKey(uri)) {
          foreign.add(uri);
        }
        Path file = inside(staging, uri);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        changed.add(uri);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Moves what was put aside into its place.
   *
   * @param remove whether files of the last run that are not wanted any more go; where they stay,
   *     they remain in the manifest, so that a later run can remove them
   * @throws SiteException where a file stands in the way that the portal did not make; nothing has
   *     changed then
   */
  public Result commit(boolean remove) {
    refuseForeign();
    try {
      Set<String> unwanted = new HashSet<>(before.hashes().keySet());
      unwanted.removeAll(hashes.keySet());
      // should the machine stop half-way, the next run must know all that may be here
      var all = new TreeMap<>(before.hashes());
      all.putAll(hashes);
      if (!changed.isEmpty()) {
        writeManifest(new Manifest(all));
      }
      Set<String> blocking = inTheWay(unwanted);
      unwanted.removeAll(blocking);
      int removed = delete(blocking);
      for (String uri : changed.stream().sorted().toList()) {
        replace(inside(staging, uri), inside(output, uri));
      }
      if (remove) {
        removed += delete(unwanted);
        all.keySet().retainAll(hashes.keySet());
      }
      all.keySet().removeAll(blocking);
      writeManifest(new Manifest(all));
      return new Result(hashes.size(), changed.size(), removed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseForeign() {
    if (!foreign.isEmpty()) {
      throw new SiteException(
          foreign.stream()
              .sorted()
              .map(inside -> output.resolve(inside).toString().replace('\\', '/'))
              .map(file -> Problem.of(ProblemCode.TEP_NGUOI_KHAC, SourcePos.ofFile(file)))
              .toList(),
          null);
    }
  }

  private int delete(Set<String> uris) throws IOException {
    int deleted = 0;
    for (String uri : uris) {
      if (!isWantedUnderOtherCapitals(uri)) {
        deleted += Files.deleteIfExists(inside(output, uri)) ? 1 : 0;
        removeEmptyFolders(inside(output, uri).getParent());
      }
    }
    return deleted;
  }

  /** On Windows {@code Anh.jpg} and {@code anh.jpg} are one file. */
  private boolean isWantedUnderOtherCapitals(String uri) throws IOException {
    Path old = inside(output, uri);
    for (String wanted : hashes.keySet()) {
      if (wanted.equalsIgnoreCase(uri) && Files.exists(old)) {
        Path now = inside(output, wanted);
        if (Files.exists(now) && Files.isSameFile(old, now)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      deleteTree(staging);
      lock.close();
      Files.deleteIfExists(output.resolve(LOCK));
      if (!existed) {
        removeEmptyFolders(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the unwanted files those whose place something new needs: a file where now is a folder. */
  private Set<String> inTheWay(Set<String> unwanted) {
    var blocking = new HashSet<String>();
    for (String old : unwanted) {
      for (String now : hashes.keySet()) {
        if (now.startsWith(old + "/") || old.startsWith(now + "/")) {
          blocking.add(old);
        }
      }
    }
    return blocking;
  }

  private void writeManifest(Manifest manifest) throws IOException {
    byte[] bytes = manifest.bytes();
    Path file = output.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file) || !sameBytes(file, bytes)) {
      Path aside = staging.resolve(Manifest.FILE);
      Files.createDirectories(staging);
      Files.write(aside, bytes);
      replace(aside, file);
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network folders and memory sticks
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Two runs at a time would take each other's files. The system gives the lock back in any case.
   */
  private FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(output.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel)) {
      return channel;
    }
    channel.close();
    throw new SiteException(
        Problem.of(
            ProblemCode.DANG_CO_LAN_LAM_KHAC,
            SourcePos.ofFile("--out"),
            output.toString().replace('\\', '/')));
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // held by this very process
      return false;
    }
  }

  private static Path inside(Path folder, String uri) {
    Path file = folder.resolve(uri).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("outside of the site: " + uri);
    }
    return file;
  }

  private static boolean sameBytes(Path file, byte[] bytes) throws IOException {
    return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private void removeEmptyFolders(Path folder) throws IOException {
    for (Path at = folder; at.startsWith(output); at = at.getParent()) {
      if (!Files.isDirectory(at)) {
        continue;
      }
      try (Stream<Path> children = Files.list(at)) {
        if (children.findAny().isPresent() || (at.equals(output) && existed)) {
          return;
        }
      }
      Files.delete(at);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
