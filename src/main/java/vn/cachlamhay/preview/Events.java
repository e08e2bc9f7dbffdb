package vn.cachlamhay.preview;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What is told to all browsers that listen (server-sent events), and what those that were away for
 * a moment have missed. Thread-safe.
 */
public final class Events {

  /** Browsers that fall behind by more are let go; they come back and ask what they missed. */
  private static final int WAITING = 100;

  /** More changed files than these are told as "everything". */
  private static final int TOLD = 400;

  private static final int BAKES_KNOWN = 200;
  private static final int MOST = 60;

  private final String run = Secret.fresh().text().substring(0, 8);
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Deque<Change> changes = new ArrayDeque<>();
  private long last;
  private Map<String, Object> problems = Map.of("stopped", false, "problems", List.of());

  /** Files of the site that changed together. */
  private record Change(long number, Set<String> uris) {}

  /**
   * A browser that listens.
   *
   * @param page that it shows, as an address below the site; empty for the editor
   * @param lines what it is still to be told
   */
  record Listener(String page, BlockingQueue<String> lines) {
    private boolean tell(String event) {
      return lines.offer(event);
    }
  }

  /**
   * Tells something to all that listen; returns at once.
   *
   * @param name of the event, such as {@code changed}
   * @param json as {@link Response#json}
   */
  public void send(String name, Object json) {
    String event = event(name, json);
    listeners.removeIf(listener -> !listener.tell(event));
  }

  private static String event(String name, Object json) {
    return "event: " + name + "\ndata: " + Response.jsonLine(json) + "\n\n";
  }

  /** Tells which files of the site are new, others, or gone. */
  synchronized void changed(Set<String> uris) {
    if (uris.isEmpty()) {
      return;
    }
    last++;
    changes.add(new Change(last, Set.copyOf(uris)));
    if (changes.size() > BAKES_KNOWN) {
      changes.remove();
    }
    send("baked", told(uris, false));
  }

  /** Tells what is wrong now. */
  synchronized void problems(Map<String, Object> now) {
    if (!now.equals(problems)) {
      problems = now;
      send("problems", now);
    }
  }

  private Map<String, Object> told(Set<String> uris, boolean all) {
    var told = new LinkedHashMap<String, Object>();
    boolean many = all || uris.size() > TOLD;
    told.put("version", version());
    told.put("all", many);
    told.put("changed", many ? List.of() : uris.stream().sorted().toList());
    return told;
  }

  /** What the pages say that are sent now; listening, they say from where on they need to know. */
  synchronized String version() {
    return run + "." + last;
  }

  /**
   * A browser begins to listen.
   *
   * @param version of what it shows; empty where it shows nothing of the site
   * @return empty where too many listen already
   */
  synchronized Optional<Listener> open(String page, Optional<String> version) {
    if (listeners.size() >= MOST) {
      return Optional.empty();
    }
    var listener = new Listener(page, new ArrayBlockingQueue<>(WAITING));
    version.ifPresent(from -> missed(from).ifPresent(event -> listener.tell(event)));
    listener.tell(event("problems", problems));
    listeners.add(listener);
    return Optional.of(listener);
  }

  private Optional<String> missed(String version) {
    if (version.equals(version())) {
      return Optional.empty();
    }
    Optional<Long> from = number(version);
    boolean known =
        from.isPresent() && !changes.isEmpty() && changes.peek().number() <= from.get() + 1;
    Set<String> uris = new HashSet<>();
    if (known) {
      changes.stream()
          .filter(change -> change.number() > from.get())
          .forEach(change -> uris.addAll(change.uris()));
    }
    return Optional.of(event("baked", told(uris, !known)));
  }

  /** The number in a version of this run. */
  private Optional<Long> number(String version) {
    return version.matches(run + "\\.[0-9]{1,15}")
        ? Optional.of(Long.parseLong(version.substring(run.length() + 1)))
        : Optional.empty();
  }

  void close(Listener listener) {
    listeners.remove(listener);
  }

  boolean isOpen(Listener listener) {
    return listeners.contains(listener);
  }

  /** Addresses of the pages that somebody looks at. */
  Set<String> lookedAt() {
    return listeners.stream()
        .map(Listener::page)
        .filter(page -> !page.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
