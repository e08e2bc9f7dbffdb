package vn.cachlamhay.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a run would do. Lists are sorted by path. Immutable.
 *
 * @param added files that are not there yet
 * @param changed files that are there otherwise, or perhaps
 * @param removed files of ours that are no longer wanted
 * @param foreign files of others that are to go as well
 * @param overwritten files of others in the place of ours
 * @param known how many files of ours are there
 */
record Plan(
    List<String> added,
    List<String> changed,
    List<String> removed,
    List<String> foreign,
    List<String> overwritten,
    int known) {

  /**
   * Compares.
   *
   * @param wanted hashes by path
   * @param there what is on the host
   * @param prune whether files of others are to go
   */
  static Plan of(Map<String, String> wanted, Known there, boolean prune) {
    Map<String, String> hashes = there.hashes();
    var added = new ArrayList<String>();
    var changed = new ArrayList<String>();
    var removed = new ArrayList<String>();
    wanted.forEach(
        (path, hash) -> {
          if (!hashes.containsKey(path)) {
            added.add(path);
          } else if (!hash.equals(hashes.get(path))) {
            changed.add(path);
          }
        });
    for (String path : hashes.keySet()) {
      if (!wanted.containsKey(path)) {
        removed.add(path);
      }
    }
    var foreign = prune ? sorted(there.foreign()) : List.<String>of();
    var overwritten = there.isNew() ? changed.stream().sorted().toList() : List.<String>of();
    return new Plan(
        sorted(added), sorted(changed), sorted(removed), foreign, overwritten, hashes.size());
  }

  private static List<String> sorted(Collection<String> paths) {
    return paths.stream().sorted().toList();
  }

  /** Whether all is as it should be. */
  boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && foreign.isEmpty();
  }

  /** Files to be sent, by stage and path. */
  List<String> sent() {
    var sent = new ArrayList<>(added);
    sent.addAll(changed);
    sent.sort(java.util.Comparator.comparing(Stage::of).thenComparing(path -> path));
    return sent;
  }

  /** Whether more than a third of what is there would vanish. */
  boolean removesMuch() {
    return removed.size() * 3 > known;
  }
}
