package vn.cachlamhay.importer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.text.VietnameseText;

/**
 * What the site has already: the articles by title, address and text, and the originals that were
 * brought in before. For one thread.
 */
final class Register {

  /** Why a text counts as known. */
  enum Reason {
    /** The same file, to the byte. */
    SAME_FILE,
    /** The page of this address, though it may have changed since. */
    SAME_ADDRESS,
    /** The same words, in another format perhaps. */
    SAME_TEXT,
    /** A text in which some words are others. */
    ALIKE,
    /** Another text under the same title. */
    SAME_TITLE
  }

  /**
   * An article that is there.
   *
   * @param article its path below the content folder
   */
  record Match(Reason reason, String article) {}

  /** Of fingerprints; one word in a hundred may be another. */
  private static final double SAME = 0.95;

  private final Map<String, String> byDigest = new HashMap<>();
  private final Map<String, String> byAddress = new HashMap<>();
  private final Map<String, String> byTitle = new HashMap<>();
  private final Alike alike = new Alike();

  /** Reads what is there. */
  static Register read(SiteConfig config) throws IOException {
    var register = new Register();
    for (Path file : articles(config.content())) {
      String path = config.content().relativize(file).toString().replace('\\', '/');
      SourceFile source = SourceFile.of(Files.readAllBytes(file), config.headerSeparator());
      register.add(
          path,
          first(source, "title"),
          first(source, "source"),
          Fingerprint.of(source.whole() ? source.body() : source.text()));
    }
    for (Kept kept : new Originals(config.content()).all()) {
      // an article that was deleted may be brought in again
      if (Files.exists(config.content().resolve(kept.article()))) {
        register.add(kept);
      }
    }
    return register;
  }

  private static String first(SourceFile source, String key) {
    return String.join(" ", source.fields().getOrDefault(key, List.of()));
  }

  private static List<Path> articles(Path content) throws IOException {
    var found = new ArrayList<Path>();
    if (!Files.isDirectory(content)) {
      return found;
    }
    Files.walkFileTree(
        content,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  void add(Kept kept) {
    byDigest.put(kept.digest(), kept.article());
    if (!kept.address().isEmpty()) {
      byAddress.put(address(kept.address()), kept.article());
    }
    Fingerprint.parse(kept.print()).ifPresent(print -> alike.add(kept.article(), print));
  }

  void add(String article, String title, String source, Optional<Fingerprint> print) {
    if (source.startsWith("http")) {
      byAddress.putIfAbsent(address(source), article);
    }
    if (!title.isEmpty()) {
      byTitle.putIfAbsent(VietnameseText.nameKey(title), article);
    }
    print.ifPresent(known -> alike.add(article, known));
  }

  /** The article that was made of this very file. */
  Optional<Match> file(String digest) {
    return Optional.ofNullable(byDigest.get(digest))
        .map(article -> new Match(Reason.SAME_FILE, article));
  }

  /** The article that was made of the page of this address. */
  Optional<Match> page(String address) {
    return Optional.ofNullable(byAddress.get(address(address)))
        .map(article -> new Match(Reason.SAME_ADDRESS, article));
  }

  /** The article that this one is most like. */
  Optional<Match> text(String title, Optional<Fingerprint> print) {
    return print
        .flatMap(alike::nearest)
        .map(
            near ->
                new Match(near.likeness() >= SAME ? Reason.SAME_TEXT : Reason.ALIKE, near.name()))
        .or(
            () ->
                Optional.ofNullable(byTitle.get(VietnameseText.nameKey(title)))
                    .map(article -> new Match(Reason.SAME_TITLE, article)));
  }

  /** The same page under different spellings of its address. */
  private static String address(String address) {
    return address
        .replaceFirst("(?i)^https?://(www\\.)?", "")
        .replaceFirst("#.*$", "")
        .replaceFirst("[?&](?:utm_[^&]*|fbclid=[^&]*)(?:&.*)?$", "")
        .replaceFirst("/+$", "");
  }
}
