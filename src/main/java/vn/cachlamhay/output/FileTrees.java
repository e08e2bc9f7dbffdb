package vn.cachlamhay.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the writer does with files and folders. Stateless. */
final class FileTrees {

  private FileTrees() {}

  static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network folders and memory sticks
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static Path inside(Path folder, String uri) {
    Path file = folder.resolve(uri).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("outside of the site: " + uri);
    }
    return file;
  }

  /** The bytes of a file; empty where there is none. */
  static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static boolean sameBytes(Path file, byte[] bytes) throws IOException {
    return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Deletes folders that have become empty.
   *
   * @param folder the first of them; the others are above it
   * @param top the last
   * @param keep whether that one stays in any case
   */
  static void removeEmptyFolders(Path folder, Path top, boolean keep) throws IOException {
    for (Path at = folder; at.startsWith(top); at = at.getParent()) {
      if (!Files.isDirectory(at)) {
        continue;
      }
      try (Stream<Path> children = Files.list(at)) {
        if (children.findAny().isPresent() || (at.equals(top) && keep)) {
          return;
        }
      }
      Files.delete(at);
    }
  }

  /** Of unwanted files those whose place a wanted one needs: a file where now is a folder. */
  static Set<String> inTheWay(Set<String> unwanted, Set<String> wanted) {
    var blocking = new HashSet<String>();
    for (String old : unwanted) {
      for (String now : wanted) {
        if (now.startsWith(old + "/") || old.startsWith(now + "/")) {
          blocking.add(old);
        }
      }
    }
    return blocking;
  }
}
