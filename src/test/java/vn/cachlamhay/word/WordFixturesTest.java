package vn.cachlamhay.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

/** What each document of {@code resources/word} says; {@code make/make.py} makes them. */
class WordFixturesTest {

  static List<Path> documents() {
    return WordFixture.documents();
  }

  static List<Path> articles() {
    return documents().stream().filter(f -> f.getFileName().toString().startsWith("bai-")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void saysExactlyThis(Path document) throws IOException {
    Path expected = document.resolveSibling(name(document).replace(".docx", ".md"));

    assertThat(WordFixture.told(WordFixture.read(document))).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("articles")
  void losesNoSentenceOfAnArticle(Path document) throws IOException {
    Path yaml = document.resolveSibling(name(document).replace(".docx", ".yaml"));
    var wanted =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(yaml));
    Manuscript manuscript = WordFixture.read(document);
    String text = manuscript.html().body().text();

    assertThat((List<?>) wanted.get("sentences"))
        .hasSizeGreaterThan(5)
        .allSatisfy(sentence -> assertThat(text).contains(sentence.toString()));
    assertThat(text).containsIgnoringCase(wanted.get("title").toString());
    assertThat(manuscript.hints())
        .filteredOn(hint -> hint.about() == Hint.About.FILE_NAME)
        .extracting(Hint::value)
        .containsExactly(name(document));
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(documents()).hasSizeGreaterThan(40);
    assertThat(articles()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void picturesOpenAndNothingElseDoes() throws IOException {
    Manuscript manuscript = WordFixture.read(WordFixture.get("anh-chu-thich.docx"));
    String address = manuscript.html().selectFirst("img").attr("src");

    assertThat(address).isEqualTo("x-anh:1.png");
    assertThat(manuscript.files().open(address))
        .hasValueSatisfying(b -> assertThat(b).isNotEmpty());
    assertThat(manuscript.files().open("word/document.xml")).isEqualTo(Optional.empty());
    assertThat(manuscript.files().open("http://127.0.0.1:9/anh.png")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "Bài.DOCX, true", "bai.doc, true", "bai.odt, true", "bai.rtf, true", "mau.dotx, true",
    "~$bai.docx, false", ".~lock.bai.odt#, false", "bai.xlsx, false", "docx, false",
        "bai.pdf, false"
  })
  void knowsDocumentsByTheirNames(String name, boolean document) {
    assertThat(WordDocuments.reads(name)).isEqualTo(document);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
