package vn.cachlamhay.card;

import java.util.Arrays;

/**
 * Pixels of at most 16 colours, two in a byte, as a PNG has them: each row begins with the number
 * of its filter, which is none. For one thread.
 */
final class Canvas {

  private final int width;
  private final int height;
  private final int stride;
  private final byte[] rows;

  /**
   * @param width in pixels, even
   */
  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = 1 + width / 2;
    this.rows = new byte[stride * height];
  }

  /** Fills whole rows. */
  void fill(int top, int bottom, int colour) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(rows, y * stride + 1, (y + 1) * stride, (byte) (colour << 4 | colour));
    }
  }

  /**
   * Draws a mask.
   *
   * @param first colour of its first step; the others follow
   */
  void draw(Mask mask, int x, int y, int first) {
    int left = x + mask.x();
    int top = y + mask.y();
    for (int row = Math.max(0, -top); row < Math.min(mask.height(), height - top); row++) {
      int line = (top + row) * stride + 1;
      for (int column = Math.max(0, -left);
          column < Math.min(mask.width(), width - left);
          column++) {
        int level = mask.levels()[row * mask.width() + column];
        if (level > 0) {
          set(line, left + column, first + level - 1);
        }
      }
    }
  }

  private void set(int line, int x, int colour) {
    int at = line + x / 2;
    rows[at] = (byte) (x % 2 == 0 ? rows[at] & 0x0F | colour << 4 : rows[at] & 0xF0 | colour);
  }

  /** The picture as a PNG. */
  byte[] png(int[] colours) {
    return IndexedPng.of(rows, width, height, colours);
  }
}
