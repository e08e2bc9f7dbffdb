package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A zip file on its way: what is in the old one, and what is to be otherwise. Nothing is written
 * until {@link #finish}. For one thread.
 */
final class ZipConnection implements Connection {

  private final TargetConfig config;
  private final ZipPlaces places;
  private final TreeMap<String, ZipPart> parts = new TreeMap<>();
  private Seen seen;
  private Optional<ZipEntries> old = Optional.empty();

  /** What tells one state of a file from another; without the file all are the same. */
  private record Seen(long size, FileTime time) {

    static Seen of(Path file) throws IOException {
      try {
        var now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Seen(now.size(), now.lastModifiedTime());
      } catch (NoSuchFileException e) {
        return new Seen(-1, FileTime.fromMillis(0));
      }
    }
  }

  ZipConnection(TargetConfig config, Path file) throws IOException {
    this.config = config;
    this.places = new ZipPlaces(config, file);
    open();
  }

  private void open() throws IOException {
    Path file = places.file();
    seen = Seen.of(file);
    try {
      old = Files.exists(file) ? Optional.of(ZipEntries.open(file)) : Optional.empty();
    } catch (ZipException e) {
      // not ours to replace: it may be something else under that name
      throw config.refused(ProblemCode.DICH_VUONG_TEP, e, file.toString());
    }
    parts.clear();
    old.ifPresent(entries -> parts.putAll(entries.parts()));
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    if (!parts.containsKey(path)) {
      return Optional.empty();
    }
    try (InputStream in = parts.get(path).open()) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public void write(Upload file) throws IOException {
    if (isInTheWay(file.path())) {
      throw config.refused(ProblemCode.DICH_VUONG_TEP, null, file.path());
    }
    ZipPart now = ZipPart.of(file);
    ZipPart before = parts.get(file.path());
    // what is the same stays as it is, with its time
    if (before == null || !now.isSameAs(before)) {
      parts.put(file.path(), now);
    }
  }

  private boolean isInTheWay(String path) {
    String next = parts.ceilingKey(path + "/");
    if (next != null && next.startsWith(path + "/")) {
      return true;
    }
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (parts.containsKey(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean create(Upload file) throws IOException {
    if (parts.containsKey(file.path())) {
      return false;
    }
    write(file);
    return true;
  }

  @Override
  public boolean copy(String from, String to) {
    ZipPart part = parts.get(from);
    if (part != null) {
      parts.put(to, part);
    }
    return part != null;
  }

  @Override
  public void delete(String path) {
    parts.remove(path);
  }

  @Override
  public void deleteEmptyFolder(String path) {
    // a zip file knows of folders only by what is in them
  }

  @Override
  public void list(Consumer<Listed> each) {
    parts.forEach((path, part) -> each.accept(new Listed(path, part.size(), Optional.empty())));
  }

  @Override
  public void finish(String what) throws IOException {
    if (old.isPresent() ? parts.equals(old.get().parts()) : parts.isEmpty()) {
      return;
    }
    places.write(parts);
    if (!Seen.of(places.file()).equals(seen)) {
      places.forget();
      throw config.refused(ProblemCode.DICH_NGUOI_KHAC_DANG, null, places.file().toString());
    }
    closeOld();
    places.replace();
    open();
  }

  @Override
  public boolean rollBack(String what) throws IOException {
    closeOld();
    places.swap();
    open();
    return true;
  }

  /** Where it is open, some systems do not replace it. */
  private void closeOld() throws IOException {
    if (old.isPresent()) {
      old.get().close();
    }
  }

  @Override
  public void close() throws IOException {
    closeOld();
  }
}
