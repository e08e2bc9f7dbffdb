package vn.cachlamhay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first bytes of pictures say. JPEG and its orientations: PhotoTest. */
class PictureHeaderTest {

  @TempDir Path folder;

  /** Headers written by hand, after the specifications of the formats. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GIF  | 474946383961 2C01 C800 80                                           | 300 | 200
          PNG  | 89504E470D0A1A0A 0000000D 49484452 0000012C 000000C8                | 300 | 200
          WEBP | 52494646 00000000 57454250 56503858 0A000000 00000000 2B0100 C70000 | 300 | 200
          WEBP | 52494646 00000000 57454250 5650384C 0A000000 2F 2BC13100 0000000000 | 300 | 200
          WEBP | 52494646 00000000 57454250 56503820 0A000000 000000 9D012A 2C01 C800 | 300 | 200
          JPEG | FFD8 FFE0 0004 0000 FFFF C2 0011 08 00C8 012C                       | 300 | 200
          """)
  void saysFormatAndSize(PictureHeader.Format format, String hex, int width, int height)
      throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    Path file = Files.write(folder.resolve("x"), bytes);
    assertThat(PictureHeader.read(file)).contains(new PictureHeader(format, width, height, 1));
    // a byte less than is needed is not enough, and nothing worse
    Files.write(file, Arrays.copyOf(bytes, 9));
    assertThat(PictureHeader.read(file)).isEmpty();
  }

  @Test
  void whatIsNoPictureSaysNothing() throws IOException {
    for (String text : new String[] {"", "a", "Không phải ảnh", "RIFF....WAVEfmt ....."}) {
      assertThat(PictureHeader.read(Files.writeString(folder.resolve("x"), text))).isEmpty();
    }
  }
}
