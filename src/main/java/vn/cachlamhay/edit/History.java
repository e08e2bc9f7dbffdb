package vn.cachlamhay.edit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.text.VietnameseDates;

/**
 * The versions of articles, as files that anybody can open: below {@code
 * .portal-history/phien-ban/} a folder for each article, in it a file for each version, named by
 * its time, and {@code nhat-ky.jsonl}, a line a version, which tells who and what for. A version
 * whose bytes are kept already is only a line. Lines that cannot be read are passed over; a file
 * that no line names is a version all the same. For one process at a time and one thread; {@link
 * ArticleStore} sees to it.
 */
final class History {

  static final String FOLDER = ".portal-history";

  private static final String JOURNAL = "nhat-ky.jsonl";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
  private static final Pattern ID = Pattern.compile("(\\d{8}-\\d{6}-\\d{3})(?:-\\d{1,4})?");
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Path folder;
  private final Clock clock;

  /** A line of the journal; what is missing in a damaged one is null. */
  private record Line(
      String id, String time, String kind, String who, String note, String digest, String file) {

    boolean isWhole() {
      return id != null
          && ID.matcher(id).matches()
          && Version.Kind.ofKey(String.valueOf(kind)).isPresent()
          && file != null
          && file.matches("[\\w-]+\\.[\\w]{1,8}")
          && digest != null
          && moment().isPresent();
    }

    Optional<OffsetDateTime> moment() {
      try {
        return time == null ? Optional.empty() : Optional.of(OffsetDateTime.parse(time));
      } catch (DateTimeParseException e) {
        // a damaged line
        return Optional.empty();
      }
    }

    Version version() {
      Version.Kind known = Version.Kind.ofKey(kind).orElseThrow();
      return new Version(id, moment().orElseThrow(), known, text(who), text(note), digest);
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }

  History(Path site, Clock clock) {
    this.folder = site.resolve(FOLDER).resolve("phien-ban");
    this.clock = clock;
  }

  /**
   * Keeps a version, unless it is that which was kept last.
   *
   * @param path of the article below the content folder
   */
  void keep(String path, byte[] bytes, Version.Kind kind, String who, String note)
      throws IOException {
    List<Line> lines = lines(path);
    String digest = SourceFile.version(bytes);
    if (!lines.isEmpty() && lines.get(lines.size() - 1).digest().equals(digest)) {
      return;
    }
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), VietnameseDates.ZONE);
    String id = freeId(lines, now);
    Path versions = folder.resolve(path);
    Files.createDirectories(versions);
    keepOutOfGit();
    String file =
        lines.stream()
            .filter(line -> line.digest().equals(digest))
            .map(Line::file)
            .filter(name -> holds(versions.resolve(name), digest))
            .findFirst()
            .orElse(id + extension(path));
    if (!Files.exists(versions.resolve(file))) {
      DiskFiles.replace(versions.resolve(file), bytes);
    }
    String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.MILLIS));
    var line = new Line(id, time, kind.key(), who, note, digest, file);
    DiskFiles.append(versions.resolve(JOURNAL), JSON.toJson(line));
  }

  /** The versions of an article, the newest first. */
  List<Version> list(String path) throws IOException {
    var versions = new ArrayList<Version>();
    lines(path).forEach(line -> versions.add(line.version()));
    Collections.reverse(versions);
    // equal times stay in the order of the journal
    versions.sort((a, b) -> b.time().compareTo(a.time()));
    return versions;
  }

  /**
   * The bytes of a version.
   *
   * @throws EditException where it is not there, or no longer what was kept
   */
  byte[] read(String path, String id) throws IOException {
    for (Line line : lines(path)) {
      if (line.id().equals(id)) {
        byte[] bytes = Files.readAllBytes(folder.resolve(path).resolve(line.file()));
        if (SourceFile.version(bytes).equals(line.digest())) {
          return bytes;
        }
      }
    }
    throw new EditException(ProblemCode.PHIEN_BAN_HONG, path);
  }

  /** The folder says by itself that it belongs into no repository. */
  private void keepOutOfGit() throws IOException {
    Path ignore = folder.resolveSibling(".gitignore");
    if (!Files.exists(ignore)) {
      DiskFiles.create(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Sound lines whose file is there, and files without a line, in the order of time. */
  private List<Line> lines(String path) throws IOException {
    Path versions = folder.resolve(path);
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    var lines = new ArrayList<Line>();
    Set<String> named = new HashSet<>();
    Optional<byte[]> journal = DiskFiles.read(versions.resolve(JOURNAL));
    String text = journal.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    for (String written : text.lines().toList()) {
      parse(written)
          .filter(line -> Files.isRegularFile(versions.resolve(line.file())))
          .ifPresent(
              line -> {
                named.add(line.file());
                lines.add(line);
              });
    }
    try (Stream<Path> files = Files.list(versions)) {
      for (Path file : files.filter(each -> !named.contains(name(each))).toList()) {
        orphan(file).ifPresent(lines::add);
      }
    }
    lines.sort((a, b) -> a.moment().orElseThrow().compareTo(b.moment().orElseThrow()));
    return lines;
  }

  private static Optional<Line> parse(String text) {
    try {
      return Optional.ofNullable(JSON.fromJson(text, Line.class)).filter(Line::isWhole);
    } catch (JsonParseException e) {
      // damaged: the file that it named is found without it
      return Optional.empty();
    }
  }

  private static Optional<Line> orphan(Path file) throws IOException {
    String name = name(file);
    int dot = name.indexOf('.');
    Matcher id = ID.matcher(dot < 0 ? name : name.substring(0, dot));
    if (!id.matches() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var time = LocalDateTime.parse(id.group(1), STAMP).atZone(VietnameseDates.ZONE);
      String digest = SourceFile.version(Files.readAllBytes(file));
      String moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      String kind = Version.Kind.SAVE.key();
      return Optional.of(new Line(id.group(), moment, kind, "", "", digest, name));
    } catch (DateTimeException e) {
      // a file of somebody's own
      return Optional.empty();
    }
  }

  private static String freeId(List<Line> lines, OffsetDateTime now) {
    String stamp = STAMP.format(now);
    String id = stamp;
    for (int i = 2; isTaken(id, lines); i++) {
      id = stamp + "-" + i;
    }
    return id;
  }

  private static boolean isTaken(String id, List<Line> lines) {
    return lines.stream()
        .anyMatch(line -> line.id().equals(id) || line.file().startsWith(id + "."));
  }

  private static boolean holds(Path file, String digest) {
    try {
      return SourceFile.version(Files.readAllBytes(file)).equals(digest);
    } catch (IOException e) {
      // then the bytes are kept once more
      return false;
    }
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.'));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
