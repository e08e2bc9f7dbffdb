package vn.cachlamhay.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Written;
import vn.cachlamhay.diag.Parallel;
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

  private final Path output;
  private final Path staging;
  private final boolean existed;
  private final FolderLock lock;
  private final NextManifest manifest;
  private final OutputStamps stamps;
  private final Consumer<Set<String>> told;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Set<String> shown = ConcurrentHashMap.newKeySet();
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
   * @param memory how the files of the site looked when they were written
   * @param told which files of the site are new, others, or gone, as soon as they are
   * @throws UncheckedIOException where the folder cannot be written
   */
  public OutputWriter(Path output, Memory<Written> memory, Consumer<Set<String>> told) {
    this.output = output;
    this.told = told;
    this.stamps = new OutputStamps(output, memory);
    this.staging = output.resolve(STAGING);
    this.existed = Files.isDirectory(output);
    try {
      Files.createDirectories(output);
      this.lock = FolderLock.take(output);
      FileTrees.deleteTree(staging);
      this.manifest = new NextManifest(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts a file aside.
   *
   * @return the MD5 of its bytes
   */
  public String put(String uri, byte[] bytes) {
    return put(uri, bytes, Optional.empty());
  }

  /** Puts a copy of a file aside. */
  public void copy(String uri, Path source) {
    try {
      FileStamp stamp = FileStamp.Taker.on(source).of(source);
      Optional<String> same = stamps.hashOfCopy(uri, stamp);
      if (same.isEmpty() || !keep(uri, same.get())) {
        put(uri, Files.readAllBytes(source), Optional.of(stamp));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the file that is there; false where its hash is another one. */
  public boolean keep(String uri, String hash) {
    if (!manifest.wasThere(uri, hash) || !stamps.isIntact(uri, hash)) {
      return false;
    }
    manifest.keep(uri, hash);
    return true;
  }

  /** The file that is there; empty where its hash is another one. */
  public Optional<byte[]> read(String uri, String hash) {
    if (!manifest.wasThere(uri, hash)) {
      return Optional.empty();
    }
    try {
      return FileTrees.read(FileTrees.inside(output, uri))
          .filter(bytes -> Manifest.hash(bytes).equals(hash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String put(String uri, byte[] bytes, Optional<FileStamp> source) {
    String hash = Manifest.hash(bytes);
    try {
      source.ifPresent(stamp -> stamps.isCopyOf(uri, stamp));
      if (keep(uri, hash)) {
        return hash;
      }
      stamps.isWritten(uri);
      manifest.put(uri, hash);
      Path old = FileTrees.inside(output, uri);
      if (!Files.isRegularFile(old) || !FileTrees.sameBytes(old, bytes)) {
        if (Files.isRegularFile(old) && !manifest.before().containsKey(uri)) {
          foreign.add(uri);
        }
        Path file = FileTrees.inside(staging, uri);
        createFolder(file.getParent());
        Files.write(file, bytes);
        changed.add(uri);
      }
      return hash;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asking the system for each file whether its folder is there takes longer than the file. */
  private void createFolder(Path folder) throws IOException {
    if (!folders.contains(folder)) {
      Files.createDirectories(folder);
      folders.add(folder);
    }
  }

  /**
   * Moves what was put aside so far into its place, where older files of the same addresses stand:
   * somebody waits for them. All else waits for {@link #commit}.
   */
  public void show() {
    var now = new HashSet<String>();
    try {
      for (String uri : changed) {
        if (manifest.before().containsKey(uri)
            && Files.isRegularFile(FileTrees.inside(output, uri))) {
          moveIntoPlace(uri);
          changed.remove(uri);
          now.add(uri);
        }
      }
    } finally {
      shown.addAll(now);
      told.accept(now);
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
    return commit(remove, () -> {});
  }

  /**
   * The same.
   *
   * @param meanwhile done beside it
   */
  public Result commit(boolean remove, Runnable meanwhile) {
    refuseForeign();
    // as it will be, unless something unwanted stays; begun first, for all else waits for it
    Supplier<byte[]> text = Parallel.begin(manifest::text);
    return Parallel.beside(meanwhile, () -> commit(remove, text));
  }

  private Result commit(boolean remove, Supplier<byte[]> text) {
    try {
      Map<String, String> hashes = manifest.hashes();
      Set<String> unwanted = manifest.unwanted();
      // should the machine stop half-way, the next run must know all files that may be here
      if (!manifest.before().keySet().containsAll(changed)) {
        writeManifest(unwanted.isEmpty() ? text.get() : manifest.textWith(unwanted));
      }
      Set<String> blocking = FileTrees.inTheWay(unwanted, hashes.keySet());
      unwanted.removeAll(blocking);
      Set<String> removed = delete(blocking);
      Set<String> gone = remove ? unwanted : CompressedFiles.among(unwanted, hashes.keySet());
      moveIntoPlace();
      removed.addAll(delete(gone));
      int count = removed.size();
      Set<String> staying = new HashSet<>(unwanted);
      staying.removeAll(gone);
      writeManifest(staying.isEmpty() ? text.get() : manifest.textWith(staying));
      removed.addAll(changed);
      told.accept(removed);
      stamps.remember(hashes);
      return new Result(hashes.size(), changed.size() + shown.size(), count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void moveIntoPlace() throws IOException {
    Set<String> moved = changed.isEmpty() ? Set.of() : FileTrees.moveNewFolders(staging, output);
    Parallel.forEach(
        changed.stream().filter(uri -> moved.stream().noneMatch(uri::startsWith)).toList(),
        this::moveIntoPlace);
  }

  private void moveIntoPlace(String uri) {
    try {
      Path file = FileTrees.inside(output, uri);
      createFolder(file.getParent());
      FileTrees.replace(FileTrees.inside(staging, uri), file);
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

  private Set<String> delete(Set<String> uris) throws IOException {
    var deleted = new HashSet<String>();
    for (String uri : uris) {
      if (!FileTrees.isUnderOtherCapitals(output, uri, manifest.hashes().keySet())) {
        if (Files.deleteIfExists(FileTrees.inside(output, uri))) {
          deleted.add(uri);
        }
        FileTrees.removeEmptyFolders(FileTrees.inside(output, uri).getParent(), output, existed);
      }
    }
    return deleted;
  }

  @Override
  public void close() {
    try {
      try {
        FileTrees.deleteTree(staging);
      } finally {
        lock.close();
      }
      if (!existed) {
        FileTrees.removeEmptyFolders(output, output, existed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeManifest(byte[] bytes) throws IOException {
    Path file = output.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file) || !FileTrees.sameBytes(file, bytes)) {
      Path aside = staging.resolve(Manifest.FILE);
      Files.createDirectories(staging);
      Files.write(aside, bytes);
      FileTrees.replace(aside, file);
    }
  }
}
