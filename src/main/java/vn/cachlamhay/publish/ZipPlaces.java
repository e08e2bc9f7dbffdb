package vn.cachlamhay.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A zip file, the one before beside it, and the one on its way. For one thread.
 *
 * @param file that people take away
 */
record ZipPlaces(TargetConfig config, Path file) {

  /** What a disk needs beside the file itself. */
  private static final long MARGIN = 1 << 20;

  /** The kind of an extra field with the name in UTF-8. */
  private static final short UNICODE_PATH = 0x7075;

  private Path before() {
    return file.resolveSibling(file.getFileName() + ".truoc");
  }

  private Path aside() {
    return file.resolveSibling(Names.aside(file.getFileName().toString()));
  }

  /**
   * Makes the new one, beside the old one.
   *
   * @throws TargetException where it does not fit, or nothing may be written there
   */
  void write(SortedMap<String, ZipPart> parts) throws IOException {
    long size = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside()), 1 << 16);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, ZipPart> part : parts.entrySet()) {
        size += part.getValue().size();
        zip.putNextEntry(entry(part.getKey(), part.getValue()));
        try (InputStream in = part.getValue().open()) {
          in.transferTo(zip);
        }
      }
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw refused(size, e);
    }
  }

  private static ZipEntry entry(String path, ZipPart part) {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(part.time());
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (name.length > path.length()) {
      // for Info-ZIP's unzip, which does not look at the flag that says UTF-8
      var crc = new CRC32();
      crc.update(name);
      ByteBuffer extra = ByteBuffer.allocate(9 + name.length).order(ByteOrder.LITTLE_ENDIAN);
      extra.putShort(UNICODE_PATH).putShort((short) (5 + name.length)).put((byte) 1);
      entry.setExtra(extra.putInt((int) crc.getValue()).put(name).array());
    }
    return entry;
  }

  /** Puts the new one in the place of the old one, which is kept. */
  void replace() throws IOException {
    try {
      if (Files.exists(file)) {
        Path kept = file.resolveSibling(Names.aside(before().getFileName().toString()));
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        move(kept, before());
      }
      move(aside(), file);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw refused(Files.exists(file) ? Files.size(file) : 0, e);
    }
  }

  /** Gives up the new one. */
  void forget() throws IOException {
    Files.deleteIfExists(aside());
  }

  /**
   * Changes the places of the file and the one before.
   *
   * @throws TargetException where there was none
   */
  void swap() throws IOException {
    if (!Files.exists(before())) {
      throw config.refused(ProblemCode.DANG_KHONG_QUAY_LAI, null, config.name());
    }
    try {
      Files.copy(file, aside(), StandardCopyOption.REPLACE_EXISTING);
      move(before(), file);
      move(aside(), before());
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw refused(Files.exists(file) ? Files.size(file) : 0, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network folders and memory sticks
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private TargetException refused(long size, Exception failure) throws IOException {
    String name = file.toString();
    boolean isFull = Files.getFileStore(file.getParent()).getUsableSpace() < size + MARGIN;
    if (Files.exists(aside()) && Files.isWritable(file.getParent())) {
      // it takes room that may be missing
      forget();
    }
    if (failure instanceof AccessDeniedException
        || failure instanceof ReadOnlyFileSystemException
        || !Files.isWritable(file.getParent())) {
      return config.refused(ProblemCode.DICH_KHONG_DUOC_GHI, failure, name);
    }
    return isFull
        ? config.refused(ProblemCode.DICH_HET_CHO, failure, name)
        : config.refused(ProblemCode.DIA_HONG, failure, String.valueOf(failure.getMessage()));
  }
}
