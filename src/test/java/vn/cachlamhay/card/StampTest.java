package vn.cachlamhay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Stamps lie on a canvas pixel by pixel, wherever they begin. */
class StampTest {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 20;

  @Test
  void liesWhereItShouldAboveWhatIsThere() throws IOException {
    Mask mask = Mask.of(new Rectangle(1, -5, 9, 4));
    for (int x = 8; x < 28; x++) {
      var canvas = new Canvas(WIDTH, HEIGHT);
      canvas.fill(8, 10, 9);
      canvas.draw(Stamp.of(mask, 1, x % 2 != 0), x, 12);
      int[] colours = new int[16];
      for (int i = 0; i < colours.length; i++) {
        colours[i] = i;
      }
      byte[] png = IndexedPng.of(WIDTH, HEIGHT, colours, canvas.compressed(true));
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      for (int row = 0; row < HEIGHT; row++) {
        for (int column = 0; column < WIDTH; column++) {
          boolean inked = row >= 7 && row < 11 && column > x && column <= x + 9;
          int ground = row == 8 || row == 9 ? 9 : 0;
          assertThat(image.getRaster().getSample(column, row, 0))
              .as("%d: %d, %d", x, column, row)
              .isEqualTo(inked ? Mask.STEPS : ground);
        }
      }
    }
  }

  @Test
  void whatWouldLieOutsideIsCut() {
    Mask mask = Mask.of(new Rectangle(0, 0, 40, 30));
    for (int x = -50; x < WIDTH + 20; x += 7) {
      var canvas = new Canvas(WIDTH, HEIGHT);
      canvas.draw(Stamp.of(mask, 1, x % 2 != 0), x, -10);
      canvas.draw(Stamp.of(mask, 1, x % 2 != 0), x, HEIGHT - 5);
      assertThat(canvas.compressed(true).length()).isEqualTo(HEIGHT * (1 + WIDTH / 2));
    }
  }
}
