package vn.cachlamhay.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.richtext.RichText;

/** The documents of {@code resources/word}. */
final class WordFixture {

  static final Path FOLDER = Path.of("src/test/resources/word");

  private WordFixture() {}

  /** Those that are read without LibreOffice. */
  static List<Path> documents() {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".docx")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path get(String name) {
    return FOLDER.resolve(name);
  }

  static Manuscript read(Path file) throws IOException {
    try (var documents = new WordDocuments(WordOptions.USUAL)) {
      return documents.read(file);
    }
  }

  static String markdown(Manuscript manuscript) {
    return RichText.read(manuscript, "bai").markdown(1, "anh-").markdown();
  }

  /** The Markdown, then a line for each thing that is told beside it. */
  static String told(Manuscript manuscript) {
    var out = new StringBuilder(markdown(manuscript)).append("~~~~~~\n");
    for (Hint hint : manuscript.hints()) {
      if (hint.about() != Hint.About.FILE_NAME) {
        out.append(hint.about()).append(": ").append(hint.value()).append('\n');
      }
    }
    manuscript.dropped().forEach(line -> out.append("dropped: ").append(line).append('\n'));
    for (Problem notice : manuscript.notices()) {
      String words = notice.code().code() + " " + String.join("; ", notice.args());
      out.append("notice: ").append(words.strip()).append('\n');
    }
    return out.toString();
  }
}
