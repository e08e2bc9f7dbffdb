package vn.cachlamhay.picture;

import java.awt.image.BufferedImage;

/**
 * Pixels in sRGB, as they are stored in a file or turned to be looked at. Immutable by convention:
 * nobody writes to the array.
 *
 * @param bands 3, or 4 with how opaque they are; colours are multiplied by that
 * @param samples 0 to 255, row by row, the bands of a pixel beside each other
 */
record Pixels(int width, int height, int bands, int[] samples) {

  /** Turned as an orientation of EXIF says. */
  Pixels turned(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean sideways = orientation > 4;
    int w = sideways ? height : width;
    int h = sideways ? width : height;
    int[] turned = new int[samples.length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int from = (row(orientation, x, y) * width + column(orientation, x, y)) * bands;
        System.arraycopy(samples, from, turned, (y * w + x) * bands, bands);
      }
    }
    return new Pixels(w, h, bands, turned);
  }

  private int column(int orientation, int x, int y) {
    return switch (orientation) {
      case 2, 3 -> width - 1 - x;
      case 5, 6 -> y;
      case 7, 8 -> width - 1 - y;
      default -> x;
    };
  }

  private int row(int orientation, int x, int y) {
    return switch (orientation) {
      case 3, 4 -> height - 1 - y;
      case 5, 8 -> x;
      case 6, 7 -> height - 1 - x;
      default -> y;
    };
  }

  /** Makes them smaller. */
  Pixels scaled(int newWidth, int newHeight) {
    int row = width * bands;
    return Scaler.scaled(
        (y, into) -> System.arraycopy(samples, y * row, into, 0, row),
        bands,
        width,
        height,
        newWidth,
        newHeight);
  }

  /** As Java's picture writers want them. */
  BufferedImage image() {
    boolean alpha = bands == 4;
    var image =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * bands;
        int opaque = alpha ? samples[at + 3] : 255;
        row[x] =
            opaque << 24
                | plain(samples[at], opaque) << 16
                | plain(samples[at + 1], opaque) << 8
                | plain(samples[at + 2], opaque);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  private static int plain(int multiplied, int opaque) {
    return opaque == 255 || opaque == 0
        ? multiplied
        : Math.min(255, (multiplied * 255 + opaque / 2) / opaque);
  }
}
