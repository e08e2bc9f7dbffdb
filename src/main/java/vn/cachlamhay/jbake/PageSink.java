package vn.cachlamhay.jbake;

import java.nio.file.Path;

/** Takes finished files, from any thread. */
public interface PageSink {

  /**
   * Takes a file.
   *
   * @return the hash of its bytes
   */
  String put(String uri, byte[] bytes);

  /** Keeps the file that is there; false where its hash is another one. */
  boolean keep(String uri, String hash);

  /** Shows the pages taken so far, where somebody waits for them; the others are still to come. */
  void show();

  /** Takes a file that goes to the site as it is. */
  void copy(String uri, Path source);
}
