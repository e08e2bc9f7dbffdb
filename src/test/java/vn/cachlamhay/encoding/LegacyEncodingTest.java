package vn.cachlamhay.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter of the alphabet in every tone and both cases, in every encoding. */
class LegacyEncodingTest {

  static Stream<Arguments> writers() {
    return Stream.of(
        Arguments.of(LegacyEncoding.VNI, OldWriter.vni()),
        Arguments.of(LegacyEncoding.WINDOWS_1258, OldWriter.windows1258()),
        Arguments.of(LegacyEncoding.VISCII, OldWriter.viscii()));
  }

  @Test
  void theAlphabetIsWhole() {
    assertThat(Alphabet.accented()).hasSize(134).doesNotHaveDuplicates();
    assertThat(Alphabet.all()).hasSize(186).contains("ặ", "Ỵ", "đ", "Z");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void everyLetterComesBack(LegacyEncoding encoding, OldWriter writer) {
    for (String letter : Alphabet.all()) {
      assertThat(encoding.toUnicode(writer.shown(letter))).as(letter).isEqualTo(letter);
    }
    assertThat(writer.letters()).containsAll(Alphabet.accented());
    String text = String.join("", Alphabet.all()) + String.join(" ", Alphabet.all());
    assertThat(encoding.toUnicode(writer.shown(text))).isEqualTo(text);
  }

  @Test
  void tcvn3HasSmallLettersAndSevenCapitals() {
    OldWriter writer = OldWriter.tcvn3();

    for (String letter : Alphabet.all()) {
      boolean capital = Alphabet.tone(letter).isEmpty();
      String expected = capital ? letter : letter.toLowerCase(Locale.ROOT);
      assertThat(LegacyEncoding.TCVN3.toUnicode(writer.shown(letter))).isEqualTo(expected);
    }
  }

  @Test
  void fontsOfCapitalsMakeCapitalsOfAll() {
    OldWriter writer = OldWriter.tcvn3();

    for (String letter : Alphabet.all()) {
      String expected = letter.toUpperCase(Locale.ROOT);
      assertThat(FontText.toUnicode(".VnTimeH", writer.shown(letter))).isEqualTo(expected);
    }
  }

  /** As converters of the time wrote them: the capital, then the small letter with its tone. */
  @Test
  void capitalsOfConvertersComeBack() {
    OldWriter writer = OldWriter.tcvn3();

    for (String letter : Alphabet.accented()) {
      if (!Alphabet.tone(letter).isEmpty() && !letter.equals(letter.toLowerCase(Locale.ROOT))) {
        String written = writer.shown(Alphabet.base(letter)) + writer.shown(letter);
        assertThat(LegacyEncoding.TCVN3.toUnicode(written)).isEqualTo(letter);
      }
    }
  }

  @Test
  void smallMarksBehindCapitalsOfVniAreReadToo() {
    OldWriter writer = OldWriter.vni();
    for (String letter : Alphabet.accented()) {
      String codes = writer.shown(letter);
      if (codes.length() == 2) {
        String mixed = codes.charAt(0) + swapCase(codes.substring(1));
        assertThat(LegacyEncoding.VNI.toUnicode(mixed)).as(mixed).isEqualTo(letter);
      }
    }
  }

  @Test
  void vpsHasEveryLetterOnce() {
    var found = new HashSet<String>();
    for (int code = 1; code < 256; code++) {
      String shown = String.valueOf(Windows1252.letter(code));
      assertThat(found.add(LegacyEncoding.VPS.toUnicode(shown))).as("%02x", code).isTrue();
    }

    assertThat(found).containsAll(Alphabet.all());
    // from the chart of vietunicode
    assertThat(LegacyEncoding.VPS.toUnicode("Vi\u0152t Nam \u00c7\u00b6c l\u00c6p"))
        .isEqualTo("Việt Nam độc lập");
  }

  @ParameterizedTest
  @MethodSource("iconvNames")
  void theGnuLibraryReadsTheSameCodes(LegacyEncoding encoding, String name, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/iconv")).as("iconv").exists();
    for (int code = 0xA1; code < 256; code++) {
      String shown = String.valueOf(Windows1252.letter(code));
      String ours = encoding.toUnicode(shown);
      if (encoding == LegacyEncoding.TCVN3 && ours.equals(shown)) {
        // VN3 is the part of the standard that leaves these free
        continue;
      }
      assertThat(iconv(new byte[] {(byte) code, ' '}, name, folder))
          .as("%s %02x", name, code)
          .isEqualTo(Normalizer.normalize(ours, Normalizer.Form.NFC) + " ");
    }
  }

  static Stream<Arguments> iconvNames() {
    return Stream.of(
        Arguments.of(LegacyEncoding.TCVN3, "TCVN5712-1"),
        Arguments.of(LegacyEncoding.VISCII, "VISCII"),
        Arguments.of(LegacyEncoding.WINDOWS_1258, "CP1258"));
  }

  private static String iconv(byte[] bytes, String name, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("in");
    Path out = folder.resolve("out");
    Files.write(file, bytes);
    Process process =
        new ProcessBuilder(List.of("iconv", "-f", name, "-t", "UTF-8", file.toString()))
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return Normalizer.normalize(Files.readString(out, StandardCharsets.UTF_8), Normalizer.Form.NFC);
  }

  private static String swapCase(String mark) {
    String lower = mark.toLowerCase(Locale.ROOT);
    return lower.equals(mark) ? mark.toUpperCase(Locale.ROOT) : lower;
  }
}
