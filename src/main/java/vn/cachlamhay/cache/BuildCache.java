package vn.cachlamhay.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.text.SharedTexts;

/**
 * The cache of a site: what was read from its articles, what its pages were made from, and how its
 * files looked when they were written. A folder that can be deleted at any time. It belongs to one
 * process at a time; where another one has it, or it cannot be written, a folder of its own serves
 * for this run. Thread-safe in use.
 */
public final class BuildCache implements AutoCloseable {

  /** Name of the folder in the site folder. */
  public static final String FOLDER = ".portal-cache";

  private static final String LOCK = "lock";
  private static final String BODIES = "bodies";

  /** More of the texts than this may be forgotten ones before the cache starts anew. */
  private static final long GARBAGE = 32L * 1024 * 1024;

  private final Path folder;
  private final boolean temporary;
  private final FileChannel lock;
  private final BodyFile bodies;
  private final SharedTexts texts = new SharedTexts(20);
  private final Memory<Remembered> articles;
  private final Memory<RememberedDocument> documents;
  private final Memory<Made> pages;
  private final Memory<Written> files;
  private final Memory<SeenFile> sources;
  private final Memory<Made> copies;
  private final Memory<LastBake> lastBake;
  private volatile CacheFormat format;

  private BuildCache(Path folder, boolean temporary, FileChannel lock, String output)
      throws IOException {
    this.folder = folder;
    this.temporary = temporary;
    this.lock = lock;
    this.bodies = BodyFile.open(folder.resolve(BODIES));
    this.format = new CacheFormat(bodies, key -> Optional.empty(), key -> Optional.empty(), texts);
    this.articles = memory("articles");
    this.documents = memory("documents");
    this.pages = memory("pages-" + output);
    this.files = memory("files-" + output);
    this.sources = memory("sources");
    this.copies = memory("copies");
    this.lastBake = memory("last-" + output);
  }

  /**
   * Opens the cache of a site.
   *
   * @param folder of the cache
   * @param output the finished site, of which there may be several
   * @param trouble told why there will be nothing left for the next bake, where that is so
   */
  public static BuildCache open(Path folder, Path output, Consumer<String> trouble) {
    String name = Long.toHexString(Digest.of(output.toString()).high());
    try {
      Files.createDirectories(folder);
      FileChannel lock = lockFile(folder);
      if (FileLocks.tryLock(lock)) {
        return new BuildCache(folder, false, lock, name);
      }
      // another process bakes the same site into another folder
      lock.close();
    } catch (IOException e) {
      trouble.accept(String.valueOf(e.getMessage()));
    }
    return temporary();
  }

  /** A cache for one run. */
  public static BuildCache temporary() {
    try {
      Path folder = Files.createTempDirectory("portal-cache");
      return new BuildCache(folder, true, lockFile(folder), "out");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The texts of articles. */
  public BodyFile bodies() {
    return bodies;
  }

  /**
   * What is known of articles by source.
   *
   * @param environment everything but the article's own file that decides how it is read
   */
  public Memory<Remembered> articles(
      Digest environment,
      Function<String, Optional<Locality>> units,
      Function<String, Optional<Topic>> topics) {
    format = new CacheFormat(bodies, units, topics, texts);
    articles.enter(environment);
    if (articles.isEmpty()) {
      clearBodies();
    }
    return articles;
  }

  /**
   * What is known of the documents of a plain JBake project by their files.
   *
   * @param environment everything but the file itself that decides how it is read
   */
  public Memory<RememberedDocument> documents(Digest environment) {
    documents.enter(environment);
    if (documents.isEmpty()) {
      clearBodies();
    }
    return documents;
  }

  /**
   * What is known of pages by address.
   *
   * @param environment everything but a page's variables that decides how it is rendered
   */
  public Memory<Made> pages(Digest environment) {
    pages.enter(environment);
    return pages;
  }

  /**
   * The last bake, if it would come out the same again.
   *
   * @param environment of its pages
   */
  public Memory<LastBake> lastBake(Digest environment) {
    lastBake.enter(environment);
    return lastBake;
  }

  /** What is known of pictures that are published in several sizes, by their paths. */
  public Memory<SeenFile> sources() {
    sources.enter(Digest.NONE);
    return sources;
  }

  /** What the compressed copies of files were made from, by their addresses. */
  public Memory<Made> copies() {
    copies.enter(Digest.NONE);
    return copies;
  }

  /** What is known of the files of the finished site by address. */
  public Memory<Written> files() {
    files.enter(Digest.NONE);
    return files;
  }

  /**
   * Writes down what is known. Where that is impossible, as on a full disk or where somebody has
   * deleted the folder, the next bake starts from what was written before.
   */
  public void save() {
    boolean known = articles.isEntered() || documents.isEntered();
    if (known && bodies.size() > 2 * used() + GARBAGE) {
      ifPossible(this::clear);
    } else {
      save(List.of(articles, documents, pages, files, sources, copies, lastBake));
    }
  }

  /**
   * The same of what files are made from, which is known before they are in their place. What is
   * said of a file that never comes there is found to be wrong by its hash.
   */
  public void saveMade() {
    save(List.of(articles, documents, pages));
  }

  private void save(List<Memory<?>> memories) {
    ifPossible(() -> Parallel.forEach(memories, Memory::save));
  }

  private void ifPossible(Runnable saving) {
    if (temporary) {
      return;
    }
    try {
      saving.run();
    } catch (UncheckedIOException e) {
      // costs time and nothing else; the site itself may be as it should be
      return;
    }
  }

  /** False once an interrupted thread has closed the texts, as Java does. */
  public boolean isOpen() {
    return bodies.isOpen();
  }

  /** Forgets everything, on disk too. */
  public void clear() {
    articles.clear();
    documents.clear();
    pages.clear();
    files.clear();
    sources.clear();
    copies.clear();
    lastBake.clear();
    try {
      deleteFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clearBodies();
  }

  private void clearBodies() {
    try {
      bodies.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      bodies.close();
      lock.close();
      if (temporary) {
        deleteFiles();
        Files.delete(folder.resolve(BODIES));
        Files.delete(folder.resolve(LOCK));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long used() {
    long used = 0;
    for (Remembered article : articles.values()) {
      used += length(article.article().body().html()) + length(article.article().body().text());
    }
    for (RememberedDocument document : documents.values()) {
      used += length(document.body());
    }
    return used;
  }

  private static long length(LongText text) {
    return text instanceof BodyFile.Stored stored ? stored.place().length() : 0;
  }

  /** The lock and the texts stay: they are open. */
  private void deleteFiles() throws IOException {
    if (!Files.isDirectory(folder)) {
      // somebody was faster
      return;
    }
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.sorted(Comparator.comparing(Path::toString)).toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(LOCK) && !name.equals(BODIES) && !Files.isDirectory(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private <V> Memory<V> memory(String name) {
    return new Memory<>(folder.resolve(name), CacheFormat.Writer::new, in -> format.reader(in));
  }
}
