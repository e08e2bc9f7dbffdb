package vn.cachlamhay.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The segments of JPEG files (ITU T.81, annex B), of which cameras fill some with where and when a
 * picture was taken, by what, and a small copy of what was cut away later. Stateless.
 */
final class JpegFile {

  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final int ORIENTATION = 0x0112;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private JpegFile() {}

  /**
   * Reads on behind the first four bytes.
   *
   * @param begin these
   */
  static Optional<PictureHeader> header(int begin, DataInputStream in) throws IOException {
    int orientation = 1;
    int marker = begin & 0xFF;
    while (true) {
      while (marker == 0xFF) {
        marker = in.readUnsignedByte();
      }
      if (marker == START_OF_SCAN) {
        return Optional.empty();
      }
      int length = in.readUnsignedShort() - 2;
      if (isFrame(marker)) {
        in.skipNBytes(1);
        int height = in.readUnsignedShort();
        int width = in.readUnsignedShort();
        return Optional.of(
            new PictureHeader(PictureHeader.Format.JPEG, width, height, orientation));
      }
      if (marker == APP1) {
        orientation = orientation(in.readNBytes(length), orientation);
      } else {
        in.skipNBytes(Math.max(0, length));
      }
      if (in.readUnsignedByte() != 0xFF) {
        return Optional.empty();
      }
      marker = in.readUnsignedByte();
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /**
   * A file without what tells of its maker: comments and all application segments go but those that
   * decide about its colours.
   *
   * @param orientation kept where it is not upright
   */
  static byte[] stripped(byte[] bytes, int orientation) {
    var out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 2);
    if (orientation != 1) {
      out.writeBytes(turned(orientation));
    }
    int at = 2;
    while (at + 4 <= bytes.length && bytes[at] == (byte) 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN) {
        break;
      }
      int end = at + 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
      if (end > bytes.length || end < at + 4) {
        break;
      }
      boolean personal = marker >= APP1 && marker <= APP15 || marker == COMMENT;
      if (!personal || marker == APP14 || marker == APP2 && isProfile(bytes, at + 4)) {
        out.write(bytes, at, end - at);
      }
      at = end;
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  /** How many components its pixels have; 0 where it does not tell. */
  static int components(byte[] bytes) {
    int at = find(bytes, JpegFile::isFrame);
    return at < 0 || at + 9 >= bytes.length ? 0 : bytes[at + 9];
  }

  /** What Adobe's segment says of its colours: 0 as they are, 2 luma and chroma; -1 without it. */
  static int adobeTransform(byte[] bytes) {
    int at = find(bytes, marker -> marker == APP14);
    return at < 0 || at + 15 >= bytes.length ? -1 : bytes[at + 15];
  }

  /** Whether there is an end to it; Java's reader paints the rest of one that was cut off grey. */
  static boolean isWhole(byte[] bytes) {
    int start = find(bytes, marker -> marker == START_OF_SCAN);
    for (int at = bytes.length - 2; start >= 0 && at > start; at--) {
      if (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) END) {
        return true;
      }
    }
    return false;
  }

  /** Where the first segment of a kind begins, up to the first scan; -1 where there is none. */
  private static int find(byte[] bytes, IntPredicate kind) {
    int at = 2;
    while (at + 4 <= bytes.length && bytes[at] == (byte) 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (kind.test(marker)) {
        return at;
      }
      if (marker == START_OF_SCAN) {
        return -1;
      }
      at += marker == 0xFF ? 1 : 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
    }
    return -1;
  }

  private static boolean isProfile(byte[] bytes, int at) {
    byte[] name = "ICC_PROFILE".getBytes(StandardCharsets.US_ASCII);
    return startsWith(bytes, at, name);
  }

  /** A segment that says how the picture is turned, and nothing else. */
  private static byte[] turned(int orientation) {
    return ByteBuffer.allocate(36)
        .putShort((short) (0xFF00 | APP1))
        .putShort((short) 34)
        .put(EXIF)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) ORIENTATION)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /** From the first directory of an EXIF segment; broken ones say nothing. */
  private static int orientation(byte[] segment, int otherwise) {
    if (segment.length < 14 || !startsWith(segment, 0, EXIF)) {
      return otherwise;
    }
    ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return otherwise;
    }
    int count = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return otherwise;
      }
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : otherwise;
      }
    }
    return otherwise;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] begin) {
    if (at + begin.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < begin.length; i++) {
      if (bytes[at + i] != begin[i]) {
        return false;
      }
    }
    return true;
  }
}
