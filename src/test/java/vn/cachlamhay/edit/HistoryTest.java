package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;

/** Versions of an article are kept, once each, and found again whatever happened to the folder. */
class HistoryTest {

  private static final String PATH = "bai-viet/2018/a.md";
  private static final String FOLDER = ".portal-history/phien-ban/" + PATH;

  @TempDir Path site;

  private EditFixture fixture;
  private ArticleStore store;

  @BeforeEach
  void makeSite() throws IOException {
    fixture = new EditFixture(site).with(PATH, "0");
    store = fixture.store();
  }

  @Test
  void everySaveKeepsWhatWasAndWhatIs() throws IOException {
    save("1", "An");
    save("2", "Bình");

    assertThat(store.history(PATH))
        .extracting(each -> each.kind().key() + " " + each.who() + " " + text(each))
        .containsExactly("save Bình 2", "save An 1", "before-change  0");
    assertThat(store.history(PATH).get(0).time().toString()).endsWith("+07:00");
    assertThat(store.history(PATH)).extracting(Version::id).doesNotHaveDuplicates();
  }

  @Test
  void theSameBytesAreKeptOnce() throws IOException {
    save("1", "An");
    save("2", "An");
    fixture.with(PATH, "ngoài");
    save("1", "An");

    assertThat(store.history(PATH))
        .extracting(this::text)
        .containsExactly("1", "ngoài", "2", "1", "0");
    assertThat(versionFiles()).hasSize(4);
  }

  @Test
  void versionsAreFilesThatAnybodyCanOpen() throws IOException {
    save("---\ntitle: Một\n---\n", "An");

    assertThat(versionFiles())
        .allMatch(file -> file.getFileName().toString().matches("20261122-1500\\d\\d-\\d{3}\\.md"))
        .anySatisfy(file -> assertThat(file).hasContent("---\ntitle: Một\n---\n"));
    assertThat(site.resolve(FOLDER + "/nhat-ky.jsonl")).content().contains("\"who\":\"An\"");
    assertThat(site.resolve(".portal-history/.gitignore")).hasContent("*");
  }

  @Test
  void damagedLinesAndMissingFilesArePassedOver() throws IOException {
    save("1", "An");
    save("2", "An");
    save("3", "An");
    Path journal = site.resolve(FOLDER + "/nhat-ky.jsonl");
    List<String> lines = Files.readAllLines(journal);
    // the first line is cut, the file of the second is gone, the last line was never finished
    Files.writeString(
        journal,
        lines.get(0).substring(0, 30)
            + "\n{}\nnull\n[]\n\u0000\n"
            + lines.get(1)
            + "\n"
            + lines.get(2)
            + "\n"
            + lines.get(3).substring(0, 50));
    Version gone = store.history(PATH).stream().filter(v -> text(v).equals("1")).findFirst().get();
    Files.delete(site.resolve(FOLDER).resolve(gone.id() + ".md"));

    assertThat(store.history(PATH)).extracting(this::text).containsExactly("3", "2", "0");
    save("4", "An");
    assertThat(store.history(PATH)).extracting(this::text).containsExactly("4", "3", "2", "0");
  }

  @Test
  void withoutItsJournalTheVersionsAreStillThere() throws IOException {
    save("1", "An");
    save("2", "An");
    Files.delete(site.resolve(FOLDER + "/nhat-ky.jsonl"));

    assertThat(store.history(PATH)).extracting(this::text).containsExactly("2", "1", "0");
  }

  @Test
  void aVersionThatIsNoLongerWhatWasKeptIsNotGivenOut() throws IOException {
    save("1", "An");
    String id = store.history(PATH).get(0).id();
    Files.writeString(site.resolve(FOLDER).resolve(id + ".md"), "x", StandardOpenOption.APPEND);

    for (String asked : List.of(id, "20200101-000000-000", "../nhat-ky", "")) {
      assertThatThrownBy(() -> store.version(PATH, asked))
          .isInstanceOfSatisfying(
              EditException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PHIEN_BAN_HONG));
    }
  }

  @Test
  void anArticleWithoutVersionsHasNone() throws IOException {
    assertThat(store.history(PATH)).isEmpty();
    assertThat(store.history("khong-co.md")).isEmpty();
  }

  @Test
  void aComparisonTellsLineByLine() {
    assertThat(Comparison.of("một\nhai\nba\n", "một\nhai rưỡi\nba\nbốn\n").rows())
        .extracting(row -> row.kind().key() + " " + row.line())
        .containsExactly("same một", "removed hai", "added hai rưỡi", "same ba", "added bốn");
    assertThat(Comparison.of("", "a\n").rows())
        .containsExactly(new Comparison.Row(Comparison.Kind.ADDED, "a"));
    assertThat(Comparison.of("a\n", "a").rows())
        .containsExactly(new Comparison.Row(Comparison.Kind.SAME, "a"));
  }

  private void save(String text, String who) throws IOException {
    String base = store.read(PATH).version();
    assertThat(store.save(PATH, base, text.getBytes(StandardCharsets.UTF_8), who))
        .isInstanceOf(SaveResult.Saved.class);
  }

  private String text(Version version) {
    try {
      return store.version(PATH, version.id()).text();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<Path> versionFiles() throws IOException {
    try (Stream<Path> files = Files.list(site.resolve(FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }
}
