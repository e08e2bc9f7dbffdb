package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Quantity;

/**
 * The practices of this repository state the figures of their sources, no more and no others: the
 * table {@code practice/seed-figures.tsv} was written by hand from the sources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedFiguresTest {

  private static final Path SEEDS = Path.of("../shared/seeds");

  private final Map<String, Article> practices = new TreeMap<>();

  record Row(List<String> cells) {
    String article() {
      return cells.get(0);
    }

    String figure() {
      return String.join(" | ", cells.subList(2, 7)).replace("=", "");
    }

    @Override
    public String toString() {
      return figure();
    }
  }

  static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/practice/seed-figures.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> new Row(List.of(line.split("\t", -1))))
        .toList();
  }

  @BeforeAll
  void readTheSite(@TempDir Path folder) throws IOException {
    for (String part : List.of("content", "data", "templates", "assets", "jbake.properties")) {
      copy(Path.of(part), folder.resolve(part));
    }
    try (var live = new LiveSite(folder, Optional.empty(), false)) {
      live.bake(Set.of());
      for (Article article : live.catalog().orElseThrow().library().articles()) {
        if (article.type().equals("practice")) {
          practices.put(article.uri().replaceAll("^bai-viet/|\\.html$", ""), article);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void thePracticesHaveTheFiguresOfTheTable() throws IOException {
    Map<String, List<String>> expected =
        rows().stream()
            .collect(
                Collectors.groupingBy(
                    Row::article,
                    TreeMap::new,
                    Collectors.mapping(Row::figure, Collectors.toList())));
    var found = new TreeMap<String, List<String>>();
    practices.forEach(
        (name, article) -> {
          List<Figure> figures = article.body().practice().figures();
          if (!figures.isEmpty()) {
            found.put(name, figures.stream().map(SeedFiguresTest::line).toList());
          }
        });
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theSourceSaysSo(Row row) throws IOException {
    assumeTrue(Files.isDirectory(SEEDS), "without the sources");
    try (Stream<Path> files = Files.list(SEEDS)) {
      Path seed =
          files
              .filter(file -> file.getFileName().toString().startsWith(row.cells().get(1)))
              .findFirst()
              .orElseThrow();
      String text = Normalizer.normalize(Files.readString(seed), Normalizer.Form.NFC);
      assertThat(text.replaceAll("\\s+", " ")).contains(row.cells().get(7));
    }
    for (String cell : row.cells().subList(4, 7)) {
      for (String number : cell.split("[^\\d.,]+")) {
        if (!cell.startsWith("=")) {
          assertThat(row.cells().get(7)).contains(number.isEmpty() ? "" : number);
        }
      }
    }
  }

  @Test
  void eachPracticeHasItsParts() {
    assertThat(practices).hasSize(5);
    var missing = new ArrayList<String>();
    practices.forEach(
        (name, article) ->
            Stream.of(
                    PartKind.CONTEXT,
                    PartKind.STEPS,
                    PartKind.RESULTS,
                    PartKind.LESSONS,
                    PartKind.CONDITIONS)
                .filter(kind -> article.body().practice().part(kind).isEmpty())
                .forEach(kind -> missing.add(name + " " + kind)));
    assertThat(missing).isEmpty();
    assertThat(practices.values())
        .allSatisfy(
            article -> {
              assertThat(article.body().practice().steps()).hasSizeGreaterThan(2);
              assertThat(article.body().practice().lessons()).hasSizeGreaterThan(3);
            });
  }

  private static String line(Figure figure) {
    return Stream.of(
            figure.indicator(),
            figure.place(),
            written(figure.target()),
            written(figure.value()),
            written(figure.share()))
        .collect(Collectors.joining(" | "));
  }

  private static String written(Optional<Quantity> quantity) {
    return quantity.map(Quantity::written).orElse("");
  }
}
