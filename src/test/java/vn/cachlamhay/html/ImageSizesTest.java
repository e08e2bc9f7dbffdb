package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** Sizes of picture files, and no size where a file does not tell it. */
class ImageSizesTest {

  @TempDir Path folder;

  private final ImageSizes sizes = new ImageSizes();

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void readsRasterFiles(String format) throws IOException {
    Path file = folder.resolve("ảnh." + format);
    Files.write(file, picture(format));
    assertThat(sizes.of(file)).contains(new ImageSizes.Size(37, 21));
  }

  /** The contents decide, not the name. */
  @Test
  void readsAPictureUnderAnotherExtension() throws IOException {
    Path file = folder.resolve("ảnh.JPG");
    Files.write(file, picture("png"));
    assertThat(sizes.of(file)).contains(new ImageSizes.Size(37, 21));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          width="640" height="480"                     | 640x480
          width="640px" height="480px"                 | 640x480
          width="640.4" height="479.6"                 | 640x480
          viewBox="0 0 300 150"                        | 300x150
          viewBox="0,0,300,150"                        | 300x150
          width="100%" height="100%" viewBox="0 0 8 4" | 8x4
          width="640" height="480" viewBox="0 0 8 4"   | 640x480
          width="100%"                                 |
          viewBox="0 0 300"                            |
          viewBox="0 0 0 0"                            |
          viewBox="a b c d"                            |
          width="-1" height="5"                        |
          x="1"                                        |
          """)
  void readsVectorFiles(String attributes, String expected) throws IOException {
    Path file = folder.resolve("hình.svg");
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?>\n<!-- x -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            + attributes
            + "><rect/></svg>");
    assertThat(sizes.of(file).map(size -> size.width() + "x" + size.height()).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.svg", "a.txt", "a"})
  void knowsNoSizeOfWhatIsNoPicture(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, "không phải ảnh".getBytes(StandardCharsets.UTF_8));
    assertThat(sizes.of(file)).isEmpty();
    Files.write(folder.resolve("empty-" + name), new byte[0]);
    assertThat(sizes.of(folder.resolve("empty-" + name))).isEmpty();
  }

  @Test
  void knowsNoSizeOfAVectorFileThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("a.svg");
    Files.write(file, new byte[] {'<', 's', 'v', 'g', ' ', (byte) 0xff, '>'});
    assertThat(sizes.of(file)).isEmpty();
  }

  /** A broken picture is shown without a size; it never breaks the build. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void survivesBrokenRasterFiles(String format) throws IOException {
    byte[] whole = picture(format);
    var random = new Random(1);
    for (int i = 0; i < 400; i++) {
      byte[] broken = Arrays.copyOf(whole, 3 + random.nextInt(Math.min(80, whole.length - 3)));
      for (int n = random.nextInt(6); n > 0; n--) {
        broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
      }
      Path file = folder.resolve(i + "." + format);
      Files.write(file, broken);
      assertThat(sizes.of(file))
          .as("bytes %s", java.util.HexFormat.of().formatHex(broken))
          .satisfies(
              size ->
                  size.ifPresent(
                      s -> {
                        assertThat(s.width()).isPositive();
                        assertThat(s.height()).isPositive();
                      }));
    }
  }

  private static byte[] picture(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(37, 21, BufferedImage.TYPE_INT_RGB), format, out))
        .isTrue();
    return out.toByteArray();
  }
}
