package vn.cachlamhay.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file on its way: from the disk, or from memory. Immutable; the file on the disk must stay as it
 * is.
 *
 * @param path of the site
 * @param file where its bytes are, unless they are in memory
 * @param bytes in memory, where there is no file
 * @param size in bytes
 * @param md5 of the bytes, in hexadecimal
 */
record Upload(String path, Optional<Path> file, byte[] bytes, long size, String md5) {

  private static final byte[] NONE = {};

  /** A file on the disk. */
  static Upload of(String path, Path file, String md5) throws IOException {
    return new Upload(path, Optional.of(file), NONE, Files.size(file), md5);
  }

  /** Bytes in memory. */
  static Upload of(String path, byte[] bytes) {
    return new Upload(path, Optional.empty(), bytes, bytes.length, Md5.of(bytes));
  }

  /** The bytes, from their beginning, as often as asked for. */
  InputStream open() throws IOException {
    return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(bytes);
  }
}
