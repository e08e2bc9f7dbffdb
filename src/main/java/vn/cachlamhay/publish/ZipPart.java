package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A file of a zip file, that is in there or will be.
 *
 * @param size in bytes
 * @param crc of the bytes
 * @param time it is said to have; even seconds, as zip files have it
 * @param source of the bytes
 */
record ZipPart(long size, long crc, LocalDateTime time, Source source) {

  /** Vietnam's, wherever the machine is: zip files name no zone. */
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

  /** For what is nowhere on the disk. */
  private static final LocalDateTime SOME_TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

  /** Where bytes come from, as often as asked for. */
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * One that is on its way. Its time is that of the file on the disk, which the bake leaves as it
   * is where nothing changed: hosts and browsers tell by it whether a page is new.
   */
  static ZipPart of(Upload file) throws IOException {
    LocalDateTime time = SOME_TIME;
    if (file.file().isPresent()) {
      LocalDateTime exact =
          LocalDateTime.ofInstant(Files.getLastModifiedTime(file.file().get()).toInstant(), ZONE);
      // zip files count from 1980 on
      boolean fits = exact.getYear() > 1980 && exact.getYear() < 2107;
      time = fits ? exact.withNano(0).withSecond(exact.getSecond() / 2 * 2) : SOME_TIME;
    }
    var crc = new CRC32();
    long size;
    try (InputStream in = new CheckedInputStream(file.open(), crc)) {
      size = in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return new ZipPart(size, crc.getValue(), time, file::open);
  }

  InputStream open() throws IOException {
    return source.open();
  }

  /** Whether the bytes are the same. */
  boolean isSameAs(ZipPart other) throws IOException {
    if (size != other.size || crc != other.crc) {
      return false;
    }
    try (InputStream one = open();
        InputStream two = other.open()) {
      return java.util.Arrays.equals(one.readAllBytes(), two.readAllBytes());
    }
  }
}
