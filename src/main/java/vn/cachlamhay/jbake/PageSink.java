package vn.cachlamhay.jbake;

import java.nio.file.Path;
import java.util.Optional;

/** Takes finished files, from any thread. */
public interface PageSink {

  /**
   * Takes a file.
   *
   * @return the hash of its bytes
   */
  String put(String uri, byte[] bytes);

  /** Keeps the file that is there; false where its hash is another one. */
  default boolean keep(String uri, String hash) {
    // a sink that keeps nothing has everything made anew
    return false;
  }

  /** The file that is there; empty where its hash is another one. */
  default Optional<byte[]> read(String uri, String hash) {
    return Optional.empty();
  }

  /** Shows the pages taken so far, where somebody waits for them; the others are still to come. */
  default void show() {
    // unless somebody looks, there is nothing to do
  }

  /** Takes a file that goes to the site as it is. */
  void copy(String uri, Path source);
}
