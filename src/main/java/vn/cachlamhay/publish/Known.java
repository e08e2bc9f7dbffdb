package vn.cachlamhay.publish;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the files on a host. Immutable.
 *
 * @param hashes of ours, by path; {@link Sheet#UNSURE} where a run was cut off
 * @param foreign files of others, as far as somebody looked
 * @param entry what the host remembers, if that can be believed
 * @param unfinished what a run that was cut off meant to do
 * @param isNew whether nothing tells that we were ever there
 */
record Known(
    Map<String, String> hashes,
    Set<String> foreign,
    Optional<Books.Entry> entry,
    Optional<Sheet> unfinished,
    boolean isNew) {

  Known {
    hashes = Map.copyOf(hashes);
    foreign = Set.copyOf(foreign);
  }

  /** Whether what the host remembers is all there is to know. */
  boolean isSettled() {
    return entry.isPresent() && unfinished.isEmpty();
  }

  /** The files of which nobody knows what they are. */
  Set<String> unsure() {
    return hashes.keySet().stream()
        .filter(path -> hashes.get(path).equals(Sheet.UNSURE))
        .collect(Collectors.toSet());
  }

  /** The large sheet that is there. */
  Optional<Sheet> base() {
    return entry.map(Books.Entry::base);
  }

  /** The last run that came to its end. */
  Optional<Sheet> last() {
    return entry.map(Books.Entry::sheet);
  }
}
