package vn.cachlamhay.content;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/** Addresses of articles, made from the paths of their files. Stateless. */
final class Addresses {

  /** The unreserved characters of RFC 3986, section 2.3: safe in every address as they are. */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~-]+");

  private Addresses() {}

  /**
   * The address of a content file: its path with the extension replaced; parts that hold anything
   * but safe characters become slugs.
   *
   * @param path below the content folder, with {@code /}
   * @return empty where a part has nothing that a slug could keep
   */
  static Optional<String> of(String path, String outputExtension) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    String stem = dot > slash ? path.substring(0, dot) : path;
    var uri = new StringBuilder();
    for (String part : stem.split("/")) {
      String safe = SAFE.matcher(part).matches() ? part : VietnameseText.slug(part);
      if (safe.isEmpty()) {
        return Optional.empty();
      }
      uri.append(uri.isEmpty() ? "" : "/").append(safe);
    }
    return Optional.of(uri + outputExtension);
  }
}
