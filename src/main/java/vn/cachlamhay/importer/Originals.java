package vn.cachlamhay.importer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The originals of what was brought in, below {@code content/.nguon/}, each in a folder named like
 * its article with the report beside it. Readers of articles pass over the folder, and nothing of
 * it is published. Thread-safe, as long as nobody else writes there.
 */
public final class Originals {

  /** Below the content folder. */
  public static final String FOLDER = ".nguon";

  private static final String REPORT = "nhap.json";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path folder;

  /**
   * @param content the content folder
   */
  public Originals(Path content) {
    this.folder = content.resolve(FOLDER);
  }

  /** Keeps an original and its report; the report comes last. */
  void keep(Kept kept, byte[] original) throws IOException {
    Path own = folder(kept.article());
    Files.createDirectories(own);
    write(own.resolve(kept.original()), original);
    write(own.resolve(REPORT), (GSON.toJson(kept) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Takes away what was kept of an article that was not written after all. */
  void forget(String article) throws IOException {
    Path own = folder(article);
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(own);
  }

  /**
   * The report of an article.
   *
   * @param article its path below the content folder
   * @return empty where it was not brought in, or its report is damaged
   */
  public Optional<Kept> of(String article) throws IOException {
    Path report = report(article);
    return Files.isRegularFile(report) ? read(report) : Optional.empty();
  }

  /**
   * Where the original of an article lies, and its report beside it.
   *
   * @param kept its report
   * @return empty where it is gone, or the report names a file elsewhere
   */
  public Optional<Path> original(Kept kept) throws IOException {
    Path own = folder(kept.article()).normalize();
    Path file = own.resolve(kept.original()).normalize();
    boolean inside = own.startsWith(folder) && own.equals(file.getParent());
    return inside && Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
        ? Optional.of(file)
        : Optional.empty();
  }

  /** The report of an article that is kept beside its original. */
  public Path report(String article) {
    return folder(article).resolve(REPORT);
  }

  /** All reports, in no order. */
  List<Kept> all() throws IOException {
    var all = new ArrayList<Kept>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.getFileName().toString().equals(REPORT)) {
              read(file).ifPresent(all::add);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return all;
  }

  private static Optional<Kept> read(Path report) throws IOException {
    try {
      return Optional.ofNullable(GSON.fromJson(Files.readString(report), Kept.class));
    } catch (JsonParseException | NullPointerException | CharacterCodingException e) {
      // cut off or written into: the article is known by its text still
      return Optional.empty();
    }
  }

  private Path folder(String article) {
    return folder.resolve(article.substring(0, article.lastIndexOf('.')));
  }

  /** Whole or not at all: a cut leaves a name that nobody reads. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.write(unfinished, bytes);
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
