package vn.cachlamhay.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * An archive, unpacked with care into a temporary folder: within limits, and nothing outside of the
 * folder whatever its names say.
 *
 * @param folder with its files
 */
record Unpacked(Path folder) implements AutoCloseable {

  private static final int MOST_FILES = 50_000;
  private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
  private static final long MOST_OF_ONE = 200L * 1024 * 1024;

  /** Text becomes a tenth; what becomes a two-hundredth was made to burst. */
  private static final long RATIO = 200;

  /**
   * Unpacks an archive.
   *
   * @throws SiteException with {@code nhap-zip-hong} where it is damaged, too large, or leads
   *     outside
   */
  static Unpacked of(Path archive) throws IOException {
    var unpacked = new Unpacked(Files.createTempDirectory("portal-nhap-"));
    try {
      try (ZipFile zip = open(archive)) {
        unpacked.all(zip, archive);
      }
      return unpacked;
    } catch (IOException | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }

  /** Names are in UTF-8 today; old programs wrote them in the code page of their DOS. */
  private static ZipFile open(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      try {
        return new ZipFile(archive.toFile(), Charset.forName("IBM437"));
      } catch (ZipException again) {
        throw refused(archive, again.getMessage(), again);
      }
    }
  }

  private void all(ZipFile zip, Path archive) throws IOException {
    if (zip.size() > MOST_FILES) {
      throw refused(archive, zip.size() + " > " + MOST_FILES, null);
    }
    long left = MOST_BYTES;
    List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
    for (ZipEntry entry : entries) {
      Path file = inside(entry.getName(), archive);
      Files.createDirectories(file.getParent());
      long packed = Math.max(entry.getCompressedSize(), 100);
      left -=
          copy(zip, entry, file, Math.min(left, Math.min(MOST_OF_ONE, packed * RATIO)), archive);
    }
  }

  private Path inside(String name, Path archive) {
    try {
      Path file = folder.resolve(name.replace('\\', '/')).normalize();
      if (file.startsWith(folder) && !file.equals(folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw refused(archive, name, e);
    }
    throw refused(archive, name, null);
  }

  private static long copy(ZipFile zip, ZipEntry entry, Path file, long most, Path archive)
      throws IOException {
    long size = 0;
    var sum = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > most) {
          throw refused(archive, entry.getName(), null);
        }
        sum.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    } catch (ZipException e) {
      throw refused(archive, entry.getName(), e);
    }
    // Java reads archives without looking at their checksums
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw refused(archive, entry.getName(), null);
    }
    return size;
  }

  private static SiteException refused(Path archive, String why, Throwable cause) {
    Problem problem =
        Problem.of(ProblemCode.NHAP_ZIP_HONG, SourcePos.ofFile(archive.toString()), why);
    return new SiteException(problem, cause);
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
