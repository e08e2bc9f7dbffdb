package vn.cachlamhay.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands in the files of a finished site. Files of the portal's own, such as its manifest, are
 * no part of a site.
 *
 * @param files by address
 */
record FileTree(SortedMap<String, byte[]> files) {

  private static final int EXCERPT = 60;

  /** The files below a folder; none where there is no such folder. */
  static FileTree of(Path folder) {
    var files = new TreeMap<String, byte[]>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
          String uri = folder.relativize(file).toString().replace('\\', '/');
          if (!uri.startsWith(".portal")) {
            files.put(uri, Files.readAllBytes(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new FileTree(files);
  }

  /** These files, and those others that have no counterpart here. */
  FileTree over(FileTree others) {
    var all = new TreeMap<String, byte[]>(others.files);
    all.putAll(files);
    return new FileTree(all);
  }

  /**
   * These files without compressed copies of some files, which hosts would send in their places.
   */
  FileTree withoutCopiesOf(FileTree others) {
    var left = new TreeMap<String, byte[]>(files);
    left.keySet()
        .removeIf(
            uri ->
                uri.matches(".+\\.(?:gz|br)")
                    && others.files.containsKey(uri.substring(0, uri.lastIndexOf('.'))));
    return new FileTree(left);
  }

  /** What is not as it should be, a line a file; empty where both are equal byte for byte. */
  List<String> differencesFrom(FileTree expected) {
    var differences = new ArrayList<String>();
    expected.files.forEach(
        (uri, bytes) -> {
          if (!files.containsKey(uri)) {
            differences.add("missing: " + uri);
          } else if (!Arrays.equals(files.get(uri), bytes)) {
            differences.add("differs: " + uri + "\n" + firstDifference(files.get(uri), bytes));
          }
        });
    files.keySet().stream()
        .filter(uri -> !expected.files.containsKey(uri))
        .forEach(uri -> differences.add("too much: " + uri));
    return differences;
  }

  private static String firstDifference(byte[] actual, byte[] expected) {
    int at = Arrays.mismatch(actual, expected);
    return "    from byte %d on: %s%n    instead of:     %s"
        .formatted(at, excerpt(actual, at), excerpt(expected, at));
  }

  private static String excerpt(byte[] bytes, int at) {
    int from = Math.max(0, at - EXCERPT);
    int to = Math.min(bytes.length, at + EXCERPT);
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).replace("\n", "⏎");
  }
}
