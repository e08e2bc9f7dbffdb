package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

/**
 * The files in {@code resources/importer/van-ban} become exactly the HTML beside them ({@code
 * -Dfixtures.update=true} writes it anew).
 */
class TextManuscriptTest {

  private static final Path FOLDER = Path.of("src/test/resources/importer/van-ban");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theTextIsExactlyThis(String name) throws IOException {
    Manuscript manuscript = TextManuscript.read(FOLDER.resolve(name));
    String told =
        manuscript.notices().stream()
            .map(notice -> "<!-- " + notice.code().code() + " " + notice.args() + " -->\n")
            .collect(Collectors.joining());
    String html =
        manuscript.html().body().html().replaceAll("(</p>|</?[uo]l[^>]*>|</li>)", "$1\n") + told;
    Path expected = FOLDER.resolve(name.replace(".txt", ".html"));
    if (Boolean.getBoolean("fixtures.update")) {
      Files.writeString(expected, html);
    }

    assertThat(html).isEqualTo(Files.readString(expected));
    assertThat(manuscript.hints()).containsExactly(new Hint(Hint.About.FILE_NAME, name, "tên tệp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n", "\ufeff", "\ufeff\n"})
  void anEmptyFileIsRefused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), ProblemCode.VAN_BAN_RONG);
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, ProblemCode.VAN_BAN_NHI_PHAN);
    byte[] noise = new byte[5000];
    new Random(20180912).nextBytes(noise);
    assertRefused(noise, ProblemCode.VAN_BAN_NHI_PHAN);
    for (int i = 0; i < noise.length; i++) {
      // the same without the code that gives it away
      noise[i] = noise[i] == 0 ? 7 : noise[i];
    }
    assertRefused(noise, ProblemCode.VAN_BAN_NHI_PHAN);
  }

  @Test
  void aFileThatIsTooLargeIsNotRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("to.txt");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      // has that length and takes no place on the disk
      large.setLength(TextManuscript.MOST + 1L);
    }

    assertThatThrownBy(() -> TextManuscript.read(file))
        .isInstanceOfSatisfying(
            SiteException.class,
            refused -> {
              assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.VAN_BAN_QUA_LON);
              assertThat(Messages.in("vi").format(refused.problems().get(0)))
                  .contains("to.txt", "100 MB", "chia tệp");
            });
  }

  @Test
  void itTellsWhereItIsNotSure() {
    byte[] french = "Le café est prêt, élève".getBytes(Charset.forName("windows-1252"));

    assertThat(TextManuscript.of(french, "a.txt").notices())
        .extracting(notice -> notice.code())
        .containsExactly(ProblemCode.VAN_BAN_MA_KHAC, ProblemCode.VAN_BAN_MA_CHUA_CHAC);
    assertThat(TextManuscript.of("Xã".getBytes(StandardCharsets.UTF_8), "a.txt").notices())
        .isEmpty();
  }

  /** No letter of a text is lost, however its lines are. */
  @Property(seed = "20180912", tries = 500)
  void noLetterIsLost(@ForAll("texts") String text) {
    Manuscript manuscript = TextManuscript.of(("x\n" + text).getBytes(StandardCharsets.UTF_8), "a");

    assertThat(letters(manuscript.html().body().wholeText())).isEqualTo(letters("x" + text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "- một",
            "+ hai",
            "1. ba",
            "2. bốn",
            "9) năm",
            "",
            "",
            "  thụt vào",
            "\tthụt",
            "Đoạn rất dài đến nỗi phải ngắt ra thành nhiều dòng cho vừa khổ giấy của",
            "máy in kim ngày trước, mỗi dòng chỉ chừng bảy mươi chữ rồi xuống hàng mà",
            "không hết câu.",
            "12/9",
            "<b>&amp;",
            "3.")
        .list()
        .ofMaxSize(12)
        .map(lines -> String.join("\n", lines));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}/<>&;]", "");
  }

  private static void assertRefused(byte[] bytes, ProblemCode code) {
    assertThatThrownBy(() -> TextManuscript.of(bytes, "a.txt"))
        .isInstanceOfSatisfying(
            SiteException.class,
            refused -> assertThat(refused.problems().get(0).code()).isEqualTo(code));
  }
}
