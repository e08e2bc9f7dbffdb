package vn.cachlamhay.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.search.SpecRow.SpecBlock;

/**
 * Reads the files of {@code resources/search}, whose README tells the format. For one file; bad
 * lines are told all together.
 */
final class SpecReader {

  private static final Path FOLDER = Path.of("src/test/resources/search");

  private static final Pattern ROW = Pattern.compile("(?:(.*) )?=> *(.*)");
  private static final Pattern ARTICLE = Pattern.compile("\\[([a-z0-9-]+)\\] +(.+)");
  private static final Pattern FIELD = Pattern.compile("([a-z]+): +(.+)");
  private static final Pattern MARK = Pattern.compile("\\{(nfd|verbatim|(\\d+) times)\\} ");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private final String file;
  private final List<SpecRow> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private String name = "";
  private List<SpecArticle> articles = new ArrayList<>();
  private boolean hasRows;

  private SpecReader(String file) {
    this.file = file;
  }

  /**
   * The rows of all files, in the order of their names.
   *
   * @throws IllegalArgumentException naming file and line of everything that is not understood
   */
  static List<SpecRow> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      var rows = new ArrayList<SpecRow>();
      for (Path path : files.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
        rows.addAll(read(path.getFileName().toString(), Files.readAllLines(path)));
      }
      return rows;
    }
  }

  /** The rows of one file. */
  static List<SpecRow> read(String file, List<String> lines) {
    var reader = new SpecReader(file);
    for (int i = 0; i < lines.size(); i++) {
      try {
        reader.line(lines.get(i), i + 1);
      } catch (IllegalArgumentException e) {
        reader.problems.add(file + ":" + (i + 1) + ": " + e.getMessage());
      }
    }
    if (!reader.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", reader.problems));
    }
    return reader.rows;
  }

  private void line(String line, int number) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("=== ")) {
      name = file + ":" + number + ": " + line.substring(4).strip();
      articles = new ArrayList<>();
      hasRows = false;
      return;
    }
    Matcher row = ROW.matcher(line);
    Matcher article = ARTICLE.matcher(line);
    Matcher field = FIELD.matcher(line);
    if (row.matches()) {
      row(row.group(1) == null ? "" : row.group(1), row.group(2), number);
    } else if (article.matches()) {
      article(article.group(1), article.group(2));
    } else if (field.matches()) {
      field(field.group(1), field.group(2));
    } else {
      throw new IllegalArgumentException("neither an article, a field nor a row: " + line);
    }
  }

  private void article(String key, String title) {
    requireBlock();
    if (articles.stream().anyMatch(a -> a.key().equals(key))) {
      throw new IllegalArgumentException("a second article \"" + key + "\"");
    }
    articles.add(new SpecArticle(key, unescaped(title), new ArrayList<>()));
  }

  private void field(String field, String text) {
    requireBlock();
    if (!SpecArticle.NAMES.contains(field)) {
      throw new IllegalArgumentException("no field \"" + field + "\"");
    }
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("a field without an article");
    }
    articles
        .get(articles.size() - 1)
        .fields()
        .add(new SpecArticle.Field(field, unescaped(text.strip())));
  }

  private void requireBlock() {
    if (name.isEmpty() || hasRows) {
      throw new IllegalArgumentException(
          "an article begins a block: a line \"=== name\" is missing");
    }
  }

  private void row(String written, String expected, int number) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("a row without articles");
    }
    hasRows = true;
    var block = new SpecBlock(name, articles);
    String query = written;
    boolean verbatim = false;
    boolean decomposed = false;
    int times = 1;
    for (Matcher mark = MARK.matcher(query); mark.lookingAt(); mark = MARK.matcher(query)) {
      verbatim |= mark.group(1).equals("verbatim");
      decomposed |= mark.group(1).equals("nfd");
      times = mark.group(2) == null ? times : Integer.parseInt(mark.group(2));
      query = query.substring(mark.end());
    }
    query = unescaped(query.replace('␣', ' ')).repeat(times);
    rows.add(
        new SpecRow(
            file,
            number,
            block,
            decomposed ? Normalizer.normalize(query, Normalizer.Form.NFD) : query,
            verbatim,
            new ExpectedParser(block.keys()).parse(expected)));
  }

  private static String unescaped(String written) {
    return ESCAPE
        .matcher(written)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }

  /** All blocks of some rows, in order. */
  static List<SpecBlock> blocks(List<SpecRow> rows) {
    return rows.stream().map(SpecRow::block).distinct().collect(Collectors.toList());
  }
}
