package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes files so that each is always there as a whole, before and after a power cut. What is being
 * written has a hidden name, which readers of articles pass over. Stateless.
 */
final class DiskFiles {

  private static final String PREFIX = ".portal-luu-";
  private static final Pattern UNFINISHED = Pattern.compile("\\.portal-luu-[0-9a-f-]+\\.tmp");

  /** Nothing takes that long to write. */
  private static final Duration ABANDONED = Duration.ofMinutes(1);

  private DiskFiles() {}

  /** The bytes of a file; empty where there is none. */
  static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Replaces a file, or makes it; its permissions stay. */
  static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, bytes, () -> true);
  }

  /**
   * Replaces a file that holds certain bytes.
   *
   * @return false where it holds others by now; it stays as it is then
   */
  static boolean replace(Path file, byte[] expected, byte[] bytes) throws IOException {
    return replace(
        file, bytes, () -> read(file).filter(there -> Arrays.equals(there, expected)).isPresent());
  }

  /** Asked when nothing is left to do but to give the new file its name. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static boolean replace(Path file, byte[] bytes, Condition condition) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path unfinished = aside(file, bytes);
    try {
      keepPermissions(file, unfinished);
      if (!condition.holds()) {
        return false;
      }
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    force(file.getParent());
    return true;
  }

  /** Makes a file; false where there is one of that name, which stays as it is. */
  static boolean create(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished = aside(file, bytes);
    try {
      // unlike a move, a second name is never given to a name that is taken
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // memory sticks know no second names
      return createPlainly(file, bytes);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    force(file.getParent());
    return true;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network folders and memory sticks
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Adds a line to a file; one that was not finished is ended first. */
  static void append(Path file, String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean broken = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
      write(
          channel.position(size),
          ((broken ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Deletes what a crash left behind in a folder and below it. */
  static int deleteUnfinished(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int deleted = 0;
    List<Path> found;
    try (Stream<Path> files = Files.walk(folder)) {
      found =
          files
              .filter(file -> UNFINISHED.matcher(file.getFileName().toString()).matches())
              .toList();
    }
    Instant old = Instant.now().minus(ABANDONED);
    for (Path file : found) {
      // another process may be writing just now
      if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
        deleted += Files.deleteIfExists(file) ? 1 : 0;
      }
    }
    return deleted;
  }

  private static Path aside(Path file, byte[] bytes) throws IOException {
    Path unfinished = file.resolveSibling(PREFIX + UUID.randomUUID() + ".tmp");
    boolean whole = false;
    try (FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(channel, bytes);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(unfinished);
      }
    }
    return unfinished;
  }

  private static boolean createPlainly(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(channel, bytes);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from) && isPosix(from)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  /** A name is safe only when its folder is; Windows does that by itself. */
  private static void force(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }
}
