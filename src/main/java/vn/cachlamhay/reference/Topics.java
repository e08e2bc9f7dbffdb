package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.text.Nearest;
import vn.cachlamhay.text.VietnameseText;

/** The tree of topics of {@code data/topics.yaml}. Immutable and thread-safe. */
public final class Topics {

  /** Where editors find the list. */
  public static final String FILE = "data/topics.yaml";

  private final Map<String, Topic> byKey;
  private final Map<String, Topic> byName = new HashMap<>();

  private Topics(Map<String, Topic> byKey) {
    this.byKey = byKey;
    for (Topic topic : byKey.values()) {
      byName.put(VietnameseText.nameKey(topic.name()), topic);
    }
    for (Topic topic : byKey.values()) {
      byName.putIfAbsent(topic.key(), topic);
      byName.putIfAbsent(VietnameseText.fold(topic.name()), topic);
    }
  }

  /**
   * Reads the tree; a site without the file has no topics.
   *
   * @throws vn.cachlamhay.diag.SiteException naming every fault of the file
   */
  public static Topics load(Path path) {
    var file = new DataFile(FILE);
    var topics = new LinkedHashMap<String, Topic>();
    file.read(path, "topics").ifPresent(list -> addAll(list, Optional.empty(), topics, file));
    file.failIfWrong();
    return new Topics(topics);
  }

  /** All topics, each after the one above it, in the order of the file. */
  public List<Topic> all() {
    return List.copyOf(byKey.values());
  }

  /** The topic with a key. */
  public Optional<Topic> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * What an editor's word stands for: a name in any case and tone placement, a name without any
   * diacritics, a key, or a path of these from the top ({@code Xây dựng Đảng/Sinh hoạt chi bộ}).
   */
  public Resolution<Topic> resolve(String written) {
    String[] parts = written.split("/", -1);
    Topic topic = byName.get(VietnameseText.nameKey(parts[parts.length - 1]));
    if (topic != null && isBelow(topic, parts)) {
      return new Resolution.Found<>(topic);
    }
    String last = parts[parts.length - 1];
    return new Resolution.Unknown<>(
        Nearest.to(last, byKey.values().stream().map(Topic::name).toList()).orElse(""));
  }

  private boolean isBelow(Topic topic, String[] parts) {
    Optional<Topic> at = topic.parent();
    for (int i = parts.length - 2; i >= 0; i--) {
      if (at.isEmpty() || byName.get(VietnameseText.nameKey(parts[i])) != at.get()) {
        return false;
      }
      at = at.get().parent();
    }
    return true;
  }

  private static void addAll(
      YamlNode list, Optional<Topic> parent, Map<String, Topic> topics, DataFile file) {
    for (YamlNode item : list.items()) {
      file.refuseRepeatedKeys(item);
      String key = file.required(item, "key");
      var topic =
          new Topic(
              key,
              VietnameseText.nfc(file.required(item, "name")),
              VietnameseText.nfc(file.optional(item, "description").orElse("")),
              parent,
              topics.size());
      if (!key.equals(VietnameseText.slug(key))) {
        file.problem(
            ProblemCode.DU_LIEU_SAI_GIA_TRI,
            item.pos(),
            "key",
            key,
            VietnameseText.slug(topic.name()));
      }
      boolean sameName =
          topics.values().stream()
              .map(other -> VietnameseText.nameKey(other.name()))
              .anyMatch(VietnameseText.nameKey(topic.name())::equals);
      if (sameName && !topics.containsKey(key)) {
        file.problem(ProblemCode.DU_LIEU_TRUNG, item.pos(), topic.name());
      }
      if (topics.putIfAbsent(key, topic) != null) {
        file.problem(ProblemCode.DU_LIEU_TRUNG, item.pos(), key);
      }
      Optional.ofNullable(item.fields().get("children"))
          .ifPresent(children -> addAll(children, Optional.of(topic), topics, file));
    }
  }
}
