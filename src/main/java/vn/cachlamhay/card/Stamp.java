package vn.cachlamhay.card;

/**
 * A shape in the pixels of a canvas, two in a byte, 0 where it is not. Immutable.
 *
 * @param x of its left edge, seen from its origin, in bytes
 * @param y of its top edge, downwards
 * @param width in bytes, a multiple of {@link #WORD}
 * @param pixels row by row
 */
record Stamp(int x, int y, int width, int height, byte[] pixels) {

  /** Bytes that are drawn at once. */
  static final int WORD = Long.BYTES;

  /**
   * @param colour of the first step; the others follow
   * @param odd whether its origin is the second pixel in a byte
   */
  static Stamp of(Mask mask, int colour, boolean odd) {
    int from = mask.x() + (odd ? 1 : 0);
    int x = Math.floorDiv(from, 2);
    int words = (from - 2 * x + mask.width() - 1) / 2 / WORD + 1;
    int width = words * WORD;
    byte[] pixels = new byte[width * mask.height()];
    for (int i = 0; i < mask.levels().length; i++) {
      if (mask.levels()[i] > 0) {
        int column = from - 2 * x + i % mask.width();
        int shift = column % 2 == 0 ? 4 : 0;
        pixels[i / mask.width() * width + column / 2] |=
            (byte) (colour + mask.levels()[i] - 1 << shift);
      }
    }
    return new Stamp(x, mask.y(), width, mask.height(), pixels);
  }
}
