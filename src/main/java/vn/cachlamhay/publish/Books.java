package vn.cachlamhay.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What the portal remembers on a host of the files that it put there. A large sheet with all files
 * is written rarely; each run writes a small one on top of it. This machine keeps a copy of the
 * large one, so that as a rule only the small one moves. For one thread.
 */
final class Books {

  private final Crew crew;
  private final Path copy;

  /**
   * What is remembered.
   *
   * @param sheet of the last run
   * @param base all files, as of the run that the sheet lies on
   * @param hashes of all files now
   */
  record Entry(Sheet sheet, Sheet base, Map<String, String> hashes) {

    Entry {
      hashes = Map.copyOf(hashes);
    }
  }

  /**
   * @param copy the file of this machine that may hold the large sheet; it can be deleted at any
   *     time
   */
  Books(Crew crew, Path copy) {
    this.crew = crew;
    this.copy = copy;
  }

  /** A sheet of the host; empty where there is none, or a doubtful one. */
  Optional<Sheet> sheet(String path) throws IOException {
    return crew.call(connection -> connection.read(path)).flatMap(Sheet::of);
  }

  /** Whether there is a sheet of the last run, doubtful or not. */
  boolean isThere() throws IOException {
    return crew.call(connection -> connection.read(Names.STATE)).isPresent();
  }

  /** What is remembered; empty where that is nothing, or doubtful. */
  Optional<Entry> read() throws IOException {
    Optional<Sheet> sheet = sheet(Names.STATE);
    if (sheet.isEmpty()) {
      return Optional.empty();
    }
    String id = sheet.get().base();
    Optional<Sheet> base = copy().filter(here -> here.id().equals(id));
    if (base.isEmpty()) {
      base =
          crew.call(connection -> connection.read(Names.base(id)))
              .flatMap(Books::unpacked)
              .flatMap(Sheet::of)
              .filter(there -> there.id().equals(id));
      if (base.isPresent()) {
        keepCopy(base.get());
      }
    }
    return base.map(
        all -> {
          var hashes = new HashMap<>(all.lines());
          sheet.get().applyTo(hashes);
          return new Entry(sheet.get(), all, hashes);
        });
  }

  /**
   * Remembers.
   *
   * @param now all files, on a sheet that lies on nothing
   * @param base the large sheet that is there, if one is
   */
  void write(Sheet now, Optional<Sheet> base) throws IOException {
    if (base.isPresent()) {
      Map<String, String> lines = Sheet.difference(base.get().lines(), now.lines());
      if (lines.size() <= Math.max(100, now.lines().size() / 20)) {
        write(Names.STATE, on(base.get().id(), now, lines));
        return;
      }
    }
    // an id of its own, since several machines keep copies by it
    var all = new Sheet(Ids.next(), Sheet.NOTHING, now.time(), now.who(), now.lines());
    byte[] packed = packed(all.bytes());
    crew.call(
        connection -> {
          connection.write(Upload.of(Names.base(all.id()), packed));
          return true;
        });
    keepCopy(all);
    write(Names.STATE, on(all.id(), now, Map.of()));
    if (base.isPresent()) {
      crew.call(
          connection -> {
            connection.delete(Names.base(base.get().id()));
            return true;
          });
    }
  }

  private static Sheet on(String base, Sheet now, Map<String, String> lines) {
    return new Sheet(now.id(), base, now.time(), now.who(), lines);
  }

  /** Writes a sheet as it is. */
  void write(String path, Sheet sheet) throws IOException {
    crew.call(
        connection -> {
          connection.write(Upload.of(path, sheet.bytes()));
          return true;
        });
  }

  private Optional<Sheet> copy() {
    try {
      return Files.exists(copy) ? Sheet.of(Files.readAllBytes(copy)) : Optional.empty();
    } catch (IOException e) {
      // then it comes from the host
      return Optional.empty();
    }
  }

  private void keepCopy(Sheet base) {
    try {
      Files.createDirectories(copy.getParent());
      Files.write(copy, base.bytes());
    } catch (IOException e) {
      // next time it comes from the host; half a one is noticed by its last line
      return;
    }
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static Optional<byte[]> unpacked(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      // not whole, so it is doubtful
      return Optional.empty();
    }
  }
}
