package vn.cachlamhay.picture;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the first bytes of a picture file say. Immutable.
 *
 * @param width of the pixels as they are stored
 * @param height likewise
 * @param orientation how they are turned to be looked at, 1 to 8 as in EXIF; 1 is upright
 */
public record PictureHeader(Format format, int width, int height, int orientation) {

  private static final int PNG = 0x89504E47;
  private static final int GIF = 0x47494638;
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int JPEG = 0xFFD8;

  /** Formats whose headers are read. */
  public enum Format {
    JPEG,
    PNG,
    GIF,
    WEBP
  }

  /** Reads the header; empty where the file is none of the formats, or ends too early. */
  public static Optional<PictureHeader> read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in);
    }
  }

  /** Reads the header of a file that is not on the disk. */
  public static Optional<PictureHeader> read(byte[] file) {
    try {
      return read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<PictureHeader> read(InputStream file) throws IOException {
    var in = new DataInputStream(file);
    try {
      int begin = in.readInt();
      Optional<PictureHeader> header = Optional.empty();
      if (begin >>> 16 == JPEG) {
        header = JpegFile.header(begin, in);
      } else if (begin == PNG) {
        in.skipNBytes(12);
        header = Optional.of(upright(Format.PNG, in.readInt(), in.readInt()));
      } else if (begin == GIF) {
        in.skipNBytes(2);
        int width = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        header =
            Optional.of(
                upright(
                    Format.GIF, width, Short.toUnsignedInt(Short.reverseBytes(in.readShort()))));
      } else if (begin == RIFF) {
        header = webp(in);
      }
      return header.filter(found -> found.width > 0 && found.height > 0);
    } catch (java.io.EOFException e) {
      // cut off: as good as no picture
      return Optional.empty();
    }
  }

  private static PictureHeader upright(Format format, int width, int height) {
    return new PictureHeader(format, width, height, 1);
  }

  /** The three kinds of chunk that a file may begin with (RFC 9649). */
  private static Optional<PictureHeader> webp(DataInputStream in) throws IOException {
    in.skipNBytes(4);
    if (in.readInt() != WEBP) {
      return Optional.empty();
    }
    String kind = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
    in.skipNBytes(4);
    byte[] bytes = in.readNBytes(10);
    int width = 0;
    int height = 0;
    if (bytes.length == 10 && kind.equals("VP8X")) {
      width = 1 + little(bytes, 4, 3);
      height = 1 + little(bytes, 7, 3);
    } else if (bytes.length == 10 && kind.equals("VP8L")) {
      int bits = little(bytes, 1, 4);
      width = 1 + (bits & 0x3FFF);
      height = 1 + (bits >>> 14 & 0x3FFF);
    } else if (bytes.length == 10 && kind.equals("VP8 ")) {
      width = little(bytes, 6, 2) & 0x3FFF;
      height = little(bytes, 8, 2) & 0x3FFF;
    }
    return Optional.of(upright(Format.WEBP, width, height));
  }

  private static int little(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }

  /** Width as it is looked at. */
  public int shownWidth() {
    return orientation > 4 ? height : width;
  }

  /** Height as it is looked at. */
  public int shownHeight() {
    return orientation > 4 ? width : height;
  }
}
