package vn.cachlamhay.card;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Pixels of at most 16 colours, two in a byte, as a PNG has them: each row begins with the number
 * of its filter, which is none. For one thread.
 */
final class Canvas {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int stride;
  private final int height;
  private final byte[] rows;

  /**
   * A canvas of colour 0.
   *
   * @param width in pixels, even
   */
  Canvas(int width, int height) {
    this.stride = 1 + width / 2;
    this.height = height;
    this.rows = new byte[stride * height];
  }

  /** Fills whole rows. */
  void fill(int top, int bottom, int colour) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(rows, y * stride + 1, (y + 1) * stride, (byte) (colour << 4 | colour));
    }
  }

  /**
   * Draws a stamp above what is there; the outermost pixels at the sides are cut.
   *
   * @param x of its origin, even or odd as it was made for
   */
  void draw(Stamp stamp, int x, int y) {
    int left = Math.floorDiv(x, 2) + stamp.x();
    int top = y + stamp.y();
    int end = Math.min(stamp.width(), stride - 1 - left) - Stamp.WORD;
    for (int row = Math.max(0, -top); row < Math.min(stamp.height(), height - top); row++) {
      int from = row * stamp.width();
      int to = (top + row) * stride + 1 + left;
      for (int column = 0; column <= end; column += Stamp.WORD) {
        long pixels = (long) WORDS.get(stamp.pixels(), from + column);
        if (left + column >= 0) {
          WORDS.set(rows, to + column, laid(pixels, (long) WORDS.get(rows, to + column)));
        }
      }
    }
  }

  /** Pixels above others, which show where these are 0. */
  private static long laid(long above, long below) {
    long inked = above | above >>> 1;
    inked = (inked | inked >>> 2) & 0x1111_1111_1111_1111L;
    return above | below & ~(inked * 0xF);
  }

  /**
   * The rows as a part of a picture.
   *
   * @param last whether they are its last ones
   */
  Deflate.Block compressed(boolean last) {
    return Deflate.block(rows, stride, last);
  }
}
