package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every article that we have survives the editor byte for byte, but for what is changed. */
class SourceFileCorpusTest {

  private static final Path CORPUS = Path.of("../shared/corpus/articles-5000.jsonl.gz");
  private static final List<String> FOLDERS = List.of("content", "src/test/resources");
  private static final String SEPARATOR = "~~~~~~";

  /** A line of the corpus. */
  record Text(String title, String lead, List<String> paragraphs) {}

  @Test
  void everyArticleOfTheRepositoryAndItsFixturesSurvives() throws IOException {
    var whole = new ArrayList<Path>();
    for (Path file : files()) {
      SourceFile source = SourceFile.of(Files.readAllBytes(file), SEPARATOR);
      assertSurvives(source, file.toString(), new Random(file.toString().hashCode()));
      if (source.whole()) {
        whole.add(file);
      }
    }

    assertThat(whole).hasSizeGreaterThan(40);
    assertThat(whole).filteredOn(file -> file.startsWith("content")).hasSizeGreaterThan(20);
  }

  @Test
  void everyArticleOfTheCorpusSurvives() throws IOException {
    assumeThat(CORPUS).as("the corpus is not here").exists();
    List<String> lines;
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CORPUS)), StandardCharsets.UTF_8))) {
      lines = reader.lines().toList();
    }
    assertThat(lines).hasSize(5000);
    IntStream.range(0, lines.size())
        .parallel()
        .forEach(
            i -> {
              Text text = new Gson().fromJson(lines.get(i), Text.class);
              var random = new Random(i);
              byte[] bytes = article(text, random).getBytes(StandardCharsets.UTF_8);
              SourceFile source = SourceFile.of(bytes, SEPARATOR);
              assertThat(source.whole()).as(text.title()).isTrue();
              assertSurvives(source, text.title(), random);
            });
  }

  private static void assertSurvives(SourceFile file, String name, Random random) {
    if (file.readable()) {
      assertThat(file.withText(file.text()).bytes()).as(name).isEqualTo(file.bytes());
    }
    if (!file.whole()) {
      return;
    }
    assertThat(file.with(file.fields(), file.body()).bytes()).as(name).isEqualTo(file.bytes());

    SourceFile titled = file.with(Map.of("title", List.of("Mới: \"một\" #2")), file.body());
    assertThat(titled.fields()).as(name).containsEntry("title", List.of("Mới: \"một\" #2"));
    List<FileLines.Line> before = lines(file);
    List<FileLines.Line> after = lines(titled);
    before.removeIf(line -> line.raw().matches("\\s*title\\s*[:=].*"));
    after.removeIf(line -> line.raw().matches("\\s*title\\s*[:=].*"));
    assertThat(after).as(name).isEqualTo(before);

    List<String> body = new ArrayList<>(file.body().lines().toList());
    int at = random.nextInt(body.size() + 1);
    body.add(at, "Một dòng mới thêm vào.");
    SourceFile longer = file.with(Map.of(), String.join("\n", body));
    List<FileLines.Line> longerLines = lines(longer);
    FileLines.Line added =
        longerLines.remove(Math.min(file.bodyLine() - 1, lines(file).size()) + at);
    assertThat(added.raw()).as(name).isEqualTo("Một dòng mới thêm vào.");
    // a line at the end of the file may have needed a line end
    assertThat(longerLines).extracting(FileLines.Line::raw).as(name).isEqualTo(raws(file));
    if (at < body.size() - 1) {
      assertThat(longerLines).as(name).isEqualTo(lines(file));
    }
  }

  private static List<String> raws(SourceFile file) {
    return lines(file).stream().map(FileLines.Line::raw).toList();
  }

  private static List<FileLines.Line> lines(SourceFile file) {
    return new ArrayList<>(FileLines.of(new String(file.bytes(), StandardCharsets.UTF_8)).lines());
  }

  /** In any form that editors' programs leave behind. */
  private static String article(Text text, Random random) {
    boolean yaml = random.nextInt(4) > 0;
    String lead = text.lead() == null ? "" : text.lead().replaceAll("\\s+", " ").strip();
    var lines = new ArrayList<String>();
    if (yaml) {
      lines.addAll(List.of("---", "# lời ghi", "title: " + YamlText.quoted(text.title())));
      lines.addAll(List.of("date: 2018-09-12", "", "type: post   # tin", "status: draft"));
      lines.add("summary: >-\n  " + (lead.isEmpty() ? "x" : lead));
      lines.addAll(List.of("tags:", "  - một", "  - hai # hai", "rieng: {a: 1, b: [2]}", "---"));
    } else {
      lines.addAll(List.of("title = " + text.title().replaceAll("\\s+", " "), "date=2018-09-12"));
      lines.addAll(List.of("type=post", "", "tags=một, hai", "rieng={\"a\": 1}", SEPARATOR));
    }
    text.paragraphs().forEach(paragraph -> lines.addAll(List.of("", paragraph)));
    String end = List.of("\n", "\n", "\r\n", "\r").get(random.nextInt(4));
    String whole = String.join("\n", lines).replace("\n", end);
    String form =
        random.nextInt(5) == 0
            ? java.text.Normalizer.normalize(whole, java.text.Normalizer.Form.NFD)
            : whole;
    return (random.nextInt(5) == 0 ? "\ufeff" : "") + form + (random.nextBoolean() ? end : "");
  }

  private static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (String folder : FOLDERS) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found.filter(file -> file.toString().matches(".*\\.(md|txt)")).forEach(files::add);
      }
    }
    return files;
  }
}
