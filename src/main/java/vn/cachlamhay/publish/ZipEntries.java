package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip file that is there, open as long as they are needed. For one thread. */
final class ZipEntries implements AutoCloseable {

  private final ZipFile zip;
  private final Map<String, ZipPart> parts;

  private ZipEntries(ZipFile zip, Map<String, ZipPart> parts) {
    this.zip = zip;
    this.parts = Collections.unmodifiableMap(parts);
  }

  /**
   * Opens one.
   *
   * @throws java.util.zip.ZipException where it is none
   */
  static ZipEntries open(Path file) throws IOException {
    var zip = new ZipFile(file.toFile());
    var parts = new TreeMap<String, ZipPart>();
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry -> parts.put(entry.getName(), part(zip, entry)));
    return new ZipEntries(zip, parts);
  }

  private static ZipPart part(ZipFile zip, ZipEntry entry) {
    return new ZipPart(
        entry.getSize(), entry.getCrc(), entry.getTimeLocal(), () -> zip.getInputStream(entry));
  }

  /** What is in there, by path. */
  Map<String, ZipPart> parts() {
    return parts;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
