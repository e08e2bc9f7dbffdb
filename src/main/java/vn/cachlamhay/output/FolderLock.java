package vn.cachlamhay.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.cachlamhay.cache.FileLocks;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Keeps other runs out of an output folder: two at a time would take each other's files. The system
 * gives the lock back in any case.
 */
public record FolderLock(Path file, FileChannel channel) implements AutoCloseable {

  private static final String NAME = ".portal-lock";

  /**
   * Takes the lock of a folder.
   *
   * @throws SiteException where another run has it
   * @throws IOException where the folder cannot be written
   */
  public static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (FileLocks.tryLock(channel)) {
      return new FolderLock(file, channel);
    }
    channel.close();
    throw new SiteException(
        Problem.of(
            ProblemCode.DANG_CO_LAN_LAM_KHAC,
            SourcePos.ofFile("--out"),
            folder.toString().replace('\\', '/')));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
