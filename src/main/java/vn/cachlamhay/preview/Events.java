package vn.cachlamhay.preview;

/** What is told to all browsers that listen (server-sent events). Thread-safe. */
public final class Events {

  /**
   * Tells something to all that listen; returns at once.
   *
   * @param name of the event, such as {@code changed}
   * @param json as {@link Response#json}
   */
  public void send(String name, Object json) {
    throw new UnsupportedOperationException("to come");
  }
}
