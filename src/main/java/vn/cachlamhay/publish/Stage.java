package vn.cachlamhay.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The order in which files take their places, so that no reader meets a page that needs what is not
 * there. Each stage is complete before the next begins; what is to go, goes at the very end, in the
 * opposite order.
 */
enum Stage {

  /** What pages need: style sheets, scripts, pictures, pieces of the search index. */
  PARTS,

  /** Articles and other single pages. */
  PAGES,

  /** What leads to them: lists, feeds, site maps, the root of the search index. */
  LISTS,

  /** The home page. */
  HOME,

  /** What browsers keep the site by, and how the host is to serve it. */
  FRAME;

  private static final Pattern COMPRESSED = Pattern.compile("\\.(?:gz|br)$");
  private static final Pattern OF_THE_FRAME =
      Pattern.compile("(?:.*/)?(?:sw\\.js|[^/]*\\.webmanifest|\\.htaccess|web\\.config|_headers)");
  private static final Pattern LEADING =
      Pattern.compile(
          "(?:.*/)?(?:index\\.html|_redirects|tin-moi\\.js|muc-luc\\.js|goi-y\\.js|[^/]*\\.xml|robots\\.txt)");

  /** All of them, the last first. */
  static List<Stage> lastFirst() {
    var stages = new ArrayList<>(List.of(values()));
    Collections.reverse(stages);
    return stages;
  }

  /** Whether a file is a compressed copy of another. */
  static boolean isCompressed(String path) {
    return COMPRESSED.matcher(path).find();
  }

  /** That of a file. */
  static Stage of(String path) {
    String plain = COMPRESSED.matcher(path).replaceFirst("");
    if (plain.equals("index.html")) {
      return HOME;
    }
    if (OF_THE_FRAME.matcher(plain).matches()) {
      return FRAME;
    }
    if (LEADING.matcher(plain).matches()) {
      return LISTS;
    }
    return plain.endsWith(".html") || plain.endsWith(".htm") ? PAGES : PARTS;
  }
}
