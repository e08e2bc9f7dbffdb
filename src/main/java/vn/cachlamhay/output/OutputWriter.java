package vn.cachlamhay.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Replaces a site file by file. Files are put aside while the site is made, from any thread;
 * nothing in the site changes before {@link #commit}, and each file is then replaced by a rename,
 * so that a reader sees the old or the new one and never a half. Files whose bytes did not change
 * are not touched. Closing without committing leaves the site as it was.
 */
public final class OutputWriter implements AutoCloseable {

  private static final String STAGING = ".portal-staging";

  private final Path output;
  private final Path staging;
  private final boolean existed;
  private final Manifest before;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

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
   */
  public Result commit(boolean remove) {
    try {
      Set<String> unwanted = new HashSet<>(before.hashes().keySet());
      unwanted.removeAll(hashes.keySet());
      Set<String> leaving = remove ? unwanted : inTheWay(unwanted);
      int removed = 0;
      for (String uri : leaving) {
        removed += Files.deleteIfExists(inside(output, uri)) ? 1 : 0;
        removeEmptyFolders(inside(output, uri).getParent());
      }
      for (String uri : changed.stream().sorted().toList()) {
        replace(inside(staging, uri), inside(output, uri));
      }
      var manifest = new TreeMap<>(hashes);
      for (String uri : unwanted) {
        if (!leaving.contains(uri)) {
          manifest.put(uri, before.hashes().get(uri));
        }
      }
      writeManifest(new Manifest(manifest));
      return new Result(hashes.size(), changed.size(), removed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      deleteTree(staging);
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
