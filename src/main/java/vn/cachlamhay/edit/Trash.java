package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Deleted articles: below {@code .portal-history/thung-rac/} a folder for each, named by its time,
 * which holds the article below the folders in which it was. For one thread.
 */
final class Trash {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
  private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-\\d{3}(?:-\\d{1,4})?");

  private final Path folder;
  private final Clock clock;
  private final String headerSeparator;

  Trash(Path site, Clock clock, String headerSeparator) {
    this.folder = site.resolve(History.FOLDER).resolve("thung-rac");
    this.clock = clock;
    this.headerSeparator = headerSeparator;
  }

  /** Puts a copy of an article into the trash. */
  String add(String path, byte[] bytes) throws IOException {
    String stamp = STAMP.format(OffsetDateTime.ofInstant(clock.instant(), VietnameseDates.ZONE));
    String id = stamp;
    for (int i = 2; !DiskFiles.create(folder.resolve(id).resolve(path), bytes); i++) {
      id = stamp + "-" + i;
    }
    return id;
  }

  /** What is in it, the newest first. */
  List<TrashItem> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var items = new ArrayList<TrashItem>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.toList()) {
        item(each).ifPresent(items::add);
      }
    }
    items.sort(Comparator.comparing(TrashItem::id).reversed());
    return items;
  }

  /**
   * What an article held.
   *
   * @throws EditException where there is no such item
   */
  byte[] read(TrashItem item) throws IOException {
    return Files.readAllBytes(folder.resolve(item.id()).resolve(item.path()));
  }

  TrashItem find(String id) throws IOException {
    return (ID.matcher(id).matches() ? item(folder.resolve(id)) : Optional.<TrashItem>empty())
        .orElseThrow(() -> new EditException(ProblemCode.KHONG_CON_BAI, ""));
  }

  void remove(TrashItem item) throws IOException {
    Path root = folder.resolve(item.id());
    Path at = root.resolve(item.path());
    Files.delete(at);
    while (!at.equals(root)) {
      at = at.getParent();
      Files.delete(at);
    }
  }

  /** The article in a folder; empty where somebody put something else there. */
  private Optional<TrashItem> item(Path root) throws IOException {
    String id = root.getFileName().toString();
    if (!ID.matcher(id).matches() || !Files.isDirectory(root)) {
      return Optional.empty();
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    if (files.size() != 1) {
      return Optional.empty();
    }
    String path = root.relativize(files.get(0)).toString().replace('\\', '/');
    SourceFile file = SourceFile.of(Files.readAllBytes(files.get(0)), headerSeparator);
    String title = file.fields().getOrDefault("title", List.of(path)).get(0);
    try {
      OffsetDateTime time =
          LocalDateTime.parse(id.substring(0, 19), STAMP)
              .atZone(VietnameseDates.ZONE)
              .toOffsetDateTime();
      return Optional.of(new TrashItem(id, path, title, time));
    } catch (DateTimeParseException e) {
      // digits that are no time: a folder of somebody's own
      return Optional.empty();
    }
  }
}
