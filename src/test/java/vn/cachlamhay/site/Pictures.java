package vn.cachlamhay.site;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Makes pictures of some size. */
final class Pictures {

  private static final int LARGEST = 90;

  private Pictures() {}

  /** All of these are files of one size: the numbers in them have two digits. */
  static String svg(Dice dice) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"/>\n"
        .formatted(10 + dice.below(LARGEST), 10 + dice.below(LARGEST));
  }

  static byte[] png(Dice dice) {
    var pixels =
        new BufferedImage(
            1 + dice.below(LARGEST), 1 + dice.below(LARGEST), BufferedImage.TYPE_INT_RGB);
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
