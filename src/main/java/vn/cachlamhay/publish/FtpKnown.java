package vn.cachlamhay.publish;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the connections to one server tell each other. Thread-safe.
 *
 * @param folders that are there
 * @param broken whether a connection has broken: the server may still wait for the rest of a file,
 *     and let nobody write to it
 */
record FtpKnown(Set<String> folders, AtomicBoolean broken) {

  FtpKnown() {
    this(ConcurrentHashMap.newKeySet(), new AtomicBoolean());
  }
}
