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

  /**
   * Moves the folders that are new to another one, each whole: a new site of ten thousand articles
   * has fifty thousand files in a dozen folders.
   *
   * @return the folders, below the one that they went to, with a slash at their ends
   */
  static Set<String> moveNewFolders(Path from, Path to) throws IOException {
    var moved = new HashSet<String>();
    moveNewFolders(from, to, "", moved);
    return moved;
  }

  private static void moveNewFolders(Path from, Path to, String above, Set<String> moved)
      throws IOException {
    try (Stream<Path> children = Files.list(from)) {
      for (Path folder : children.filter(Files::isDirectory).toList()) {
        Path place = to.resolve(folder.getFileName());
        String name = above + folder.getFileName() + "/";
        if (Files.isDirectory(place)) {
          moveNewFolders(folder, place, name, moved);
        } else if (Files.notExists(place) && isMoved(folder, place)) {
          moved.add(name);
        }
      }
    }
  }

  private static boolean isMoved(Path folder, Path place) {
    try {
      Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      // as on Windows while somebody reads a file in it: file by file then, which tells what is
      // wrong
      return false;
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

  /** Whether a file is one of some others: on Windows {@code Anh.jpg} and {@code anh.jpg} are. */
  static boolean isUnderOtherCapitals(Path folder, String uri, Set<String> others)
      throws IOException {
    Path file = inside(folder, uri);
    for (String other : others) {
      if (other.equalsIgnoreCase(uri) && Files.exists(file)) {
        Path same = inside(folder, other);
        if (Files.exists(same) && Files.isSameFile(file, same)) {
          return true;
        }
      }
    }
    return false;
  }
}
