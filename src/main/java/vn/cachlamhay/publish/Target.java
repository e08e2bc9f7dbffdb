package vn.cachlamhay.publish;

import java.util.List;
import vn.cachlamhay.diag.Problem;

/**
 * A folder on a host that a site goes to. Knows how to reach it, and nothing of what is published.
 * Thread-safe.
 */
public interface Target extends AutoCloseable {

  /** As people know it: an address without password. */
  String address();

  /**
   * Reaches the host and proves who is there.
   *
   * @throws TargetException where trying again would not help: who is there is not let in, is not
   *     whom we know, or cannot be asked
   * @throws java.io.IOException where it might
   */
  Connection connect() throws java.io.IOException;

  /** How many connections at a time a host of this kind bears, if nothing else is asked for. */
  int connections();

  /**
   * Whether everything arrives at once, when a connection finishes, or nothing does. Such a target
   * has one connection, and keeps its own history.
   */
  default boolean isAtomic() {
    return false;
  }

  /** Whether {@link Connection#copy} passes nothing through this machine. */
  boolean copiesItself();

  /** What people should know before anything is sent, such as a password that can be read. */
  default List<Problem> notices() {
    return List.of();
  }

  @Override
  default void close() throws java.io.IOException {
    // most have nothing beside their connections
  }
}
