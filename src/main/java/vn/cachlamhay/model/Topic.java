package vn.cachlamhay.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A topic of {@code data/topics.yaml}. Immutable.
 *
 * @param key the part of its address; unique in the tree
 * @param name as readers see it
 * @param description a sentence for its page; may be empty
 * @param parent the topic above it
 * @param number in the order of the file, from 0: decides its colour
 */
public record Topic(
    String key, String name, String description, Optional<Topic> parent, int number) {

  /** The first topic. */
  public Topic(String key, String name, String description, Optional<Topic> parent) {
    this(key, name, description, parent, 0);
  }

  /** Keys are unique; the hash of everything would go up through all parents each time. */
  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** This topic and those above it, from the nearest up. */
  public List<Topic> selfAndAncestors() {
    var path = new ArrayList<Topic>();
    for (Optional<Topic> at = Optional.of(this); at.isPresent(); at = at.get().parent()) {
      path.add(at.get());
    }
    return List.copyOf(path);
  }
}
