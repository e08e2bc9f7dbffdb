package vn.cachlamhay.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The clipboards in {@code resources/richtext} become exactly the Markdown beside them ({@code
 * -Dfixtures.update=true} writes it anew), and no word is lost or doubled on the way to the page.
 */
class PasteFixturesTest {

  private static final Path FOLDER = Path.of("src/test/resources/richtext");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - 5))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void thePasteIsExactlyThis(String name) throws IOException {
    MarkdownText pasted = paste(name);
    String told =
        pasted.notices().stream()
            .map(notice -> "<!-- " + notice.code().code() + args(notice.args()) + " -->\n")
            .collect(Collectors.joining());
    String result = pasted.markdown() + (told.isEmpty() ? "" : "\n" + told);
    Path expected = FOLDER.resolve(name + ".md");
    if (Boolean.getBoolean("fixtures.update")) {
      Files.writeString(expected, result);
    }

    assertThat(result).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void noWordIsLostAndNoneIsDoubled(String name) throws IOException {
    String source = Proof.source(html(name));
    String page = Proof.page(paste(name).markdown());

    // notes stand at the end of both; bullets in cells are ours
    assertThat(Proof.wordList(page)).containsExactlyElementsOf(Proof.wordList(source));
    assertThat(bare(page)).isEqualTo(bare(source));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyPictureStandsWhereItSays(String name) throws IOException {
    MarkdownText pasted = paste(name);

    for (MarkdownText.Picture picture : pasted.pictures()) {
      assertThat(pasted.markdown().substring(picture.start())).startsWith(picture.name());
    }
    List<String> stored = pasted.pictures().stream().map(p -> "anh/" + p.name()).toList();
    String whole = pasted.withReferences(p -> Optional.of("anh/" + p.name()));
    String none = pasted.withReferences(p -> Optional.empty());
    assertThat(Proof.rendered(whole).select("img").eachAttr("src")).isEqualTo(stored);
    assertThat(Proof.rendered(none).select("img")).isEmpty();
    assertThat(none).doesNotContain("anh-dan-");
  }

  @Test
  void thereAreEnoughCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(25);
  }

  private static String args(List<String> args) {
    return args.isEmpty() ? "" : " " + String.join(" ", args);
  }

  /** Without spaces, and without the marks that stand for something else on either side. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\u2022\uf000-\uf0ff]", "");
  }

  static MarkdownText paste(String name) throws IOException {
    Path rtf = FOLDER.resolve(name + ".rtf");
    return PastedText.of(
        html(name),
        Files.exists(rtf)
            ? Optional.of(Files.readString(rtf, java.nio.charset.StandardCharsets.ISO_8859_1))
            : Optional.empty());
  }

  private static String html(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name + ".html"));
  }
}
