package vn.cachlamhay.host;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import vn.cachlamhay.page.Uris;

/**
 * A redirect as hosts need it. Immutable.
 *
 * @param uri the former page below the site's root, a folder by its {@code index.html}
 * @param from the same from the root of the host, as it is read after decoding
 * @param to the present page from the root of the host, as it must stand in a header
 */
record Move(String uri, String from, String to) {

  private static final String INDEX = "index.html";

  /** Whether readers ask for a folder. */
  boolean isFolder() {
    return from.endsWith("/" + INDEX);
  }

  /** What readers ask for: the folder, where it is one. */
  String asked() {
    return isFolder() ? from.substring(0, from.length() - INDEX.length()) : from;
  }

  /** Whether every host can read the address in its file: nothing that ends a line or a word. */
  boolean isPlain() {
    return from.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 127)
        && !from.contains("${");
  }

  /** A path as it must stand in a header: beyond ASCII in UTF-8, by the bytes. */
  static String encoded(String path) {
    var encoded = new StringBuilder();
    for (byte b : Uris.encode(path).getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      } else {
        encoded.append((char) b);
      }
    }
    return encoded.toString();
  }
}
