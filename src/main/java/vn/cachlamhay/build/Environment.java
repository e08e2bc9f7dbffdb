package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.stats.ViewsFile;

/**
 * Digests of all that decides how everything is made: program, Java, configuration, reference data,
 * templates. Where one of them differs, what an earlier bake remembered is of no use. Immutable.
 *
 * @param articles decides how articles are read and rendered
 * @param pages decides how pages are rendered
 */
record Environment(Digest articles, Digest pages) {

  /** The environment of a site at this moment. */
  static Environment of(Site site) {
    Digest articles =
        Digest.of(
            List.of(
                program(),
                ValueWriter.digestOf(site.settings()),
                ValueWriter.digestOf(site.config()),
                ValueWriter.digestOf(site.typeTemplates()),
                contents(site.config().data())));
    return new Environment(
        articles, Digest.of(List.of(articles, contents(site.config().templates()))));
  }

  /** How the files look that the environment is made of: different once one has been changed. */
  static Map<Path, List<Long>> stamps(Site site) {
    var stamps = new TreeMap<Path, List<Long>>();
    try {
      for (Path folder : List.of(site.config().data(), site.config().templates())) {
        FileStamp.Taker taker = FileStamp.Taker.on(folder);
        for (Path file : files(folder)) {
          FileStamp stamp = taker.of(file);
          stamps.put(file, List.of(stamp.size(), stamp.modified(), stamp.changed(), stamp.file()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stamps;
  }

  private static Digest program() {
    var parts = new ArrayList<Digest>();
    for (String key : List.of("java.vm.vendor", "java.vm.version", "java.runtime.version")) {
      parts.add(Digest.of(System.getProperty(key, "")));
    }
    try {
      Path code =
          Path.of(Environment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      parts.add(Files.isDirectory(code) ? stamps(code) : Digest.of(Files.readAllBytes(code)));
      for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
        Path library = Path.of(entry);
        if (Files.isRegularFile(library) && !library.equals(code)) {
          parts.add(stamp(library));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return Digest.of(parts);
  }

  private static Digest stamps(Path folder) throws IOException {
    var parts = new ArrayList<Digest>();
    for (Path file : files(folder)) {
      parts.add(stamp(file));
    }
    return Digest.of(parts);
  }

  private static Digest stamp(Path file) throws IOException {
    FileStamp stamp = FileStamp.Taker.BASIC.of(file);
    return ValueWriter.digestOf(List.of(file.toString(), stamp.size(), stamp.modified()));
  }

  private static Digest contents(Path folder) {
    var parts = new ArrayList<Digest>();
    try {
      for (Path file : files(folder)) {
        parts.add(Digest.of(folder.toRealPath().relativize(file).toString()));
        parts.add(Digest.of(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Digest.of(parts);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    // a walk that begins at a link ends there
    try (Stream<Path> files = Files.walk(folder.toRealPath())) {
      return files
          .filter(Files::isRegularFile)
          // an input of its own: new numbers of readers must not make every page anew
          .filter(file -> !file.endsWith(ViewsFile.NAME))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }
}
