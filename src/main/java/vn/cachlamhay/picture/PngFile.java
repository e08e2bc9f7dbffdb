package vn.cachlamhay.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of PNG files, some of which hold texts and times. Stateless. */
final class PngFile {

  private static final int SIGNATURE = 8;
  private static final Set<String> PERSONAL = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

  private PngFile() {}

  /** Whether it is an animation, of which Java reads the first picture only. */
  static boolean isMoving(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    for (long at = SIGNATURE; at + 12 <= bytes.length; ) {
      String type = type(bytes, (int) at);
      if (type.equals("acTL") || type.equals("IDAT")) {
        return type.equals("acTL");
      }
      at += 12L + Integer.toUnsignedLong(in.getInt((int) at));
    }
    return false;
  }

  private static String type(byte[] bytes, int at) {
    return new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
  }

  /** A file without the chunks that tell of its maker. */
  static byte[] stripped(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int at = Math.min(SIGNATURE, bytes.length);
    out.write(bytes, 0, at);
    while (at + 12 <= bytes.length) {
      long end = at + 12L + Integer.toUnsignedLong(in.getInt(at));
      if (end > bytes.length) {
        break;
      }
      if (!PERSONAL.contains(type(bytes, at))) {
        out.write(bytes, at, (int) end - at);
      }
      at = (int) end;
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }
}
