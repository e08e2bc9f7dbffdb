package vn.cachlamhay.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Finds what there is to bring in: a file, everything in a folder or a ZIP archive that can be
 * read, an address. For one thread; the archives are unpacked into a temporary folder until it is
 * closed.
 */
final class Sources implements AutoCloseable {

  private final Predicate<String> reads;
  private final List<Unpacked> archives = new ArrayList<>();

  /** What was found. */
  record Found(List<Source> sources, List<Problem> problems) {}

  /**
   * @param reads whether a file can be read, by its name
   */
  Sources(Predicate<String> reads) {
    this.reads = reads;
  }

  /** What the words of a command line name, in their order, folders in the order of their names. */
  Found find(List<String> words) throws IOException {
    var sources = new ArrayList<Source>();
    var problems = new ArrayList<Problem>();
    for (String word : words) {
      if (word.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
        sources.add(Source.address(word));
        continue;
      }
      try {
        path(word, sources);
      } catch (SiteException e) {
        problems.addAll(e.problems());
      }
    }
    return new Found(List.copyOf(sources), List.copyOf(problems));
  }

  /**
   * What a file has.
   *
   * @param name for people, who have never seen where it lies
   */
  Found file(Path file, String name) throws IOException {
    var sources = new ArrayList<Source>();
    try {
      path(file, name, sources);
    } catch (SiteException e) {
      return new Found(List.copyOf(sources), e.problems());
    }
    return new Found(List.copyOf(sources), List.of());
  }

  private void path(String word, List<Source> sources) throws IOException {
    Path path;
    try {
      path = Path.of(word);
    } catch (InvalidPathException e) {
      throw refused(ProblemCode.NHAP_KHONG_CO, word);
    }
    path(path, word, sources);
  }

  private void path(Path path, String word, List<Source> sources) throws IOException {
    if (Files.isDirectory(path)) {
      folder(path, path.toString(), sources);
    } else if (!Files.isRegularFile(path)) {
      throw refused(ProblemCode.NHAP_KHONG_CO, word);
    } else if (isZip(path)) {
      Unpacked archive = Unpacked.of(path);
      archives.add(archive);
      folder(archive.folder(), word, sources);
    } else if (reads.test(path.getFileName().toString())) {
      sources.add(new Source(word, Optional.of(path)));
    } else {
      throw refused(ProblemCode.NHAP_LOAI_LA, word);
    }
  }

  private void folder(Path folder, String name, List<Source> sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      // the files of a page that a browser saved lie in a folder beside it
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !isBeside(folder.relativize(file)))
              .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
              .toList();
    }
    int before = sources.size();
    for (Path file : files) {
      if (reads.test(file.getFileName().toString())) {
        String below = folder.relativize(file).toString().replace('\\', '/');
        sources.add(new Source(name + "/" + below, Optional.of(file)));
      }
    }
    if (sources.size() == before) {
      throw refused(ProblemCode.NHAP_LOAI_LA, name);
    }
  }

  private static boolean isBeside(Path below) {
    for (Path part : below) {
      String name = part.toString();
      boolean files =
          name.matches("(?i).+[_-](?:files|tệp|fichiers|dateien)")
              && !part.equals(below.getFileName());
      if (files || name.startsWith(".") || name.startsWith("~$") || name.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZip(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static SiteException refused(ProblemCode code, String name) {
    return new SiteException(Problem.of(code, SourcePos.ofFile(name), name));
  }

  /** Deletes what was unpacked. */
  @Override
  public void close() throws IOException {
    for (Unpacked archive : archives) {
      archive.close();
    }
  }
}
