package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.html.ImageSizes;
import vn.cachlamhay.html.SvgCleaner;

/**
 * Puts files beside an article: pictures into its folder's {@code anh/}, documents and sound next
 * to it. What a file is is told by its content; its name is made one that every system and every
 * address can have; nothing that is there is ever replaced. Drawings are cleaned. Thread-safe.
 */
public final class Uploads {

  /** Where pictures lie beside an article. */
  private static final String PICTURES = "anh/";

  private static final int MOST_NAMES = 1000;

  private final Places places;
  private final SvgCleaner cleaner = new SvgCleaner();

  /** Finds files below the content folder. */
  public interface Places {

    /**
     * The file of a path below the content folder, be it there or not.
     *
     * @throws IOException where the disk cannot be asked
     * @throws RuntimeException where the path leads out of the folder
     */
    Path resolve(String path) throws IOException;
  }

  /**
   * A file that is stored.
   *
   * @param path below the content folder
   * @param reference as the article names it in front matter and Markdown
   * @param name of the file
   * @param width of a picture in pixels, 0 where it is not known
   * @param height likewise
   * @param bytes how many
   * @param removed what was cleaned out of a drawing, described
   */
  public record Stored(
      String path,
      String reference,
      String name,
      UploadsKind kind,
      int width,
      int height,
      long bytes,
      Set<String> removed) {}

  /**
   * @param places that refuse paths out of the content folder, such as {@code SafePaths::resolve}
   */
  public Uploads(Places places) {
    this.places = places;
  }

  /**
   * Stores a file.
   *
   * @param articlePath of the article, below the content folder, with {@code /}
   * @param fileName as the editor's computer has it
   * @throws EditException where the file is not taken: nothing is written then
   * @throws IOException where the disk does not take it; nothing is left behind then
   */
  public synchronized Stored put(String articlePath, String fileName, byte[] bytes)
      throws IOException {
    UploadsName name = UploadsName.of(fileName);
    Optional<UploadsKind> kind = UploadsKind.of(name.extension());
    if (kind.isEmpty()) {
      throw refused(
          ProblemCode.TEP_TAI_LEN_LA,
          name.extension().isEmpty() ? fileName : "." + name.extension(),
          UploadsKind.allowed());
    }
    UploadsCheck.check(fileName, name.extension(), kind.get(), bytes);
    SvgCleaner.Cleaned content = new SvgCleaner.Cleaned(bytes, Set.of());
    if (name.extension().equals("svg")) {
      content =
          cleaner.clean(bytes).orElseThrow(() -> refused(ProblemCode.TEP_TAI_LEN_HONG, fileName));
    }
    String folder = articlePath.substring(0, articlePath.lastIndexOf('/') + 1);
    String below = kind.get() == UploadsKind.PICTURE ? PICTURES : "";
    String stored = store(folder + below, name.orElse(kind.get().word()), content.bytes());
    return described(folder, below + stored, stored, kind.get(), content);
  }

  private Stored described(
      String folder, String reference, String name, UploadsKind kind, SvgCleaner.Cleaned content)
      throws IOException {
    Optional<ImageSizes.Size> size =
        kind == UploadsKind.PICTURE
            ? new ImageSizes().of(places.resolve(folder + reference))
            : Optional.empty();
    return new Stored(
        folder + reference,
        reference,
        name,
        kind,
        size.map(ImageSizes.Size::width).orElse(0),
        size.map(ImageSizes.Size::height).orElse(0),
        content.bytes().length,
        content.removed());
  }

  /** Finds a free name, or the one under which these very bytes are there already. */
  private String store(String folder, UploadsName name, byte[] bytes) throws IOException {
    // asked first, so that no folder is made where none may be
    Path target = places.resolve(folder + name.numbered(1));
    Files.createDirectories(target.getParent());
    List<Path> there = list(target.getParent());
    for (int n = 1; n < MOST_NAMES; n++) {
      String candidate = name.numbered(n);
      Optional<Path> twin =
          there.stream()
              .filter(file -> lower(file.getFileName().toString()).equals(candidate))
              .findFirst();
      if (twin.isPresent() && isSame(twin.get(), bytes)) {
        return twin.get().getFileName().toString();
      }
      if (twin.isEmpty() && DiskFiles.create(places.resolve(folder + candidate), bytes)) {
        return candidate;
      }
    }
    throw new FileAlreadyExistsException(folder + name.numbered(1));
  }

  private static boolean isSame(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static EditException refused(ProblemCode code, String... args) {
    return new EditException(code, args[0], args);
  }
}
