package vn.cachlamhay.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts that thousands of articles have in common, as the names of places and topics, each kept
 * once. Thread-safe.
 */
final class SharedTexts {

  /** The keys whose values come again and again. */
  private static final Set<String> KEYS =
      Set.of("type", "status", "author", "agency", "locality", "topic", "tags");

  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** The values of an article's front matter, which are changed. */
  Map<String, Object> shared(Map<String, Object> values) {
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      if (KEYS.contains(entry.getKey())) {
        entry.setValue(shared(entry.getValue()));
      }
    }
    return values;
  }

  private Object shared(Object value) {
    if (value instanceof String text) {
      return texts.computeIfAbsent(text, same -> same);
    }
    return value instanceof List<?> list && !list.contains(null)
        ? list.stream().<Object>map(this::shared).toList()
        : value;
  }
}
