package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The sites that the tests look at, each baked once in a test run into {@code target/it}, with the
 * number of the process where there are several: the repository's own as it is, the same with its
 * address known, and a larger one.
 */
public final class SiteFixture {

  static final String HOST = "https://cachlamhay.example.vn";

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 8, 0);
  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final Path WORK =
      REPOSITORY.resolve("target/it" + System.getProperty("fork.number", ""));

  private SiteFixture() {}

  /** The repository's site, without an address of its own. */
  static BakedSite plain() {
    return Plain.SITE;
  }

  /** The repository's site with {@link LargeSite#PICTURED}, to be published at {@link #HOST}. */
  static BakedSite hosted() {
    return Hosted.SITE;
  }

  /**
   * The repository's site with {@link LargeSite#ARTICLES} more articles, and {@link
   * LargeSite#READ}.
   */
  static BakedSite large() {
    return Large.SITE;
  }

  static List<BakedSite> all() {
    return List.of(plain(), hosted(), large());
  }

  static Path repository() {
    return REPOSITORY;
  }

  /** An empty folder below {@code target/it}. */
  static Path freshFolder(String name) {
    try {
      Path folder = WORK.resolve(name);
      delete(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies what editors write: a site folder without program and output. */
  static Path copySite(String name) {
    return copySite(freshFolder(name));
  }

  /** The same into another folder. */
  public static Path copySite(Path site) {
    for (String part : List.of("content", "data", "templates", "assets", "jbake.properties")) {
      copy(REPOSITORY.resolve(part), site.resolve(part));
    }
    return site;
  }

  /** Copies a file, or a folder with all that is in it; times of change stay. */
  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(
              file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file, or a folder with all that is in it, if there is one. */
  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BakedSite bake(String name, Path site, String host) {
    Path out = freshFolder(name + "-output");
    var options = new BuildOptions(site, Optional.of(out), false, NOW);
    BuildReport report = new SiteBuilder(options, Progress.SILENT).bake();
    // practices made of words at random teach nothing
    assertThat(report.problems())
        .filteredOn(problem -> problem.code() != ProblemCode.CACH_LAM_THIEU_BAI_HOC)
        .as("problems of the site \"%s\"", name)
        .isEmpty();
    return new BakedSite(name, out, host);
  }

  private static void set(Path site, String line) {
    try {
      Files.writeString(
          site.resolve("jbake.properties"), "\n" + line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Plain {
    static final BakedSite SITE = bake("plain", REPOSITORY, "");
  }

  private static final class Hosted {
    static final BakedSite SITE = bakeHosted();

    private static BakedSite bakeHosted() {
      Path site = copySite("hosted-site");
      set(site, "site.host=" + HOST);
      LargeSite.writePictured(site.resolve("content/bai-viet"));
      return bake("hosted", site, HOST);
    }
  }

  private static final class Large {
    static final BakedSite SITE = bakeLarge();

    private static BakedSite bakeLarge() {
      Path site = copySite("large-site");
      LargeSite.write(site.resolve("content/bai-viet"));
      LargeSite.writeViews(site.resolve("data"));
      return bake("large", site, "");
    }
  }
}
