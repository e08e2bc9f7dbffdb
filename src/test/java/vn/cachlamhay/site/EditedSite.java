package vn.cachlamhay.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.diag.Problem;

/** A site folder that is edited and baked again and again, and a log of what was done to it. */
final class EditedSite {

  private static final int ARTICLES = 40;
  private static final int PICTURES = 6;

  private final SiteKind kind;
  private final Path work;
  private final Path folder;
  private final List<String> log = new ArrayList<>();

  /** Files that were made unusable, as they were before. */
  private final Map<Path, byte[]> spoiled = new LinkedHashMap<>();

  private List<Problem> problems = List.of();
  private LocalDateTime now = LocalDateTime.of(2020, 1, 1, 0, 0);
  private boolean drafts;
  private int numbers;

  private EditedSite(SiteKind kind, Path work) {
    this.kind = kind;
    this.work = work;
    this.folder = work.resolve("site");
  }

  /** A site with some articles. */
  static EditedSite create(SiteKind kind, Path work, Dice dice) {
    var site = new EditedSite(kind, work);
    List.of("templates", "assets", "data", "jbake.properties").forEach(site::restore);
    for (int i = 0; i < PICTURES; i++) {
      site.write(site.newFile("anh/%d.svg", dice), Pictures.svg(dice));
      site.write(site.newFile("tep/%d.csv", dice), "Năm,Số\n2018," + dice.below(100) + "\n");
    }
    for (int i = 0; i < ARTICLES; i++) {
      site.addArticle(dice);
    }
    site.log.clear();
    return site;
  }

  SiteKind kind() {
    return kind;
  }

  Path folder() {
    return folder;
  }

  Path output() {
    return folder.resolve("output");
  }

  Path cache() {
    return folder.resolve(".portal-cache");
  }

  Path configuration() {
    return folder.resolve("jbake.properties");
  }

  /** What was done, a line an edit. */
  List<String> log() {
    return log;
  }

  void log(String line) {
    log.add(line);
  }

  /** A number that this site has not seen yet. */
  int nextNumber() {
    return ++numbers;
  }

  /** What the last bake found wrong. */
  List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }

  void found(List<Problem> problems) {
    this.problems = problems;
  }

  BuildOptions options(Optional<Path> output) {
    return new BuildOptions(folder, output, drafts, now);
  }

  LocalDateTime now() {
    return now;
  }

  void setNow(LocalDateTime now) {
    log("  now " + now);
    this.now = now;
  }

  void toggleDrafts() {
    drafts = !drafts;
    log("  drafts " + drafts);
  }

  /** Does something while the cache is not there, and leaves the cache as it was. */
  <T> T withoutCache(Supplier<T> action) {
    Path aside = work.resolve("cache-aside");
    boolean cached = Files.exists(cache());
    try {
      if (cached) {
        Files.move(cache(), aside);
      }
      T result = action.get();
      SiteFixture.delete(cache());
      if (cached) {
        Files.move(aside, cache());
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder beside the site, which edits do not see. */
  Path beside(String name) {
    return work.resolve(name);
  }

  Optional<Path> any(Place place, Dice dice) {
    return dice.pickAny(place.files(folder));
  }

  /** A file with a number in its name that is not there yet. */
  Path numbered(String path) {
    return folder.resolve(path.formatted(nextNumber()));
  }

  /** The same below one of the folders of articles. */
  Path newFile(String name, Dice dice) {
    return numbered("content/bai-viet/" + (2018 + dice.below(3)) + "/" + name);
  }

  Path newArticle(Dice dice) {
    return newFile(dice.onceIn(4) ? "bài lẻ %d.md" : "bai-%d.md", dice);
  }

  void addArticle(Dice dice) {
    write(newArticle(dice), ArticleWriter.write(this, dice));
  }

  /** The path of a file of the content below the root of the site. */
  String address(Path file) {
    return "/" + folder.resolve("content").relativize(file).toString().replace('\\', '/');
  }

  String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(Path file, byte[] bytes) {
    note("write", file);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void change(Path file, UnaryOperator<String> change) {
    write(file, change.apply(text(file)));
  }

  /** Changes a file so that its time does not tell. */
  void keepTime(Path file, Runnable change) {
    FileTime time = time(file);
    change.run();
    setTime(file, time);
  }

  /** Makes a file unusable until {@link #mend}. */
  void spoil(Path file, UnaryOperator<String> change) {
    spoiled.putIfAbsent(file, bytes(file));
    change(file, change);
  }

  void spoilByDeleting(Path file) {
    spoiled.putIfAbsent(file, bytes(file));
    delete(file);
  }

  boolean isSpoiled() {
    return !spoiled.isEmpty();
  }

  void mend() {
    spoiled.forEach(this::write);
    spoiled.clear();
  }

  void delete(Path path) {
    note("delete", path);
    SiteFixture.delete(path);
  }

  /** Moves a file, over another one if there is one. */
  void move(Path from, Path to) {
    note("move", from);
    note("  to", to);
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void swap(Path one, Path other) {
    Path third = work.resolve("third");
    move(one, third);
    move(other, one);
    move(third, other);
  }

  void setTime(Path file, FileTime time) {
    note("set time of", file);
    try {
      Files.setLastModifiedTime(file, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a part of the site from where it came. */
  void restore(String part) {
    note("restore", folder.resolve(part));
    SiteFixture.delete(folder.resolve(part));
    SiteFixture.copy(kind.origin().resolve(part), folder.resolve(part));
  }

  /** Puts a folder back as it was when this was last called, and keeps what it is now. */
  void goBack(Path path) {
    Path saved = work.resolve("saved-" + path.getFileName());
    Path current = work.resolve("current");
    if (Files.exists(path)) {
      SiteFixture.copy(path, current);
    }
    if (Files.exists(saved)) {
      delete(path);
      note("restore", path);
      SiteFixture.copy(saved, path);
      SiteFixture.delete(saved);
    }
    if (Files.exists(current)) {
      move(current, saved);
    }
  }

  private void note(String what, Path path) {
    log("  " + what + " " + work.relativize(path));
  }
}
