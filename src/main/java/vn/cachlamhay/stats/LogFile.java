package vn.cachlamhay.stats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * An access log that can be read.
 *
 * @param name as problems tell it
 * @param size in bytes; 0 where it is not known
 * @param source gives its bytes, which may be compressed by gzip
 */
public record LogFile(String name, long size, Source source) {

  /** How much of two logs is compared to know that they are one. */
  private static final int BEGINNING = 4096;

  private static final int BUFFER = 1 << 16;

  /** Opens a log. */
  public interface Source {
    /** Its bytes, from the first. */
    InputStream open() throws IOException;
  }

  /** A file; one that is not there is told when it is opened. */
  public static LogFile of(Path file) {
    return new LogFile(file.toString(), file.toFile().length(), () -> Files.newInputStream(file));
  }

  /**
   * An open log.
   *
   * @param text its bytes, no longer compressed
   * @param beginning its first bytes; empty where it has none
   */
  record Opened(InputStream text, String beginning) {}

  /**
   * Opens it.
   *
   * @param progress hears of the bytes that are read
   */
  Opened open(ReadBytes.Listener progress) throws IOException {
    InputStream bytes = new BufferedInputStream(new ReadBytes(source.open(), progress), BUFFER);
    try {
      return opened(bytes);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static Opened opened(InputStream bytes) throws IOException {
    InputStream text = bytes;
    if (isCompressed(bytes)) {
      text = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
    }
    return new Opened(text, new String(peek(text, BEGINNING), StandardCharsets.ISO_8859_1));
  }

  private static boolean isCompressed(InputStream bytes) throws IOException {
    byte[] first = peek(bytes, 2);
    return first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
  }

  private static byte[] peek(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] first = in.readNBytes(length);
    in.reset();
    return first;
  }
}
