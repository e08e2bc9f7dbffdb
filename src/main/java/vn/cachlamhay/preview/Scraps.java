package vn.cachlamhay.preview;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What programs leave beside a file while they work on it. Stateless. */
final class Scraps {

  /** Of vim, Emacs, Word and LibreOffice, of systems, and of downloads. */
  private static final Pattern NAMES =
      Pattern.compile(
          "4913|.*~|~\\$.*|\\..*\\.sw[a-z]|\\.#.*|#.*#|\\.~lock\\..*|\\.DS_Store|Thumbs\\.db"
              + "|\\.goutputstream-.*|.*\\.(tmp|part|crdownload)");

  private Scraps() {}

  /** Whether a file is none of the site's. */
  static boolean isScrap(Path file) {
    return NAMES.matcher(file.getFileName().toString()).matches();
  }
}
