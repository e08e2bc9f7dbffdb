package vn.cachlamhay.publish;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The files on a host that are not the site's: what the portal remembers there. Stateless. */
final class Names {

  /** Folder of all that is remembered. */
  static final String FOLDER = ".portal";

  /** What the portal has put there: what is other than in the base that it names. */
  static final String STATE = FOLDER + "/manifest";

  /** What a run that has not ended means to put there. */
  static final String INTENDED = FOLDER + "/intended";

  /** What that run has done so far: pieces, numbered from 1. */
  static final String DONE = FOLDER + "/done-";

  /** What was there before the last run. */
  static final String PREVIOUS = FOLDER + "/previous";

  /** Who is publishing. */
  static final String LOCK = FOLDER + "/lock";

  /** Files of the state before, by their MD5. */
  static final String KEPT = FOLDER + "/kept/";

  private static final String BASE = FOLDER + "/base-";

  private static final String ASIDE = ".portal-part";

  private Names() {}

  /** All files as of a run. */
  static String base(String id) {
    return BASE + id + ".gz";
  }

  /**
   * The name under which a file comes, before it takes its place in the same folder. Always the
   * same, so that what an interrupted run left is written over, and short, since folders limit the
   * length of names.
   */
  static String aside(String path) {
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name)
        + "."
        + Integer.toHexString(path.substring(name).hashCode())
        + ASIDE;
  }

  /** The hashes of the kept files among some. */
  static Set<String> kept(Collection<String> paths) {
    return paths.stream()
        .filter(path -> path.startsWith(KEPT))
        .map(path -> path.substring(KEPT.length()))
        .collect(Collectors.toSet());
  }

  /** Whether a file is one of those that the portal leaves beside a site, or was to become one. */
  static boolean isOurs(String path) {
    return path.startsWith(FOLDER + "/") || path.endsWith(ASIDE);
  }
}
