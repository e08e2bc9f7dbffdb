package vn.cachlamhay.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where files of a site are. */
enum Place {
  ARTICLES("content", ".*\\.md"),
  PICTURES("content", ".*\\.(?:svg|png)"),
  ATTACHMENTS("content", ".*\\.csv"),
  /** All that goes to the site as it is. */
  STATICS("content|assets", ".*\\.(?:svg|png|csv|css|js|txt)"),
  TEMPLATES("templates", ".*"),
  DATA("data", ".*"),
  PAGES("output", "(?!\\.portal).*"),
  CACHE(".portal-cache", ".*");

  private final List<String> folders;
  private final String names;

  Place(String folders, String names) {
    this.folders = List.of(folders.split("\\|"));
    this.names = names;
  }

  /** The files in the order of their paths. */
  List<Path> files(Path site) {
    return folders.stream()
        .map(site::resolve)
        .filter(Files::isDirectory)
        .flatMap(Place::walk)
        .filter(Files::isRegularFile)
        .filter(file -> file.getFileName().toString().matches(names))
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
