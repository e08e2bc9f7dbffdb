package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A connection that is made again when it breaks, and whose work is then done again. For one
 * thread.
 */
final class Line implements AutoCloseable {

  private final Target target;
  private final Patience patience;
  private final PublishListener listener;
  private final CountDownLatch stopped;
  private Optional<Connection> connection = Optional.empty();
  private boolean wasUp;

  /** Something to be done on a connection, as often as it takes. */
  interface Work<T> {
    T on(Connection connection) throws IOException;
  }

  /**
   * @param stopped counted down when nobody needs the work any more
   */
  Line(Target target, Patience patience, PublishListener listener, CountDownLatch stopped) {
    this.target = target;
    this.patience = patience;
    this.listener = listener;
    this.stopped = stopped;
  }

  /** Whether the host has ever been reached on this line. */
  boolean wasUp() {
    return wasUp;
  }

  /**
   * Does something.
   *
   * @throws TargetException where the host says no
   * @throws IOException where patience is at its end
   */
  <T> T call(Work<T> work) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        if (connection.isEmpty()) {
          connection = Optional.of(target.connect());
          wasUp = true;
        }
        return work.on(connection.get());
      } catch (TargetException e) {
        throw e;
      } catch (IOException e) {
        drop();
        if (attempt > patience.tries() || isStopped(patience.millisBefore(attempt))) {
          throw e;
        }
        listener.tryingAgain(attempt, e);
      }
    }
  }

  private boolean isStopped(long millis) {
    try {
      return stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void drop() {
    try {
      close();
    } catch (IOException e) {
      // it is broken, which has been told
      listener.tryingAgain(0, e);
    }
  }

  @Override
  public void close() throws IOException {
    Optional<Connection> old = connection;
    connection = Optional.empty();
    if (old.isPresent()) {
      old.get().close();
    }
  }
}
