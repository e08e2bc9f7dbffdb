package vn.cachlamhay.richtext;

import java.io.IOException;
import java.util.Optional;

/**
 * Opens the pictures and attachments that a document names: in the archive that it is, beside it on
 * the disk, or where it was fetched. An implementation limits what it reads.
 */
@FunctionalInterface
public interface FileSource {

  /** Of a text without files. */
  FileSource NONE = address -> Optional.empty();

  /**
   * The bytes of a file.
   *
   * @param address as it stands in the document's HTML
   * @return empty where there is no such file, it may not be read, or it is too large
   * @throws IOException where the disk or the network fails
   */
  Optional<byte[]> open(String address) throws IOException;
}
