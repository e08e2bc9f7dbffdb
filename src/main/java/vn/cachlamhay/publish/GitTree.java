package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a commit, in memory, by their paths from the root of the branch: what they are, and
 * not what is in them. For one thread.
 */
final class GitTree {

  private final SortedMap<String, Entry> entries;

  /**
   * A file, a link, or another repository.
   *
   * @param mode which of these
   * @param id of what is in it
   */
  record Entry(FileMode mode, ObjectId id) {

    /** An ordinary file. */
    static Entry file(ObjectId id) {
      return new Entry(FileMode.REGULAR_FILE, id);
    }

    /** Whether it has bytes. */
    boolean isFile() {
      return !mode.equals(FileMode.GITLINK);
    }
  }

  private GitTree(SortedMap<String, Entry> entries) {
    this.entries = entries;
  }

  /** Nothing at all. */
  static GitTree empty() {
    return new GitTree(new TreeMap<>());
  }

  /** All that is in a tree. */
  static GitTree read(ObjectReader reader, ObjectId tree) throws IOException {
    var entries = new TreeMap<String, Entry>();
    try (var walk = new TreeWalk(reader)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next()) {
        entries.put(walk.getPathString(), new Entry(walk.getFileMode(), walk.getObjectId(0)));
      }
    }
    return new GitTree(entries);
  }

  /** What is at a path. */
  Optional<Entry> get(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  void put(String path, Entry entry) {
    entries.put(path, entry);
  }

  void remove(String path) {
    entries.remove(path);
  }

  /** All that is below a folder, by path from the root; below none all. */
  Map<String, Entry> below(String folder) {
    // what comes next after a slash
    return folder.isEmpty() ? entries : entries.subMap(folder + "/", folder + "0");
  }

  /** Whether a file of that path would be where a folder is, or below a file. */
  boolean isInTheWay(String path) {
    if (!below(path).isEmpty()) {
      return true;
    }
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (entries.containsKey(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Puts it into a repository. */
  ObjectId write(ObjectInserter inserter) throws IOException {
    DirCache files = DirCache.newInCore();
    DirCacheBuilder builder = files.builder();
    entries.forEach(
        (path, entry) -> {
          var file = new DirCacheEntry(path);
          file.setFileMode(entry.mode());
          file.setObjectId(entry.id());
          builder.add(file);
        });
    builder.finish();
    return files.writeTree(inserter);
  }
}
