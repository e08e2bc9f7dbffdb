package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A bare repository for what passes between this machine and a remote one, so that the same bytes
 * pass once. It may be deleted at any time. One process has it at a time; others get one for the
 * moment. It has no branches: of those JGit would tell the remote repository that all their files
 * are here, and not all are. For one thread.
 */
final class GitStore implements AutoCloseable {

  /** Publications after which it is made anew, since many small packs are slow. */
  private static final int MOST_PACKS = 200;

  private final Path folder;
  private final Optional<FileChannel> lock;
  private FileRepository repository;

  private GitStore(Path folder, Optional<FileChannel> lock) throws IOException {
    this.folder = folder;
    this.lock = lock;
    if (packs() > MOST_PACKS) {
      remove(folder);
    }
    this.repository = open(folder);
  }

  /** The one for an address. */
  static GitStore of(GitAddress address, Credentials credentials, Path home) throws IOException {
    byte[] name = (address.uri() + " " + address.branch()).getBytes(StandardCharsets.UTF_8);
    Path place = caches(credentials, home).resolve("cach-lam-hay").resolve("git");
    Optional<FileChannel> lock = lock(place, Md5.of(name));
    Path folder =
        lock.isPresent()
            ? place.resolve(Md5.of(name) + ".git")
            : Files.createTempDirectory("cach-lam-hay-");
    return new GitStore(folder, lock);
  }

  /** Where this system keeps what may be deleted. */
  private static Path caches(Credentials credentials, Path home) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return credentials.variable("LOCALAPPDATA").map(Path::of).orElse(home);
    }
    Path usual = home.resolve(system.startsWith("mac") ? "Library/Caches" : ".cache");
    return credentials.variable("XDG_CACHE_HOME").map(Path::of).orElse(usual);
  }

  /** Empty where somebody else has it, or nothing can be kept there. */
  private static Optional<FileChannel> lock(Path place, String name) throws IOException {
    FileChannel channel;
    try {
      Files.createDirectories(place);
      channel =
          FileChannel.open(
              place.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      // a home that cannot be written to: nothing is lost but speed
      return Optional.empty();
    }
    boolean isOurs = false;
    try {
      isOurs = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // another target of this program
      isOurs = false;
    } finally {
      if (!isOurs) {
        channel.close();
      }
    }
    return isOurs ? Optional.of(channel) : Optional.empty();
  }

  private static FileRepository open(Path folder) throws IOException {
    var repository = new FileRepository(folder.toFile());
    if (!Files.exists(folder.resolve("HEAD"))) {
      repository.create(true);
    }
    return repository;
  }

  /** The repository itself, until the store is made anew. */
  FileRepository repository() {
    return repository;
  }

  /** The commit that the branch had when it was last seen, if all of its folders are here. */
  Optional<ObjectId> known() throws IOException {
    try {
      String text = Files.readString(folder.resolve("known")).strip();
      return ObjectId.isId(text)
          ? Optional.of(ObjectId.fromString(text)).filter(this::has)
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Remembers such a commit. */
  void know(ObjectId commit) throws IOException {
    Files.writeString(folder.resolve("known"), commit.name());
  }

  /** Whether an object is here. */
  boolean has(ObjectId id) {
    return repository.getObjectDatabase().has(id);
  }

  /** Begins again with nothing, since something is missing that should be there. */
  void renew() throws IOException {
    repository.close();
    remove(folder);
    repository = open(folder);
  }

  private long packs() throws IOException {
    Path packs = folder.resolve("objects/pack");
    if (!Files.isDirectory(packs)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(packs)) {
      return files.filter(file -> file.toString().endsWith(".pack")).count();
    }
  }

  private static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException failure)
              throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    repository.close();
    if (lock.isPresent()) {
      lock.get().close();
    } else {
      remove(folder);
    }
  }
}
