package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes in memory, which only root can have. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one; where that cannot be, the test is skipped. */
  static SmallDisk at(Path folder, String size) throws IOException {
    Servers.requireRoot();
    Files.createDirectories(folder);
    Servers.run(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()));
    return new SmallDisk(folder);
  }

  /** Nothing can be written any more. */
  void makeReadOnly() throws IOException {
    Servers.run(List.of("mount", "-o", "remount,ro", folder.toString()));
  }

  /** It has another size from now on. */
  void resize(String size) throws IOException {
    Servers.run(List.of("mount", "-o", "remount,size=" + size, folder.toString()));
  }

  @Override
  public void close() throws IOException {
    Servers.run(List.of("umount", folder.toString()));
  }
}
