package vn.cachlamhay.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of photographs. */
class PhotoTest {

  @TempDir Path folder;

  /** How the pixels lie in the file when the camera was held so. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPictureIsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
    BufferedImage upright = SamplePictures.quarters(800, 400, BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = SamplePictures.jpeg(held(upright, orientation), 0.9f);
    ByteOrder order = orientation % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] file = SamplePictures.fromCamera(jpeg, orientation, order);
    assertThat(header(file).shownWidth()).isEqualTo(800);
    Photo photo = photo(file);

    byte[] own = photo.own();
    assertQuarters(own, 800, 400);
    assertQuarters(photo.smaller(360, own), 360, 180);
    assertThat(header(own).orientation()).isEqualTo(1);
    // whoever is handed the file itself sees it upright too
    assertThat(header(photo.stripped()).orientation()).isEqualTo(orientation);
    for (byte[] published : new byte[][] {own, photo.stripped(), photo.smaller(360, own)}) {
      assertThat(text(published)).doesNotContain("GPS").doesNotContain("105.8542");
    }
    assertThat(text(file)).contains(SamplePictures.SECRET);
  }

  @Test
  void whatIsLargeBecomesSmallerAndWhatIsSmallStays() throws IOException {
    byte[] large = SamplePictures.jpeg(3000, 1500);
    assertQuarters(photo(large).own(), 1600, 800);
    byte[] small = SamplePictures.jpeg(900, 450);
    assertThat(photo(small).own()).isEqualTo(small);
  }

  /** A photograph saved at the highest quality, of a size that pages show. */
  @Test
  void whatTakesManyBytesWithoutLookingBetterIsWrittenAnew() throws IOException {
    var image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int y = 0; y < 800; y++) {
      for (int x = 0; x < 1200; x++) {
        image.setRGB(x, y, new Color(100 + random.nextInt(60), 120, y / 4).getRGB());
      }
    }
    byte[] generous = SamplePictures.jpeg(image, 1);
    byte[] own = photo(generous).own();
    assertThat(own.length).isLessThan(generous.length / 2);
    assertThat(header(own).width()).isEqualTo(1200);
  }

  @Test
  void theSameBytesComeOutEachTime() throws IOException {
    byte[] file =
        SamplePictures.fromCamera(SamplePictures.jpeg(2000, 1000), 6, ByteOrder.BIG_ENDIAN);
    byte[] own = photo(file).own();
    assertThat(photo(file).own()).isEqualTo(own);
    assertThat(photo(file).smaller(720, own)).isEqualTo(photo(file).smaller(720, own));
  }

  @ParameterizedTest
  @CsvSource({
    "0,   0,   0,   0,   255, 255, 255",
    "0,   0,   0,   255, 0,   0,   0",
    "255, 0,   0,   0,   0,   255, 255",
    "0,   255, 255, 0,   255, 0,   0",
    "0,   0,   0,   128, 127, 127, 127",
  })
  void coloursOfPrintingBecomeThoseOfScreens(
      int cyan, int magenta, int yellow, int black, int red, int green, int blue)
      throws IOException {
    byte[] file = SamplePictures.inInks(400, 200, cyan, magenta, yellow, black);
    BufferedImage own = ImageIO.read(new ByteArrayInputStream(photo(file).own()));
    assertNear(own.getRGB(200, 100), new Color(red, green, blue), 6);
  }

  /** Java's own conversion would make 128 a 188. */
  @Test
  void greyStaysAsDarkAsItIs() throws IOException {
    var grey = new BufferedImage(2000, 100, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(
        ((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 128);
    for (byte[] file : new byte[][] {SamplePictures.png(grey), SamplePictures.jpeg(grey, 0.9f)}) {
      BufferedImage own = ImageIO.read(new ByteArrayInputStream(photo(file).own()));
      assertNear(own.getRGB(800, 40), new Color(128, 128, 128), 2);
    }
  }

  @Test
  void sixteenBitsAreReadAsEight() throws IOException {
    var grey = new BufferedImage(2000, 100, BufferedImage.TYPE_USHORT_GRAY);
    Arrays.fill(
        ((java.awt.image.DataBufferUShort) grey.getRaster().getDataBuffer()).getData(),
        (short) 0x8000);
    BufferedImage own =
        ImageIO.read(new ByteArrayInputStream(photo(SamplePictures.png(grey)).own()));
    assertNear(own.getRGB(800, 40), new Color(128, 128, 128), 2);
  }

  /** Where something shines through, its colour must not mix with that of what is clear. */
  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED})
  void whatIsClearStaysClear(int type) throws IOException {
    var image = new BufferedImage(2000, 100, type);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 999, 100);
    graphics.dispose();
    byte[] file = SamplePictures.png(image);
    BufferedImage own = ImageIO.read(new ByteArrayInputStream(photo(file).own()));
    assertThat(own.getRGB(100, 40)).isEqualTo(Color.RED.getRGB());
    if (type == BufferedImage.TYPE_INT_ARGB) {
      assertThat(own.getRGB(1500, 40) >>> 24).isZero();
      int edge = own.getRGB(799, 40);
      assertThat(edge >>> 24).isEqualTo(51);
      assertThat(edge & 0xFFFFFF).isEqualTo(0xFF0000);
    }
  }

  @Test
  void aSmallerFileThatIsLargerGivesWay() throws IOException {
    byte[] noise = SamplePictures.png(fewColours());
    Photo photo = photo(noise);
    assertThat(photo.smaller(1080, noise)).isSameAs(noise);
  }

  /** Two colours that change often: smoothing makes many colours of them. */
  private static BufferedImage fewColours() {
    var image = new BufferedImage(1400, 300, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 1400; x++) {
        image.setRGB(x, y, (x * 7 + y * y) % 5 == 0 ? 0xFFFFFF : 0);
      }
    }
    return image;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  void aFileThatWasCutOffIsBroken(int part) throws IOException {
    byte[] jpeg = SamplePictures.jpeg(2000, 1000);
    byte[] cut = Arrays.copyOf(jpeg, jpeg.length - jpeg.length / part);
    assertThatThrownBy(() -> photo(cut).own()).isInstanceOf(IOException.class);
    byte[] png =
        SamplePictures.png(SamplePictures.quarters(2000, 1000, BufferedImage.TYPE_INT_RGB));
    byte[] cutPng = Arrays.copyOf(png, png.length - png.length / part);
    assertThatThrownBy(() -> photo(cutPng).own()).isInstanceOf(IOException.class);
  }

  /** Nothing but an IOException, whatever has happened to the file. */
  @Test
  void brokenBytesAreToldAsSuch() throws IOException {
    byte[] jpeg =
        SamplePictures.fromCamera(SamplePictures.jpeg(1700, 100), 6, ByteOrder.LITTLE_ENDIAN);
    var random = new Random(2);
    for (int i = 0; i < 80; i++) {
      byte[] broken = jpeg.clone();
      for (int n = 0; n < 4; n++) {
        broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("x.jpg"), broken);
      try {
        var header = PictureHeader.read(file);
        if (header.isPresent() && (long) header.get().width() * header.get().height() < 1e7) {
          var photo = new Photo(broken, header.get());
          photo.stripped();
          photo.own();
        }
      } catch (IOException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  private PictureHeader header(byte[] bytes) throws IOException {
    return PictureHeader.read(Files.write(folder.resolve("x"), bytes)).orElseThrow();
  }

  private Photo photo(byte[] bytes) throws IOException {
    return new Photo(bytes, header(bytes));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void assertQuarters(byte[] file, int width, int height) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    for (int i = 0; i < 4; i++) {
      int x = width / 4 + i % 2 * (width / 2);
      int y = height / 4 + i / 2 * (height / 2);
      assertNear(image.getRGB(x, y), SamplePictures.QUARTERS[i], 8);
    }
  }

  private static void assertNear(int found, Color wanted, int tolerance) {
    var colour = new Color(found);
    assertThat(
            Math.max(
                Math.abs(colour.getRed() - wanted.getRed()),
                Math.max(
                    Math.abs(colour.getGreen() - wanted.getGreen()),
                    Math.abs(colour.getBlue() - wanted.getBlue()))))
        .as("%s instead of %s", colour, wanted)
        .isLessThanOrEqualTo(tolerance);
  }

  /**
   * The pixels as a camera stores them: EXIF says of each orientation on which side of the view row
   * 0 and column 0 lie.
   */
  private static BufferedImage held(BufferedImage upright, int orientation) {
    boolean sideways = orientation > 4;
    int width = sideways ? upright.getHeight() : upright.getWidth();
    int height = sideways ? upright.getWidth() : upright.getHeight();
    var held = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int right = upright.getWidth() - 1;
        int bottom = upright.getHeight() - 1;
        int rgb =
            switch (orientation) {
              case 2 -> upright.getRGB(right - column, row);
              case 3 -> upright.getRGB(right - column, bottom - row);
              case 4 -> upright.getRGB(column, bottom - row);
              case 5 -> upright.getRGB(row, column);
              case 6 -> upright.getRGB(right - row, column);
              case 7 -> upright.getRGB(right - row, bottom - column);
              case 8 -> upright.getRGB(row, bottom - column);
              default -> upright.getRGB(column, row);
            };
        held.setRGB(column, row, rgb);
      }
    }
    return held;
  }
}
