package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.model.Digest;

/**
 * What a template reads while it renders a page, beside the page's own variables: lists of the
 * store, and texts of articles. For one page and one thread.
 */
final class PageReads {

  private final Map<String, Digest> asked = new HashMap<>();
  private final Set<Made.Read> reads = new LinkedHashSet<>();
  private boolean unpredictable;

  /** A document that pages read. */
  interface Readable {

    /** The digest of one of the values that digests of lists leave out. */
    Digest digestOf(String key);
  }

  /** Knows which page each thread is at. Thread-safe. */
  static final class Tracker {
    private final ThreadLocal<PageReads> current = new ThreadLocal<>();

    PageReads begin() {
      var reads = new PageReads();
      current.set(reads);
      return reads;
    }

    void end() {
      current.remove();
    }

    /** Whoever renders a page in this thread reads a value that digests of lists leave out. */
    void read(StoredDocument document, String key) {
      current()
          .ifPresent(
              r -> r.reads.add(new Made.Read(document.source(), key, document.digestOf(key))));
    }

    Optional<PageReads> current() {
      return Optional.ofNullable(current.get());
    }
  }

  /** A list was asked for. */
  void asked(String key, Digest answer) {
    asked.put(key, answer);
  }

  /** Something was read that may be another thing next time, such as the time of day. */
  void unpredictable() {
    unpredictable = true;
  }

  /** What the page was made from; empty where that cannot be told. */
  Optional<Made> made(Made.Inputs inputs, String hash) {
    List<Made.Asked> lists = new ArrayList<>();
    asked.forEach((key, answer) -> lists.add(new Made.Asked(key, answer)));
    return unpredictable
        ? Optional.empty()
        : Optional.of(
            new Made(inputs.digest(), lists, List.copyOf(reads), inputs.articles(), hash));
  }
}
