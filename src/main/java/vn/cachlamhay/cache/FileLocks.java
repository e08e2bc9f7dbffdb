package vn.cachlamhay.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Locks between processes, and between the threads of one. Stateless. */
public final class FileLocks {

  private FileLocks() {}

  /** Takes the lock of a file; false where another process, or this one, has it. */
  public static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // held by this very process
      return false;
    }
  }
}
