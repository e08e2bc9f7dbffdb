package vn.cachlamhay.preview;

import java.util.List;
import java.util.function.Function;
import vn.cachlamhay.build.LiveSite;
import vn.cachlamhay.diag.Problem;

/**
 * The one thread that owns the {@link LiveSite}: bakes what has changed, and does meanwhile what
 * others ask of it. Thread-safe.
 */
public final class LiveLoop {

  /**
   * What the last bake said.
   *
   * @param bake counted from 1; 0 before the first has ended
   * @param stopped whether it could not go on: the pages are those of an earlier bake
   * @param problems sorted by place
   */
  public record State(long bake, boolean stopped, List<Problem> problems) {}

  /**
   * Runs something on the thread of the site, before bakes that wait, and waits for it.
   *
   * @throws RuntimeException what it threw
   */
  public <T> T call(Function<LiveSite, T> work) {
    throw new UnsupportedOperationException("to come");
  }

  /** Asks for a bake, as a change on the disk does; returns at once. */
  public void bake() {
    throw new UnsupportedOperationException("to come");
  }

  /** What the last bake said. */
  public State state() {
    throw new UnsupportedOperationException("to come");
  }
}
