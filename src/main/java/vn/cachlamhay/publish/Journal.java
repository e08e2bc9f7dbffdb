package vn.cachlamhay.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has done so far, kept on the host in pieces, a new one every few seconds: no protocol
 * needs to be able to append. Should the run be cut off, the next one sends again only what is not
 * in them. Thread-safe.
 */
final class Journal {

  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final String run;
  private final Instant begun;
  private final Map<String, String> news = new HashMap<>();
  private final Object writing = new Object();
  private int pieces;
  private long written = System.nanoTime();

  Journal(String run, Instant begun) {
    this.run = run;
    this.begun = begun;
  }

  synchronized void put(String path, String hash) {
    news.put(path, hash);
  }

  synchronized void removed(String path) {
    news.put(path, Sheet.GONE);
  }

  /** Writes a piece where one is due. */
  Boolean writeIfDue(Connection connection) throws IOException {
    synchronized (this) {
      if (System.nanoTime() - written < INTERVAL_NANOS) {
        return false;
      }
      written = System.nanoTime();
    }
    return write(connection);
  }

  /** Writes what there is. What has been written is forgotten only when it is there. */
  Boolean write(Connection connection) throws IOException {
    synchronized (writing) {
      Map<String, String> told;
      synchronized (this) {
        told = Map.copyOf(news);
      }
      if (told.isEmpty()) {
        return false;
      }
      connection.write(piece(told));
      pieces++;
      synchronized (this) {
        told.forEach(news::remove);
      }
      return true;
    }
  }

  private Upload piece(Map<String, String> told) {
    var sheet = new Sheet(run, String.valueOf(pieces), begun, "-", told);
    return Upload.of(Names.DONE + (pieces + 1), sheet.bytes());
  }

  /**
   * What a run did.
   *
   * @param hashes of the files on the host before it; changed to those after it
   */
  static void replay(Books books, String run, Map<String, String> hashes) throws IOException {
    for (int i = 1; ; i++) {
      Optional<Sheet> piece = books.sheet(Names.DONE + i).filter(each -> each.id().equals(run));
      if (piece.isEmpty()) {
        // what follows is of a run before it
        return;
      }
      piece.get().applyTo(hashes);
    }
  }

  /** Removes all pieces. */
  static void clear(Connection connection) throws IOException {
    for (int i = 1; connection.read(Names.DONE + i).isPresent(); i++) {
      connection.delete(Names.DONE + i);
    }
  }
}
