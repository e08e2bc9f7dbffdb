package vn.cachlamhay.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file, to tell without reading it whether it is still the same.
 * Where the system keeps the time of a file's last change of any kind (ctime), that is looked at
 * too, since no program can set it back. Immutable.
 *
 * @param size in bytes
 * @param modified nanoseconds since 1970
 * @param changed ctime in nanoseconds since 1970, or the time of creation where there is no ctime
 * @param file the number of the file in its file system, 0 where there is none
 * @param settled whether the last change lay so far back, when the stamp was taken, that a later
 *     change must show in the times; the rule of Git for "racily clean" entries
 */
public record FileStamp(long size, long modified, long changed, long file, boolean settled) {

  /** More than a tick of the clock by which file systems with fine times write them. */
  private static final long FINE_MILLIS = 40;

  /** FAT counts in steps of two seconds. */
  private static final long COARSE = TimeUnit.MILLISECONDS.toNanos(2100);

  /** Takes the stamps of a file system. Immutable. */
  public enum Taker {
    /** With ctime and file number. */
    UNIX {
      @Override
      public FileStamp of(Path path) throws IOException {
        Map<String, Object> seen =
            Files.readAttributes(path, "unix:size,lastModifiedTime,ctime,ino");
        return stamp(
            (Long) seen.get("size"),
            nanos((FileTime) seen.get("lastModifiedTime")),
            nanos((FileTime) seen.get("ctime")),
            (Long) seen.get("ino"));
      }
    },
    /** With what Java knows of every file system. */
    BASIC {
      @Override
      public FileStamp of(Path path) throws IOException {
        BasicFileAttributes seen =
            Files.readAttributes(path, BasicFileAttributes.class, new LinkOption[0]);
        return stamp(seen.size(), nanos(seen.lastModifiedTime()), nanos(seen.creationTime()), 0);
      }
    };

    /**
     * The stamp of a file.
     *
     * @throws IOException where there is none
     */
    public abstract FileStamp of(Path path) throws IOException;

    /** What the file system of a path offers. */
    public static Taker on(Path path) {
      return path.getFileSystem().supportedFileAttributeViews().contains("unix") ? UNIX : BASIC;
    }
  }

  /**
   * In how many milliseconds a new stamp of the file can be trusted; 0 where this one can, or where
   * the file system counts so coarsely that nobody should wait.
   */
  public long settlingMillis() {
    if (settled || !isFine()) {
      return 0;
    }
    long newest = TimeUnit.NANOSECONDS.toMillis(Math.max(modified, changed));
    // two more, for the clocks count in whole ones
    long whole = FINE_MILLIS + 2;
    return Math.max(1, Math.min(whole, newest + whole - System.currentTimeMillis()));
  }

  /** Whether the file system counts in less than milliseconds. */
  private boolean isFine() {
    return modified % TimeUnit.MILLISECONDS.toNanos(1) != 0;
  }

  /** Whether a file that has this stamp now is still the one that had the earlier stamp. */
  public boolean isSameAs(FileStamp earlier) {
    return earlier.settled && isSameFileAs(earlier);
  }

  /** The same, without regard to how long ago the last change was. */
  public boolean isSameFileAs(FileStamp earlier) {
    return size == earlier.size
        && modified == earlier.modified
        && changed == earlier.changed
        && file == earlier.file;
  }

  private static FileStamp stamp(long size, long modified, long changed, long file) {
    long newest = Math.max(modified, changed);
    long age = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - newest;
    var stamp = new FileStamp(size, modified, changed, file, false);
    boolean settled = age > (stamp.isFine() ? TimeUnit.MILLISECONDS.toNanos(FINE_MILLIS) : COARSE);
    return settled ? new FileStamp(size, modified, changed, file, true) : stamp;
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
