package vn.cachlamhay.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes a PNG of at most 16 colours, four bits a pixel (PNG, third edition, 11.2). Java's own
 * writer would choose eight bits and be ten times slower. Stateless.
 */
final class IndexedPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte DEPTH = 4;
  private static final byte INDEXED = 3;

  /** Of a stream of Deflate, with no hint how it was made (RFC 1950, 2.2). */
  private static final int ZLIB = 0x7801;

  private IndexedPng() {}

  /**
   * @param colours as 0xRRGGBB
   * @param blocks of rows, each two pixels in a byte behind the number of its filter
   */
  static byte[] of(int width, int height, int[] colours, Deflate.Block... blocks) {
    var out = new ByteArrayOutputStream(16 * 1024);
    out.writeBytes(SIGNATURE);
    chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(DEPTH)
            .put(INDEXED)
            .put(new byte[3])
            .array(),
        out);
    ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
    for (int colour : colours) {
      palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    chunk("PLTE", palette.array(), out);
    chunk("IDAT", joined(blocks), out);
    chunk("IEND", new byte[0], out);
    return out.toByteArray();
  }

  private static byte[] joined(Deflate.Block... blocks) {
    var out = new BitWriter(24 * 1024);
    out.write(ZLIB >> 8, 8);
    out.write(ZLIB & 0xFF, 8);
    var sum = new Adler();
    for (Deflate.Block block : blocks) {
      out.write(block.bits());
      sum.add(block.adler(), block.length());
    }
    out.fillByte();
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(sum.value() >> shift & 0xFF, 8);
    }
    return out.bytes();
  }

  private static void chunk(String type, byte[] content, ByteArrayOutputStream out) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
