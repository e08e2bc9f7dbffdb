package vn.cachlamhay.edit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in the directory of a ZIP file (APPNOTE 6.3, 4.3.12 and 4.3.16), without unpacking
 * anything. Stateless.
 */
final class UploadsZip {

  private static final String END = "PK\u0005\u0006";
  private static final int ENTRY = 0x02014b50;
  private static final int MOST = 20_000;

  private UploadsZip() {}

  /** Whether a file can be read as ZIP, whatever else it is. */
  static boolean hasDirectory(byte[] bytes) {
    int end = UploadsContent.lastIndexOf(bytes, END);
    return end >= 0
        && end >= bytes.length - 70_000
        && UploadsContent.contains(bytes, "PK\u0003\u0004");
  }

  /** All names; empty where the directory is broken. */
  static List<String> names(byte[] bytes) {
    int end = UploadsContent.lastIndexOf(bytes, END);
    if (end < 0 || end + 22 > bytes.length) {
      return List.of();
    }
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = zip.getInt(end + 16);
    var names = new ArrayList<String>();
    while (at >= 0 && at + 46 <= end && names.size() < MOST && zip.getInt(at) == ENTRY) {
      int name = Short.toUnsignedInt(zip.getShort(at + 28));
      int extra = Short.toUnsignedInt(zip.getShort(at + 30));
      int comment = Short.toUnsignedInt(zip.getShort(at + 32));
      if (at + 46 + name > bytes.length) {
        return List.of();
      }
      names.add(new String(bytes, at + 46, name, StandardCharsets.UTF_8));
      at += 46 + name + extra + comment;
    }
    return List.copyOf(names);
  }
}
