package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The same promises where what the server has is a folder of this machine. */
abstract class FolderContract extends TargetContract {

  /** That folder; it need not be there yet. */
  abstract Path web();

  @Override
  final Map<String, byte[]> served() throws IOException {
    return filesBelow(web());
  }

  @Override
  final void plant(String path, byte[] bytes) throws IOException {
    Files.createDirectories(web());
    Planted.put(web(), path, bytes);
  }

  @Override
  final void uproot(String path) throws IOException {
    Files.delete(web().resolve(path));
  }
}
