package vn.cachlamhay.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cachlamhay.cache.BuildCache;

/** A site folder of a test's own, and what is built from it. */
public final class TestSite {

  /** When these sites are built, unless a test says otherwise. */
  public static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 2, 3, 4);

  private final Path folder;

  public TestSite(Path folder) {
    this.folder = folder;
  }

  /** A copy of one of the sites among the test resources. */
  public static TestSite copyOf(String name, Path folder) throws IOException {
    Path from = resource("/sites/" + name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return new TestSite(folder);
  }

  /** A plain JBake site with one template for posts and pages and nothing else. */
  public static TestSite plain(Path folder) throws IOException {
    return new TestSite(folder)
        .write(
            "jbake.properties",
            "render.index=false\nrender.archive=false\nrender.feed=false\nrender.tags=false\n")
        .write("templates/post.ftl", "${content.title}: ${content.body}")
        .write("templates/page.ftl", "${content.title}: ${content.body}");
  }

  static Path resource(String path) {
    try {
      return Path.of(TestSite.class.getResource(path).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestSite write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public TestSite append(String path, String text) throws IOException {
    return write(path, Files.readString(folder.resolve(path)) + text);
  }

  /** Deletes a file, or a folder with all that is in it. */
  public TestSite delete(String path) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(path))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return this;
  }

  /** Makes the next bake one that remembers nothing. */
  public TestSite deleteCache() throws IOException {
    return delete(BuildCache.FOLDER);
  }

  /** A post with a JBake header. */
  public TestSite post(String path, String header, String text) throws IOException {
    return write(path, "type=post\n" + header + "\n~~~~~~\n" + text + "\n");
  }

  public BuildReport bake() {
    return builder(false, NOW).bake();
  }

  public BuildReport bake(boolean drafts, LocalDateTime now) {
    return builder(drafts, now).bake();
  }

  public BuildReport check() {
    return builder(false, NOW).check();
  }

  private SiteBuilder builder(boolean drafts, LocalDateTime now) {
    return new SiteBuilder(
        new BuildOptions(folder, Optional.empty(), drafts, now), Progress.SILENT);
  }

  /** Every file of the output folder, as text. */
  public Map<String, String> output() throws IOException {
    return tree(folder.resolve("output"));
  }

  /** The same without the manifest. */
  public Map<String, String> pages() throws IOException {
    Map<String, String> pages = output();
    pages.remove(".portal-manifest");
    return pages;
  }

  static Map<String, String> tree(Path root) throws IOException {
    var tree = new TreeMap<String, String>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String uri = root.relativize(file).toString().replace('\\', '/');
          tree.put(uri, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return tree;
  }
}
