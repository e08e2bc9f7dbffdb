package vn.cachlamhay.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.text.VietnameseText;

/**
 * The files of a site: articles, and what goes to the site as it is (everything in {@code assets/},
 * and what lies beside the articles). Folders that hold the ignore file are passed over, as in
 * JBake.
 *
 * @param articles content files in the order of their paths
 * @param statics static files
 */
public record SiteFiles(List<Path> articles, StaticFiles statics) {

  /** What Notepad, editors and copies make of the name of an article. */
  private static final Pattern ALMOST_MARKDOWN =
      Pattern.compile("(?i)\\.(?:md(?:\\.[a-z0-9]+|~)|markdown)$");

  /**
   * Lists the files.
   *
   * @param extensions of the files that are articles, without the dot
   * @throws UncheckedIOException where a folder cannot be listed
   */
  public static SiteFiles scan(SiteConfig config, Set<String> extensions, Problems problems) {
    var articles = new ArrayList<Path>();
    var statics = new HashMap<String, StaticFile>();
    for (Path file : files(config.assets(), config.ignoreFile(), !config.skipHiddenAssets())) {
      addStatic(config, config.assets(), file, statics, problems);
    }
    for (Path file : files(config.content(), config.ignoreFile(), false)) {
      if (extensions.contains(extension(file))) {
        articles.add(file);
      } else if (ALMOST_MARKDOWN.matcher(file.getFileName().toString()).find()) {
        problems.add(ProblemCode.DUOI_TEP_LA, SourcePos.ofFile(config.relative(file)));
      } else {
        addStatic(config, config.content(), file, statics, problems);
      }
    }
    return new SiteFiles(List.copyOf(articles), new StaticFiles(statics));
  }

  /** Addresses that the articles have, or would have if they were right. */
  public List<String> addresses(SiteConfig config) {
    return articles.stream()
        .map(file -> config.content().relativize(file).toString().replace('\\', '/'))
        .flatMap(path -> Addresses.of(path, config.outputExtension()).stream())
        .toList();
  }

  /** What follows the last dot of a file's name, in lower case. */
  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static void addStatic(
      SiteConfig config, Path root, Path file, Map<String, StaticFile> statics, Problems problems) {
    // some systems keep names decomposed; addresses and texts are not
    String uri = VietnameseText.nfc(root.relativize(file).toString().replace('\\', '/'));
    StaticFile earlier = statics.get(uri);
    if (earlier != null) {
      problems.add(
          ProblemCode.TRUNG_DIA_CHI,
          SourcePos.ofFile(config.relative(file)),
          uri,
          config.relative(earlier.source()));
      return;
    }
    try {
      statics.put(uri, new StaticFile(uri, file, Files.size(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ignoreFile, boolean hidden) {
    var found = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      collect(folder, ignoreFile, hidden, found);
    }
    return found;
  }

  private static void collect(Path folder, String ignoreFile, boolean hidden, List<Path> found) {
    if (Files.exists(folder.resolve(ignoreFile))) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      // by the text of the path: Path's own order differs between systems
      for (Path child : children.sorted(Comparator.comparing(Path::toString)).toList()) {
        if (isLeftBehind(child) || (!hidden && isHidden(child))) {
          continue;
        }
        if (Files.isDirectory(child)) {
          collect(child, ignoreFile, hidden, found);
        } else {
          found.add(child);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Word, Windows and macOS leave beside the files of their users. */
  private static boolean isLeftBehind(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("~$")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini")
        || name.equals(".DS_Store");
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
