package vn.cachlamhay.importer;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that may be brought in. Immutable.
 *
 * @param name for people: a path as it was given, a name in an archive, an address
 * @param file on the disk; empty for an address
 */
record Source(String name, Optional<Path> file) {

  /** The page of an address. */
  static Source address(String address) {
    return new Source(address, Optional.empty());
  }

  /** The name of the file, or the last part of the address. */
  String fileName() {
    return file.map(path -> path.getFileName().toString())
        .orElseGet(() -> name.replaceFirst("[?#].*$", "").replaceFirst("^.*/(?=[^/]+/?$)", ""));
  }
}
