package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Puts a file where none is, on hosts that have no step for it. They all have one for folders: of
 * two who make the same folder, one is told that it is there. So who wants to put the file makes a
 * folder beside it, looks whether there is a file, puts it, and removes the folder: four requests,
 * in which nobody else can come between.
 *
 * <p>Somebody whose machine dies right then leaves the folder. As nobody needs it for longer than a
 * few requests, it is taken away after {@link #PATIENCE} tries a second apart. Stateless.
 */
final class Exclusive {

  private static final int PATIENCE = 8;

  /** What it needs of a connection. */
  interface Steps {

    /** Makes a folder in one that is there; false where it is there already. */
    boolean makeFolder(String path) throws IOException;

    /** Removes a folder that is empty, be it there or not. */
    void removeFolder(String path) throws IOException;

    /** Whether there is a file. */
    boolean isThere(String path) throws IOException;

    /** Puts the file in its place. */
    void write(Upload file) throws IOException;
  }

  private Exclusive() {}

  /**
   * Puts a file where none is. The folder that it goes to is there.
   *
   * @return false where there is one
   */
  static boolean create(Steps steps, Upload file) throws IOException {
    String turn = Names.aside(file.path() + "+");
    int tries = 0;
    while (!steps.makeFolder(turn)) {
      if (steps.isThere(file.path())) {
        return false;
      }
      tries++;
      if (tries % PATIENCE == 0) {
        steps.removeFolder(turn);
      } else {
        pause();
      }
      if (tries > 2 * PATIENCE) {
        throw new IOException(turn);
      }
    }
    try {
      if (steps.isThere(file.path())) {
        return false;
      }
      steps.write(file);
      return true;
    } finally {
      steps.removeFolder(turn);
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException();
    }
  }
}
