package vn.cachlamhay.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Passage;

/** Texts of newspapers, of which no sentence may be taken for furniture. */
class RecognitionCorpusTest {

  private static final Path CORPUS = Path.of("../shared/corpus/articles-5000.jsonl.gz");
  private static final int ARTICLES = 500;
  private static final int SENTENCE = 80;

  /** A line of the corpus. */
  record Text(String title, String lead, List<String> paragraphs) {}

  @Test
  void noSentenceIsLost() throws IOException {
    assumeThat(CORPUS).as("the corpus is not here").exists();
    var recognizer =
        new Recognizer(
            Gazetteer.load(Path.of("data/localities.yaml")),
            Topics.load(Path.of("data/topics.yaml")));
    var lost = new ArrayList<String>();
    int titles = 0;
    int authors = 0;
    for (String line : lines()) {
      Text text = new Gson().fromJson(line, Text.class);
      List<Passage> passages = passages(text);

      Findings findings = recognizer.recognize(passages, List.of(), LocalDate.of(2026, 11, 22));

      WholeArticlesTest.lost(passages, findings, Set.of()).stream()
          .filter(gone -> gone.length() >= SENTENCE && Letters.endsSentence(gone))
          .forEach(lost::add);
      List<String> title = WholeArticlesTest.values(findings, Field.TITLE);
      titles += title.equals(List.of(passages.get(0).text())) ? 1 : 0;
      authors += WholeArticlesTest.values(findings, Field.AUTHOR).contains("Thanh Mai") ? 1 : 0;
    }

    System.out.printf(
        "recognition: of %d articles of the corpus right titles %d, authors %d, sentences lost %d%n",
        ARTICLES, titles, authors, lost.size());
    assertThat(lost).isEmpty();
    assertThat(titles).isGreaterThan(ARTICLES * 98 / 100);
    assertThat(authors).isGreaterThan(ARTICLES * 98 / 100);
  }

  private static List<String> lines() throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CORPUS)), StandardCharsets.UTF_8))) {
      return reader.lines().limit(ARTICLES).toList();
    }
  }

  private static List<Passage> passages(Text text) {
    var lines = new ArrayList<String>();
    lines.add(text.title());
    lines.add("08:30 12/09/2025");
    lines.add(text.lead());
    lines.addAll(text.paragraphs());
    lines.add("THANH MAI - DÌ LY");
    return Lines.of(lines);
  }
}
