package vn.cachlamhay.preview;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vn.cachlamhay.build.Catalog;
import vn.cachlamhay.build.LiveSite;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.jbake.Preview;

/**
 * The one thread that owns the {@link LiveSite}: shows what has changed, bakes it, and does
 * meanwhile what others ask of it. Thread-safe.
 */
public final class LiveLoop implements AutoCloseable {

  /** While somebody saves again and again, the rest of the site does not wait longer than this. */
  private static final long BAKE_WAITS = TimeUnit.SECONDS.toNanos(1);

  /** A browser that loads a page again gets the machine for itself before the rest is made. */
  private static final long BROWSER_LOADS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final long RETRY = TimeUnit.SECONDS.toNanos(3);

  /** Each minute articles may have become due, and changes that nobody told of are found. */
  private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(60);

  private static final long NEVER = Long.MAX_VALUE;

  private final SiteBakes bakes;
  private final Events events;
  private final Announcer announcer;
  private final Object lock = new Object();
  private final Deque<FutureTask<?>> calls = new ArrayDeque<>();
  private final Pending pending = new Pending();
  private final Thread thread = new Thread(this::run, "preview-site");
  private volatile State state = new State(0, false, List.of());
  private Progress progress = Progress.SILENT;
  private boolean closing;
  private boolean bakeDue;
  private long bakeDueSince;
  private long bakeNotBefore = System.nanoTime();
  private long nextLook = NEVER;

  /**
   * What the last bake said.
   *
   * @param bake counted from 1; 0 before the first has ended
   * @param stopped whether it could not go on: the pages are those of an earlier bake
   * @param problems sorted by place
   */
  public record State(long bake, boolean stopped, List<Problem> problems) {}

  LiveLoop(SiteBakes bakes, Events events, Announcer announcer) {
    this.bakes = bakes;
    this.events = events;
    this.announcer = announcer;
    thread.setDaemon(true);
  }

  /**
   * Begins with a bake, and waits for it.
   *
   * @param first told of the steps of this bake
   */
  void start(Progress first) {
    synchronized (lock) {
      progress = first;
      makeDue();
    }
    thread.start();
    // after the bake: calls go before bakes that wait, so this one waits for the state
    synchronized (lock) {
      while (state.bake() == 0 && !closing) {
        await(0);
      }
    }
  }

  /**
   * Runs something on the thread of the site, before bakes that wait, and waits for it.
   *
   * @throws CancellationException the preview ends
   * @throws RuntimeException what it threw
   */
  public <T> T call(Function<LiveSite, T> work) {
    var task = new FutureTask<>(() -> work.apply(bakes.live()));
    synchronized (lock) {
      if (closing) {
        throw new CancellationException("closing");
      }
      calls.add(task);
      lock.notifyAll();
    }
    return SiteBakes.result(task);
  }

  /** What a text would look like, from any thread: see {@link LiveSite#look}. */
  public Optional<Preview.Look> look(Path file, byte[] content) {
    return bakes.live().look(file, content);
  }

  /** What the last bake knows, from any thread: see {@link LiveSite#catalog}. */
  public Optional<Catalog> catalog() {
    return bakes.live().catalog();
  }

  /** Asks for a bake, as a change on the disk does that nobody knows more of; returns at once. */
  public void bake() {
    synchronized (lock) {
      makeDue();
      lock.notifyAll();
    }
  }

  /**
   * Says that a file has been saved, all of it: its page is shown at once, without waiting until
   * the disk tells the same. Returns at once.
   */
  public void saved(Path file) {
    synchronized (lock) {
      pending.add(file.toAbsolutePath().normalize(), System.nanoTime());
      pending.hurry();
      lock.notifyAll();
    }
  }

  /** A file has changed, as the disk tells. */
  void changed(Path file) {
    synchronized (lock) {
      pending.add(file, System.nanoTime());
      lock.notifyAll();
    }
  }

  /** Something has changed. */
  void changed() {
    synchronized (lock) {
      pending.addUnknown(System.nanoTime());
      lock.notifyAll();
    }
  }

  /** What the last bake said. */
  public State state() {
    return state;
  }

  private void makeDue() {
    if (!bakeDue) {
      bakeDue = true;
      bakeDueSince = System.nanoTime();
    }
  }

  private void run() {
    try {
      for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
        guarded(next.get());
      }
    } finally {
      synchronized (lock) {
        closing = true;
        calls.forEach(call -> call.cancel(false));
        lock.notifyAll();
      }
      bakes.close();
    }
  }

  /** Our own mistakes are told, and end nothing. */
  private void guarded(Runnable work) {
    var task = new FutureTask<>(work, null);
    task.run();
    try {
      task.get();
    } catch (ExecutionException e) {
      announcer.failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the next thing to do; empty at the end. */
  private Optional<Runnable> next() {
    synchronized (lock) {
      while (!closing) {
        long now = System.nanoTime();
        if (!calls.isEmpty()) {
          return Optional.of(calls.remove());
        }
        if (bakeDue && now - bakeDueSince > BAKE_WAITS) {
          return Optional.of(this::bakeNow);
        }
        if (!pending.isEmpty() && pending.waiting(now) <= 0) {
          Pending.Taken taken = pending.take();
          return Optional.of(() -> show(taken));
        }
        boolean quiet = pending.isEmpty() && bakeNotBefore - now <= 0;
        if (quiet && (bakeDue || nextLook - now <= 0)) {
          return Optional.of(this::bakeNow);
        }
        Optional<Runnable> told = announcer.due(now);
        if (told.isPresent()) {
          return told;
        }
        await(quiet(now));
      }
      return Optional.empty();
    }
  }

  private long quiet(long now) {
    long wait = nextLook == NEVER ? LOOK_AGAIN : nextLook - now;
    wait = Math.min(wait, announcer.waiting(now));
    if (bakeDue) {
      wait = Math.min(wait, bakeNotBefore - now);
    }
    return pending.isEmpty() ? wait : Math.min(wait, pending.waiting(now));
  }

  /** Waits for news, at most so many nanoseconds; 0 for as long as it takes. */
  private void await(long nanos) {
    try {
      if (nanos == 0) {
        lock.wait();
      } else {
        TimeUnit.NANOSECONDS.timedWait(lock, Math.max(nanos, 1_000_000));
      }
    } catch (InterruptedException e) {
      closing = true;
      Thread.currentThread().interrupt();
    }
  }

  private void show(Pending.Taken taken) {
    announcer.changed(taken.files());
    boolean loading = false;
    if (!taken.unsure()) {
      long start = System.nanoTime();
      Set<String> shown = bakes.show(taken.files());
      if (!shown.isEmpty()) {
        loading = events.lookedAt().stream().anyMatch(shown::contains);
        announcer.shown(shown, Duration.ofNanos(System.nanoTime() - start));
      }
    }
    synchronized (lock) {
      bakeNotBefore = System.nanoTime() + (loading ? BROWSER_LOADS : 0);
      makeDue();
    }
  }

  private void bakeNow() {
    Progress told;
    synchronized (lock) {
      bakeDue = false;
      told = progress;
      progress = Progress.SILENT;
    }
    SiteBakes.Outcome outcome = bakes.bake(told);
    synchronized (lock) {
      state = new State(state.bake() + 1, outcome.stopped(), outcome.problems());
      nextLook = System.nanoTime() + (outcome.passing() ? RETRY : LOOK_AGAIN);
      announcer.baked(outcome, state.bake() == 1);
      lock.notifyAll();
    }
    // pages are told while they are made; the editor's questions are answered from what came of all
    events.send("known", Map.of("bake", state.bake()));
  }

  /** Ends after what is at work, and keeps what is known for the next time. */
  @Override
  public void close() {
    synchronized (lock) {
      closing = true;
      lock.notifyAll();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
