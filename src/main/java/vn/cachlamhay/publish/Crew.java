package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several lines to a host that share work. A host that bears fewer gets fewer. For one thread,
 * which waits while the work is done; once something has failed, nothing more can be done.
 */
final class Crew implements AutoCloseable {

  private final List<Line> lines = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<Aside> asides = new CopyOnWriteArrayList<>();
  private final ExecutorService threads;

  /** What is done for each of several things. */
  interface Job<T> {
    void on(Connection connection, T thing) throws IOException;
  }

  Crew(Target target, int size, Patience patience, PublishListener listener) {
    int most = target.isAtomic() ? 1 : size;
    for (int i = 0; i < most; i++) {
      lines.add(new Line(target, patience, listener, stopped));
    }
    this.threads = Executors.newFixedThreadPool(most);
  }

  /** Something that each line does after each piece of work from now on. */
  void between(Aside aside) {
    asides.add(aside);
  }

  /** What is done beside the work. */
  interface Aside {
    void on(Connection connection) throws IOException;
  }

  /** Does something once. */
  <T> T call(Line.Work<T> work) throws IOException {
    return lines.get(0).call(work);
  }

  /**
   * Does something for each thing, begun in the given order.
   *
   * @throws IOException the first that ended it; what had begun has ended too
   */
  <T> void forEach(Collection<T> things, Job<T> job) throws IOException {
    Queue<T> left = new ConcurrentLinkedQueue<>(things);
    var working = new ArrayList<Future<Boolean>>();
    for (Line line : lines.subList(0, Math.min(lines.size(), things.size()))) {
      working.add(threads.submit(() -> work(line, left, job)));
    }
    for (Future<Boolean> each : working) {
      await(each);
    }
    if (!left.isEmpty()) {
      // the others were at their end when a line gave its work back
      for (T thing : left) {
        call(connection -> once(connection, job, thing));
      }
    }
  }

  private <T> Boolean work(Line line, Queue<T> left, Job<T> job) throws IOException {
    for (T thing = left.poll(); thing != null && stopped.getCount() > 0; thing = left.poll()) {
      T one = thing;
      try {
        line.call(connection -> once(connection, job, one));
        for (Aside aside : asides) {
          line.call(connection -> once(connection, (c, any) -> aside.on(c), one));
        }
      } catch (IOException e) {
        if (!line.wasUp() && !line.equals(lines.get(0)) && !(e instanceof TargetException)) {
          // one too many for this host; the first line has to get through
          left.add(one);
          return false;
        }
        stopped.countDown();
        throw e;
      }
    }
    return true;
  }

  private static <T> Boolean once(Connection connection, Job<T> job, T thing) throws IOException {
    job.on(connection, thing);
    return true;
  }

  private void await(Future<Boolean> work) throws IOException {
    try {
      work.get();
    } catch (InterruptedException e) {
      stopped.countDown();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      stopped.countDown();
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    stopped.countDown();
    threads.shutdown();
    try {
      // what has begun ends by itself: connections have their limits of time
      while (!threads.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS)) {
        continue;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Line line : lines) {
      line.close();
    }
  }
}
