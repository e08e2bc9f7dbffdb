package vn.cachlamhay.output;

import static java.util.function.Predicate.not;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.cachlamhay.diag.Parallel;

/**
 * The manifest of an output folder as it will be, and how it differs from the one that is there:
 * noted while files are put, because to look for thousands of addresses afterwards takes longer.
 * Thread-safe while files are put.
 */
final class NextManifest {

  private final Supplier<Manifest> manifest;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Set<String> added = ConcurrentHashMap.newKeySet();
  private final Set<String> others = ConcurrentHashMap.newKeySet();

  /** Begins to read the manifest that is there. */
  NextManifest(Path output) {
    this.manifest = Parallel.begin(() -> Manifest.read(output));
  }

  /** Hashes of the files of the last run, by address. */
  Map<String, String> before() {
    return manifest.get().hashes();
  }

  /** Hashes of the files as they will be, by address. */
  Map<String, String> hashes() {
    return hashes;
  }

  /** Whether a file of the last run had this hash. */
  boolean wasThere(String uri, String hash) {
    return hash.equals(before().get(uri));
  }

  /** A file of the last run stays. */
  void keep(String uri, String hash) {
    hashes.put(uri, hash);
  }

  /** A file is put. */
  void put(String uri, String hash) {
    hashes.put(uri, hash);
    String earlier = before().get(uri);
    if (earlier == null) {
      added.add(uri);
    } else if (!earlier.equals(hash)) {
      others.add(uri);
    }
  }

  /** Addresses of the last run of which there is no file any more. */
  Set<String> unwanted() {
    return allStay()
        ? new HashSet<>()
        : before().keySet().parallelStream()
            .filter(not(hashes::containsKey))
            .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean allStay() {
    return hashes.size() - added.size() == before().size();
  }

  /** The text of the file. */
  byte[] text() {
    return allStay() && added.isEmpty()
        ? manifest.get().textOf(others, hashes)
        : Manifest.text(hashes);
  }

  /** The same where some files of the last run are still there. */
  byte[] textWith(Set<String> staying) {
    var all = new HashMap<>(hashes);
    staying.forEach(uri -> all.put(uri, before().get(uri)));
    return Manifest.text(all);
  }
}
