package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that somebody else puts into a server's folder, so that the server may change them. */
final class Planted {

  private Planted() {}

  static void put(Path web, String path, byte[] bytes) throws IOException {
    Path file = web.resolve(path);
    folder(web, file.getParent());
    own(web, Files.write(file, bytes));
  }

  private static void folder(Path web, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      folder(web, folder.getParent());
      own(web, Files.createDirectory(folder));
    }
  }

  private static void own(Path web, Path path) throws IOException {
    Files.setOwner(path, Files.getOwner(web));
  }
}
