package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Finds the files below a folder that a browser may name, and refuses whatever leads elsewhere or
 * means another file on another system: ways up, absolute paths, drives, streams, devices, hidden
 * files, links out of the folder, names that differ from one that is there in capitals only.
 * Thread-safe.
 */
public final class SafePaths {

  /** Of a path; Windows knows 260 with all folders above. */
  private static final int LONGEST = 200;

  /** Of a name, in bytes, on most disks. */
  private static final int LONGEST_NAME = 255;

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|clock\\$|com[0-9]|lpt[0-9])");

  /** Such as {@code GIT~1}, by which Windows knows {@code .git} too. */
  private static final Pattern SHORT_NAME = Pattern.compile("~[0-9]");

  private static final String FORBIDDEN = "\\:*?\"<>|%";

  private final Path folder;

  /**
   * @param folder below which files are found
   */
  public SafePaths(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The file that a path names; it need not be there.
   *
   * @param path below the folder, with {@code /}
   * @return the real file: links within the folder are followed
   * @throws EditException where the path may not be used
   * @throws IOException where the disk cannot be asked
   */
  public Path resolve(String path) throws IOException {
    if (!isPlain(path)) {
      throw refused(path);
    }
    try {
      Path root = folder.toRealPath();
      Path at = root;
      for (String name : path.split("/")) {
        at = child(at, name, path);
        if (!at.startsWith(root)) {
          throw refused(path);
        }
      }
      boolean elsewhere = !isPlain(root.relativize(at).toString().replace('\\', '/'));
      if (elsewhere || (Files.exists(at) && !Files.isRegularFile(at))) {
        throw refused(path);
      }
      return at;
    } catch (InvalidPathException e) {
      throw refused(path);
    }
  }

  /** The path of a file below the folder, with {@code /}. */
  public String relative(Path file) throws IOException {
    return folder.toRealPath().relativize(file).toString().replace('\\', '/');
  }

  /** Whether a path names a file on every system, and not a hidden one. */
  static boolean isPlain(String path) {
    return path != null
        && path.length() <= LONGEST
        && Stream.of(path.split("/", -1)).allMatch(SafePaths::isPlainName);
  }

  private static boolean isPlainName(String name) {
    // full-width dots and raised digits are dots and digits to some systems
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return !name.isBlank()
        && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
        && StandardCharsets.UTF_8.newEncoder().canEncode(name)
        && name.codePoints().allMatch(SafePaths::isPlainLetter)
        && isPlainForm(name)
        && isPlainForm(folded)
        && !folded.contains("/");
  }

  private static boolean isPlainForm(String name) {
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return name.chars().noneMatch(c -> FORBIDDEN.indexOf(c) >= 0)
        && !name.startsWith(".")
        && !name.endsWith(".")
        && name.equals(name.strip())
        && !DEVICE.matcher(stem.strip()).matches()
        && !SHORT_NAME.matcher(name).find();
  }

  private static boolean isPlainLetter(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED;
  }

  /** A file of a folder, where it really is; a link that leads nowhere is refused. */
  private static Path child(Path folder, String name, String path) throws IOException {
    Path child = folder.resolve(name);
    if (Files.exists(child, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.exists(child)) {
        throw refused(path);
      }
      boolean link = Files.isSymbolicLink(child);
      Path real = child.toRealPath();
      if (!link && !real.getFileName().toString().equals(name)) {
        // the same file under other capitals
        throw refused(path);
      }
      return real;
    }
    if (Files.exists(folder) && hasTwin(folder, name)) {
      throw refused(path);
    }
    return child;
  }

  private static boolean hasTwin(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> siblings = Files.list(folder)) {
      return siblings.anyMatch(each -> each.getFileName().toString().equalsIgnoreCase(name));
    }
  }

  private static EditException refused(String path) {
    String shown = path == null ? "" : path.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "�");
    return new EditException(
        ProblemCode.DUONG_DAN_CAM, "", shown.substring(0, Math.min(shown.length(), LONGEST)));
  }
}
