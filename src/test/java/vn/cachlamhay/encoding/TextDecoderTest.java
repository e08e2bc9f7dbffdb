package vn.cachlamhay.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files in {@code resources/encoding} are read as the ones beside them say: the encoding in the
 * first line, then the text.
 */
class TextDecoderTest {

  private static final Path FOLDER = Path.of("src/test/resources/encoding");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFileIsReadAsItWasWritten(String name) throws IOException {
    String expected = Files.readString(FOLDER.resolve(name + ".expected"));
    int end = expected.indexOf('\n');

    Decoded decoded = TextDecoder.decode(Files.readAllBytes(FOLDER.resolve(name + ".txt")));

    assertThat(decoded.text()).isEqualTo(expected.substring(end + 1));
    assertThat(decoded.encoding()).isEqualTo(expected.substring(0, end));
  }

  @Test
  void thereAreEnoughCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void itSaysHowSureItIs() throws IOException {
    assertThat(certainty("utf-8-co-dau")).isEqualTo(Certainty.SURE);
    assertThat(certainty("tieng-viet-khong-dau")).isEqualTo(Certainty.SURE);
    assertThat(certainty("tcvn3")).isEqualTo(Certainty.LIKELY);
    assertThat(certainty("lan-lon")).isEqualTo(Certainty.LIKELY);
    assertThat(certainty("tieng-phap-1252")).isEqualTo(Certainty.UNSURE);
    assertThat(certainty("utf-8-mat-mot-byte")).isEqualTo(Certainty.LIKELY);
  }

  private static Certainty certainty(String name) throws IOException {
    return TextDecoder.decode(Files.readAllBytes(FOLDER.resolve(name + ".txt"))).certainty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1258", "utf-8", "x-user-defined", "no such name", "iso-8859-1"})
  void aPageIsReadWhateverItSays(String charset) {
    String body = "<p>Bản Nà Lầu giữ nước đầu nguồn, mỗi đảng viên giúp hai hộ trồng rừng.</p>";
    byte[] head =
        ("<html><head><meta charset=\"" + charset + "\"></head><body>\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (OldWriter writer : List.of(OldWriter.windows1258(), OldWriter.tcvn3(), OldWriter.vni())) {
      byte[] bytes = join(head, writer.bytes(body));
      assertThat(TextDecoder.decode(bytes).text()).endsWith(body);
      assertThat(TextDecoder.decode(bytes, Optional.of("iso-8859-1")).text()).endsWith(body);
    }
  }

  @Test
  void aPageWithOldFontsIsLeftToItsFonts() {
    byte[] shown = OldWriter.tcvn3().bytes("Bản Nà Lầu giữ nước đầu nguồn, mỗi đảng viên một tay.");
    byte[] head = "<html><p><font face=\".VnTime\">".getBytes(StandardCharsets.US_ASCII);
    String expected = Windows1252.text(shown, 0, shown.length);

    assertThat(TextDecoder.decode(join(head, shown)).text()).endsWith(expected);
    byte[] utf8 = join(head, expected.getBytes(StandardCharsets.UTF_8));
    assertThat(TextDecoder.decode(utf8).text()).endsWith(expected);
  }

  @Test
  void aPageInAnotherLanguageIsReadByItsName() {
    String page = "<html><head><meta charset=windows-1251></head><p>Привет, мир</p>";
    assertThat(TextDecoder.decode(page.getBytes(Charset.forName("windows-1251"))).text())
        .isEqualTo(page);
  }

  @Test
  void nothingIsNothing() {
    assertThat(TextDecoder.decode(new byte[0])).isEqualTo(new Decoded("", "UTF-8", Certainty.SURE));
  }

  /** Words of other languages among Vietnamese ones, in UTF-8: not a letter changes. */
  @Property(seed = "20180912", tries = 2000)
  void whatIsUnicodeStays(@ForAll("unicode") String text) {
    assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    assertThat(TextDecoder.repair(text).text()).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> unicode() {
    Arbitrary<String> word =
        Arbitraries.of(
            ("xã hội là có và cũng giờ được người ở Đắk Lắk Ðiện năm 2018 19:58 88,78% ông bà"
                    + " già hè lá mía tô bí thì vì té ngã cá ổi Quảng Ngãi KẾT QUẢ NGHĨA ĐẢNG"
                    + " café élève où là déjà garçon Noël naïve hôtel à été forêt château Besançon"
                    + " für über schön größer Straße Mädchen Äpfel Öl Ärger grün fünf müssen"
                    + " está aquí mañana más también niño São Paulo não está você irmão då små på"
                    + " αβγ Αθήνα ελληνικά Москва привет ещё café, “là” (à) – … 30°C m² £5 €10 ½"
                    + " Ångström Ø ç ñ ü ß æ œ µ © ® ± · » « ¿qué? ¡hola! naïveté «s» »s« «a» på å låse")
                .split(" "));
    return word.list()
        .ofMaxSize(14)
        .map(words -> String.join(" ", words))
        .list()
        .ofMaxSize(5)
        .map(lines -> String.join("\n", lines));
  }

  /** What comes in an old encoding comes out, whatever is around it. */
  @Property(seed = "20180912", tries = 300)
  void noBytesMakeItFail(@ForAll byte[] bytes) {
    Decoded decoded = TextDecoder.decode(bytes);
    assertThat(decoded.encoding()).isNotEmpty();
    assertThat(decoded.certainty()).isNotNull();
  }

  @Property(seed = "20180912", tries = 300)
  void linesAreNeitherLostNorMade(@ForAll("lines") List<String> lines) {
    OldWriter writer = OldWriter.vni();
    String text = String.join("\r\n", lines);
    Decoded decoded = TextDecoder.decode(writer.bytes(text));
    assertThat(decoded.text().lines().count()).isEqualTo(text.lines().count());
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("Đảng viên giúp hộ nghèo", "", "1998", "Hết", "Ảnh: Bổn", "được mùa")
        .list()
        .ofMaxSize(12);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Every pair of letters of the alphabet, since two codes may make one letter. */
  @Test
  void noTwoLettersOfUnicodeBecomeOne() {
    String all =
        Alphabet.all().stream()
            .map(
                letter ->
                    Alphabet.all().stream().map(l -> letter + l).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    assertThat(TextDecoder.decode(all.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(all);
  }
}
