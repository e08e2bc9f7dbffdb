package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.publish.DavListing.Entry;
import vn.cachlamhay.publish.DavRequests.Made;

/**
 * Works on a folder by WebDAV. Three traps of the protocol are gone around: what is moved over a
 * folder removes the folder with all that is in it, and so does what removes one; and a file that
 * is sent straight to its name may be seen half. For one thread.
 */
final class DavConnection implements Connection, Exclusive.Steps {

  private final DavRequests requests;
  private final Set<String> folders;

  private final boolean wholeFiles;

  private boolean deep = true;
  private Optional<Boolean> hidden = Optional.empty();

  /**
   * A folder that can be reached.
   *
   * @param folders those that are known to be there, shared among connections
   * @param wholeFiles whether a file may be sent straight to its name
   */
  DavConnection(DavRequests requests, Set<String> folders, boolean wholeFiles) {
    this.requests = requests;
    this.folders = folders;
    this.wholeFiles = wholeFiles;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    return requests.get(path);
  }

  @Override
  public void write(Upload file) throws IOException {
    String first = wholeFiles ? file.path() : Names.aside(file.path());
    intoFolder(
        file.path(),
        () -> {
          requests.put(first, file);
          return true;
        });
    if (!wholeFiles) {
      replace(first, file.path());
    }
  }

  @Override
  public boolean create(Upload file) throws IOException {
    needFolder(parent(file.path()));
    return Exclusive.create(this, file);
  }

  @Override
  public boolean copy(String from, String to) throws IOException {
    String aside = Names.aside(to);
    boolean there = intoFolder(to, () -> requests.copy(from, aside));
    if (there) {
      replace(aside, to);
    }
    return there;
  }

  @Override
  public void delete(String path) throws IOException {
    Optional<Entry> entry = look(path);
    if (entry.isPresent() && !entry.get().isFolder()) {
      requests.delete(path);
    }
  }

  @Override
  public void deleteEmptyFolder(String path) throws IOException {
    folders.remove(path);
    Optional<List<Entry>> inside = requests.list(path + "/", "1");
    boolean empty =
        inside.isPresent()
            && inside.get().stream().allMatch(entry -> entry.path().equals(path))
            && inside.get().stream().anyMatch(Entry::isFolder);
    if (empty && showsHidden()) {
      removeFolder(path);
    }
  }

  /** Whether a folder that looks empty is. The portal's own folder is there while it works. */
  private boolean showsHidden() throws IOException {
    if (hidden.isEmpty()) {
      List<Entry> entries = requests.list("", "1").orElse(List.of());
      hidden = Optional.of(entries.stream().anyMatch(entry -> entry.path().startsWith(".")));
    }
    return hidden.get();
  }

  @Override
  public void list(Consumer<Listed> file) throws IOException {
    Queue<String> left = new ArrayDeque<>(List.of(""));
    while (!left.isEmpty()) {
      String folder = left.remove();
      List<Entry> entries = inside(folder);
      var full = new HashSet<String>();
      for (Entry entry : entries) {
        full.add(parent(entry.path()));
        if (!entry.isFolder()) {
          file.accept(new Listed(entry.path(), entry.size(), Optional.empty()));
        }
      }
      for (Entry entry : entries) {
        boolean itself = entry.path().equals(folder);
        if (entry.isFolder() && !itself) {
          folders.add(entry.path());
          // empty, or not told of: not every server says so when it does not go deeper
          if (!full.contains(entry.path())) {
            left.add(entry.path());
          }
        }
      }
    }
  }

  private List<Entry> inside(String folder) throws IOException {
    String address = folder.isEmpty() ? "" : folder + "/";
    if (deep) {
      deep = false;
      Optional<List<Entry>> all = requests.list(address, "infinity");
      if (all.isPresent()) {
        return all.get();
      }
    }
    return requests.list(address, "1").orElse(List.of());
  }

  @Override
  public boolean makeFolder(String path) throws IOException {
    Made made = make(path);
    if (made == Made.NOWHERE) {
      folders.clear();
      throw new IOException(path);
    }
    return made == Made.NEW;
  }

  @Override
  public void removeFolder(String path) throws IOException {
    requests.delete(path + "/");
  }

  @Override
  public boolean isThere(String path) throws IOException {
    return look(path).isPresent();
  }

  @Override
  public void close() {
    // the client keeps its lines, and closes them in its own time
  }

  /** Does something that needs a file's folder, once more where the folder has gone meanwhile. */
  private boolean intoFolder(String path, Step step) throws IOException {
    String folder = parent(path);
    try {
      needFolder(folder);
      return step.take();
    } catch (IOException e) {
      if (isBlocked(folder)) {
        throw inTheWay(folder, e);
      }
      if (isFolder(path)) {
        throw inTheWay(path, e);
      }
      if (folder.isEmpty() || isFolder(folder)) {
        throw e;
      }
      folders.clear();
      needFolder(folder);
      return step.take();
    }
  }

  private void replace(String aside, String path) throws IOException {
    try {
      if (requests.move(aside, path, false)) {
        return;
      }
    } catch (TargetException e) {
      throw isFolder(path) ? inTheWay(path, e) : e;
    }
    if (isFolder(path)) {
      throw inTheWay(path, null);
    }
    if (wholeFiles) {
      // such a server removes the old file first, and readers would miss it for a moment
      Optional<byte[]> bytes = requests.get(aside);
      requests.put(path, Upload.of(path, bytes.orElseThrow(() -> new IOException(aside))));
      requests.delete(aside);
    } else {
      requests.move(aside, path, true);
    }
  }

  private TargetException inTheWay(String path, Throwable cause) {
    return requests.host().config().refused(ProblemCode.DICH_VUONG_TEP, cause, path);
  }

  private void needFolder(String folder) throws IOException {
    if (folder.isEmpty() || folders.contains(folder)) {
      return;
    }
    if (make(folder) == Made.NOWHERE) {
      needFolder(parent(folder));
      if (make(folder) == Made.NOWHERE) {
        throw new IOException(folder);
      }
    }
    folders.add(folder);
  }

  /** Makes a folder; of several at a time, Apache tells some that it is forbidden. */
  private Made make(String folder) throws IOException {
    TargetException refused = null;
    for (int tries = 0; tries < 5; tries++) {
      try {
        return requests.mkcol(folder);
      } catch (TargetException e) {
        refused = e;
      }
      if (isFolder(folder)) {
        return Made.WAS_THERE;
      }
    }
    throw refused;
  }

  /** Whether a file is where a folder should be, or one of those that it is in. */
  private boolean isBlocked(String folder) throws IOException {
    if (folder.isEmpty()) {
      return false;
    }
    Optional<Entry> entry = look(folder);
    return entry.isPresent() ? !entry.get().isFolder() : isBlocked(parent(folder));
  }

  private boolean isFolder(String path) throws IOException {
    return look(path).filter(Entry::isFolder).isPresent();
  }

  private Optional<Entry> look(String path) throws IOException {
    return requests.list(path, "0").flatMap(entries -> entries.stream().findFirst());
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Something that may fail on its way. */
  private interface Step {

    boolean take() throws IOException;
  }
}
