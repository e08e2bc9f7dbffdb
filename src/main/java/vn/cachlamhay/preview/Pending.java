package vn.cachlamhay.preview;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Changes on the disk that nothing has been done about yet. Programs save in several writes, and a
 * checkout changes thousands of files: they are taken together once there is a moment's rest. For
 * one thread at a time.
 */
final class Pending {

  /** What comes in more files than these is no editing. */
  private static final int MANY = 20;

  private static final long REST = TimeUnit.MILLISECONDS.toNanos(12);
  private static final long LONG_REST = TimeUnit.MILLISECONDS.toNanos(150);
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(120);
  private static final long LONG_PATIENCE = TimeUnit.SECONDS.toNanos(5);

  private final Set<Path> files = new LinkedHashSet<>();
  private boolean unsure;
  private boolean urgent;
  private long first;
  private long last;

  /**
   * What is to be done.
   *
   * @param files that changed
   * @param unsure whether there may be others
   */
  record Taken(Set<Path> files, boolean unsure) {}

  void add(Path file, long now) {
    note(now);
    files.add(file);
  }

  /** Something has changed, nobody knows what. */
  void addUnknown(long now) {
    note(now);
    unsure = true;
  }

  /** What has come so far is complete. */
  void hurry() {
    urgent = true;
  }

  private void note(long now) {
    if (isEmpty()) {
      first = now;
    }
    last = now;
  }

  boolean isEmpty() {
    return files.isEmpty() && !unsure;
  }

  /** How long to wait for more; 0 or less where that is over. */
  long waiting(long now) {
    if (urgent) {
      return 0;
    }
    boolean many = files.size() > MANY || unsure;
    long rest = last + (many ? LONG_REST : REST) - now;
    long patience = first + (many ? LONG_PATIENCE : PATIENCE) - now;
    return Math.min(rest, patience);
  }

  Taken take() {
    var taken = new Taken(Set.copyOf(files), unsure || files.size() > MANY);
    files.clear();
    unsure = false;
    urgent = false;
    return taken;
  }
}
