package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out what is on a host: by what the portal remembers there, and what a run that was cut off
 * did; without that, or where it is doubtful, by looking at all files. Stateless.
 */
final class Host {

  private Host() {}

  /**
   * What is there.
   *
   * @param wanted the files of the site, with their hashes
   * @param all whether to look for files of others in any case
   */
  static Known look(Crew crew, Books books, Map<String, String> wanted, boolean all)
      throws IOException {
    Optional<Books.Entry> entry = books.read();
    Optional<Sheet> intended = intended(books, entry);
    if (entry.isEmpty() && (intended.isEmpty() || books.isThere())) {
      return found(crew, wanted, !books.isThere() && intended.isEmpty());
    }
    var hashes = new HashMap<String, String>();
    entry.ifPresent(known -> hashes.putAll(known.hashes()));
    if (intended.isPresent()) {
      // what there was to do, nobody knows whether it was done, unless the journal does
      intended.get().lines().keySet().stream()
          .filter(path -> !Names.isOurs(path))
          .forEach(path -> hashes.put(path, Sheet.UNSURE));
      Journal.replay(books, intended.get().id(), hashes);
    }
    var foreign = new HashSet<String>();
    if (all) {
      for (Connection.Listed file : list(crew)) {
        if (!hashes.containsKey(file.path()) && !wanted.containsKey(file.path())) {
          foreign.add(file.path());
        }
      }
    }
    return new Known(hashes, foreign, entry, intended, false);
  }

  /** What a run that was cut off meant to do; nothing where it had only not tidied up yet. */
  private static Optional<Sheet> intended(Books books, Optional<Books.Entry> entry)
      throws IOException {
    return books
        .sheet(Names.INTENDED)
        .filter(run -> entry.filter(known -> known.sheet().id().equals(run.id())).isEmpty());
  }

  /** What all files tell: those of the site's addresses are compared by size, then by content. */
  private static Known found(Crew crew, Map<String, String> wanted, boolean isNew)
      throws IOException {
    var hashes = new ConcurrentHashMap<String, String>();
    var foreign = new HashSet<String>();
    var unknown = new ArrayList<String>();
    for (Connection.Listed file : list(crew)) {
      if (!wanted.containsKey(file.path())) {
        foreign.add(file.path());
      } else if (file.md5().isPresent()) {
        hashes.put(file.path(), file.md5().get());
      } else {
        unknown.add(file.path());
      }
    }
    crew.forEach(
        unknown,
        (connection, path) ->
            hashes.put(path, connection.read(path).map(Md5::of).orElse(Sheet.UNSURE)));
    return new Known(hashes, foreign, Optional.empty(), Optional.empty(), isNew);
  }

  private static Collection<Connection.Listed> list(Crew crew) throws IOException {
    return crew.call(
        connection -> {
          List<Connection.Listed> files = new ArrayList<>();
          connection.list(
              file -> {
                if (!Names.isOurs(file.path())) {
                  files.add(file);
                }
              });
          return files;
        });
  }
}
