package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.SiteConfig;

/**
 * Reads and writes the articles of a site for its editor, so that nothing is ever lost: what has
 * changed on the disk meanwhile is not written over, what is replaced or deleted is kept, and a
 * file is there as a whole at every moment. Paths are below the content folder and pass {@link
 * SafePaths}. Thread-safe; two of them for one site would not see each other.
 */
public final class ArticleStore {

  private static final String EXTENSION = ".md";

  private final SiteConfig config;
  private final SafePaths paths;
  private final History history;
  private final Trash trash;

  /**
   * @param clock tells when versions are kept
   */
  public ArticleStore(SiteConfig config, Clock clock) {
    this.config = config;
    this.paths = new SafePaths(config.content());
    this.history = new History(config.site(), clock);
    this.trash = new Trash(config.site(), clock, config.headerSeparator());
  }

  /**
   * Reads an article.
   *
   * @throws EditException where the path is refused, or there is no such file
   */
  public SourceFile read(String path) throws IOException {
    return DiskFiles.read(article(path))
        .map(this::source)
        .orElseThrow(() -> new EditException(ProblemCode.KHONG_CON_BAI, path));
  }

  /** Takes the bytes of an article apart, as those of a file of this site. */
  public SourceFile source(byte[] bytes) {
    return SourceFile.of(bytes, config.headerSeparator());
  }

  /**
   * Writes an article. Where the bytes are there already that is as good as written, whatever the
   * base: the first answer may have been lost.
   *
   * @param base version of the file from which the editor began; empty for a file that is not there
   * @param who as the editor calls himself; may be empty
   * @throws EditException where the path is refused
   */
  public synchronized SaveResult save(String path, String base, byte[] bytes, String who)
      throws IOException {
    Path file = article(path);
    Optional<byte[]> before = DiskFiles.read(file);
    if (before.filter(there -> Arrays.equals(there, bytes)).isPresent()) {
      return new SaveResult.Saved(source(bytes));
    }
    if (!base.equals(before.map(SourceFile::version).orElse(""))) {
      return new SaveResult.Conflict(before.map(this::source));
    }
    if (before.isEmpty()) {
      if (!DiskFiles.create(file, bytes)) {
        return new SaveResult.Conflict(DiskFiles.read(file).map(this::source));
      }
    } else {
      history.keep(key(file), before.get(), Version.Kind.BEFORE_CHANGE, "", "");
      if (!DiskFiles.replace(file, before.get(), bytes)) {
        return new SaveResult.Conflict(DiskFiles.read(file).map(this::source));
      }
    }
    history.keep(key(file), bytes, Version.Kind.SAVE, who, "");
    return new SaveResult.Saved(source(bytes));
  }

  /**
   * A file that was made.
   *
   * @param path below the content folder
   */
  public record Created(String path, SourceFile file) {}

  /**
   * Makes the file of a new article, named by its title and year. A file that is there is never
   * written over: the new one gets a number then.
   *
   * @throws EditException where the title cannot be written
   */
  public synchronized Created create(NewArticle article, String who) throws IOException {
    byte[] bytes = article.file(config.headerSeparator()).bytes();
    String path = createFree(article.folder(), article.stem(), bytes);
    history.keep(path, bytes, Version.Kind.SAVE, who, "");
    return new Created(path, source(bytes));
  }

  /**
   * Puts an article into the trash.
   *
   * @param base version of the file that the editor saw
   * @throws EditException where the path is refused
   */
  public synchronized SaveResult delete(String path, String base) throws IOException {
    Path file = article(path);
    Optional<byte[]> there = DiskFiles.read(file);
    if (there.map(SourceFile::version).filter(base::equals).isEmpty()) {
      return new SaveResult.Conflict(there.map(this::source));
    }
    history.keep(key(file), there.get(), Version.Kind.BEFORE_CHANGE, "", "");
    String id = trash.add(key(file), there.get());
    Optional<byte[]> now = DiskFiles.read(file);
    if (now.filter(same -> Arrays.equals(same, there.get())).isEmpty()) {
      trash.remove(trash.find(id));
      return new SaveResult.Conflict(now.map(this::source));
    }
    Files.delete(file);
    return new SaveResult.Trashed(id);
  }

  /** What is in the trash, the newest first. */
  public synchronized List<TrashItem> trash() throws IOException {
    return trash.list();
  }

  /**
   * Takes an article out of the trash, under a name with a number where its own is taken.
   *
   * @return its path
   * @throws EditException where there is no such item
   */
  public synchronized String restore(String id, String who) throws IOException {
    TrashItem item = trash.find(id);
    byte[] bytes = trash.read(item);
    int slash = item.path().lastIndexOf('/') + 1;
    String name = item.path().substring(slash);
    String stem = name.substring(0, name.length() - EXTENSION.length());
    String path = createFree(item.path().substring(0, slash), stem, bytes);
    history.keep(path, bytes, Version.Kind.SAVE, who, "");
    trash.remove(item);
    return path;
  }

  /** The versions that were kept of an article, the newest first. */
  public synchronized List<Version> history(String path) throws IOException {
    return history.list(key(article(path)));
  }

  /**
   * A version of an article.
   *
   * @throws EditException where it is not there, or damaged
   */
  public synchronized SourceFile version(String path, String id) throws IOException {
    return source(history.read(key(article(path)), id));
  }

  /**
   * Deletes what a crash left half written; to be called before the first bake.
   *
   * @return how many files that were
   */
  public synchronized int cleanUp() throws IOException {
    return DiskFiles.deleteUnfinished(config.content())
        + DiskFiles.deleteUnfinished(config.site().resolve(History.FOLDER));
  }

  private String createFree(String folder, String stem, byte[] bytes) throws IOException {
    Set<String> taken = stems(folder);
    for (int i = 1; ; i++) {
      String name = i == 1 ? stem : stem + "-" + i;
      String path = folder + name + EXTENSION;
      if (!taken.contains(name.toLowerCase(Locale.ROOT))
          && DiskFiles.create(article(path), bytes)) {
        return path;
      }
    }
  }

  /**
   * The names of a folder without their extension, in lower case: two files of one name would share
   * an address.
   *
   * @param folder below the content folder, with a slash at its end
   */
  public Set<String> stems(String folder) throws IOException {
    Path path = config.content().resolve(folder);
    var stems = new HashSet<String>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        files
            .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
            .map(name -> name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name)
            .forEach(stems::add);
      }
    }
    return stems;
  }

  private Path article(String path) throws IOException {
    Path file = paths.resolve(path);
    if (!path.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
      throw new EditException(ProblemCode.DUONG_DAN_CAM, "", path);
    }
    return file;
  }

  /** Under which an article's versions are kept, however it is reached. */
  private String key(Path file) throws IOException {
    return paths.relative(file);
  }
}
