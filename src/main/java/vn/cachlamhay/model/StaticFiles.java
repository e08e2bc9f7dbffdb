package vn.cachlamhay.model;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;

/**
 * The files that go to the site as they are. Immutable.
 *
 * @param byUri by address below the site root
 */
public record StaticFiles(Map<String, StaticFile> byUri) {

  public StaticFiles {
    byUri = Map.copyOf(byUri);
  }

  /**
   * The file that an article names: beside the article first, then below the root; one that begins
   * with {@code /} below the root only.
   *
   * @param folder the article's folder below the content folder, empty or with a slash at its end
   */
  public Optional<StaticFile> find(String name, String folder) {
    if (name.startsWith("/")) {
      return Optional.ofNullable(byUri.get(name.substring(1)));
    }
    StaticFile beside = byUri.get(normalize(folder + name));
    return Optional.ofNullable(beside != null ? beside : byUri.get(normalize(name)));
  }

  /**
   * A path without {@code .}, {@code ..} and doubled slashes; one that leaves the site keeps its
   * {@code ..}.
   */
  public static String normalize(String path) {
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    boolean folder = path.endsWith("/") && !parts.isEmpty();
    return String.join("/", parts) + (folder ? "/" : "");
  }
}
