package vn.cachlamhay.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import vn.cachlamhay.text.Nearest;
import vn.cachlamhay.text.VietnameseText;

/**
 * The portal's own keys of front matter, and which of them a slightly different key means. Every
 * article has the same few keys, so each is judged once. Thread-safe.
 */
public final class KnownKeys {

  /** The keys, in the order in which articles have them. */
  public static final List<String> KEYS =
      List.of(
          "title",
          "date",
          "updated",
          "type",
          "status",
          "author",
          "agency",
          "source",
          "summary",
          "locality",
          "topic",
          "tags",
          "image",
          "caption",
          "alt",
          "figure",
          "audio",
          "attachments",
          "correction",
          "aliases",
          "featured");

  /** Those that hold several values: a list, or one text with commas. */
  public static final Set<String> LISTS =
      Set.of("author", "locality", "topic", "tags", "attachments", "aliases");

  private static final Map<String, String> ONE_OF_EACH =
      KEYS.stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> key));

  private final Map<String, Optional<String>> judged = new ConcurrentHashMap<>();

  /** An equal key; of the portal's own always the same one, that many articles take less room. */
  static String shared(String key) {
    return ONE_OF_EACH.getOrDefault(key, key);
  }

  /** The key that was probably meant by one that is not the portal's own. */
  Optional<String> meant(String key) {
    return KEYS.contains(key) ? Optional.empty() : judged.computeIfAbsent(key, KnownKeys::judge);
  }

  private static Optional<String> judge(String key) {
    String nearest = Nearest.to(key, KEYS).orElseThrow();
    int slips = LevenshteinDistance.getDefaultInstance().apply(VietnameseText.fold(key), nearest);
    return slips <= 1 + key.length() / 6 ? Optional.of(nearest) : Optional.empty();
  }
}
