package vn.cachlamhay.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A shape in pixels, each covered in one of a few steps. Immutable.
 *
 * @param x of its left edge, seen from its origin
 * @param y of its top edge, downwards
 * @param levels row by row, 0 to {@link #STEPS}
 */
record Mask(int x, int y, int width, int height, byte[] levels) {

  /** Steps of covering; more would look no better on a telephone, and make larger files. */
  static final int STEPS = 4;

  /** The pixels of a shape. */
  static Mask of(Shape shape) {
    Rectangle bounds = shape.getBounds();
    bounds.grow(1, 1);
    var image = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.translate(-bounds.x, -bounds.y);
      graphics.setColor(Color.WHITE);
      graphics.fill(shape);
    } finally {
      graphics.dispose();
    }
    byte[] coverage = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] levels = new byte[coverage.length];
    for (int i = 0; i < coverage.length; i++) {
      levels[i] = (byte) Math.round((coverage[i] & 0xFF) * STEPS / 255f);
    }
    return new Mask(bounds.x, bounds.y, bounds.width, bounds.height, levels);
  }
}
