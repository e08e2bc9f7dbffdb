package vn.cachlamhay.stats;

import java.util.Arrays;

/**
 * Knows views of the last minutes, so that a page that is loaded again counts once. Its size is
 * fixed: where two views want one place the newer one takes it, and the older may count twice. What
 * it holds are hashes. For one thread.
 */
final class RecentViews {

  private static final int PLACES = 1 << 16;
  private static final long WINDOW = 10 * 60;

  private final long[] keys = new long[PLACES];
  private final long[] seconds = new long[PLACES];

  RecentViews() {
    Arrays.fill(seconds, Long.MIN_VALUE / 2);
  }

  /** Whether the same reader has not seen the same page in the last ten minutes. */
  boolean isNew(LogLine line, String uri) {
    long key = hash(line.visitor(), hash(line.agent().orElse(""), hash(uri, 0)));
    int place = (int) (key >>> 48) & PLACES - 1;
    // lines are written when an answer ends, so not quite in order
    if (keys[place] == key && Math.abs(line.second() - seconds[place]) < WINDOW) {
      return false;
    }
    keys[place] = key;
    seconds[place] = line.second();
    return true;
  }

  /** FNV-1a of 64 bits, its last bits mixed into the first, which choose the place. */
  private static long hash(String text, long before) {
    long hash = 0xcbf29ce484222325L ^ before;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
  }
}
