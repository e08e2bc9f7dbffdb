package vn.cachlamhay.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.text.SharedTexts;

/** Front matter is read as {@code resources/content/front-matter.txt} says. */
class FrontMatterSpecificationTest {

  private static final Path SPECIFICATION = Path.of("src/test/resources/content/front-matter.txt");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  @TempDir Path folder;

  /** A file and what is read from it. */
  record Example(String name, List<String> file, List<String> read) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    boolean inFile = false;
    for (String line : Files.readAllLines(SPECIFICATION)) {
      if (line.startsWith("######## ")) {
        examples.add(new Example(line.substring(9), new ArrayList<>(), new ArrayList<>()));
        inFile = true;
      } else if (line.equals("........")) {
        inFile = false;
      } else if (!examples.isEmpty()) {
        Example example = examples.get(examples.size() - 1);
        (inFile ? example.file() : example.read()).add(line);
      }
    }
    examples.forEach(example -> example.read().removeIf(String::isBlank));
    return examples;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void frontMatterIsReadAsTheSpecificationSays(Example example) throws IOException {
    String text =
        example.file().stream()
            .map(line -> line.endsWith("\\r") ? line.replaceFirst("\\\\r$", "\r\n") : line + "\n")
            .collect(Collectors.joining());
    Path file = folder.resolve("a.md");
    Files.writeString(
        file,
        ESCAPE
            .matcher(text)
            .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16))));
    var problems = new Problems();
    FrontMatter matter =
        SourceText.decode(Files.readAllBytes(file), "a.md", problems)
            .flatMap(read -> new FrontMatterParser("~~~~~~").parse(read, "a.md", problems))
            .orElseThrow(() -> new AssertionError(problems.sorted()));

    assertThat(problems.sorted()).isEmpty();
    assertThat(describe(matter, example.read())).containsExactlyElementsOf(example.read());
  }

  /** All fields; then of other lines those that are asked for. */
  private static List<String> describe(FrontMatter matter, List<String> asked) {
    var lines = new ArrayList<String>();
    matter.fields().forEach((key, field) -> lines.add(describe(key, field)));
    for (String line : asked) {
      String[] words = line.split(" ", 3);
      if (words[0].equals("items")) {
        lines.add(describeItems(words[1], matter));
      } else if (words[0].equals("value")) {
        lines.add(describeValue(words[1], matter.values(new SharedTexts(8)).get(words[1])));
      }
    }
    lines.add("body " + matter.bodyLine() + " " + onOneLine(matter.body()));
    return lines;
  }

  private static String describe(String key, FrontMatter.Field field) {
    String texts =
        field.texts().stream()
            .map(text -> "[" + onOneLine(text) + "]")
            .collect(Collectors.joining());
    String places =
        field.pos().stream()
            .map(FrontMatterSpecificationTest::place)
            .collect(Collectors.joining(" "));
    return key + " " + texts + " " + places;
  }

  private static String describeItems(String key, FrontMatter matter) {
    return "items "
        + key
        + " "
        + matter.items(key).stream()
            .map(item -> item.text() + " " + place(item.pos()))
            .collect(Collectors.joining(" | "));
  }

  private static String describeValue(String key, Object value) {
    String type = value instanceof List ? "List" : value instanceof Map ? "Map" : nameOfType(value);
    return "value " + key + " " + type + " " + value;
  }

  private static String nameOfType(Object value) {
    return value == null ? "nothing" : value.getClass().getSimpleName();
  }

  private static String place(SourcePos pos) {
    return "@" + pos.line() + ":" + pos.column();
  }

  private static String onOneLine(String text) {
    return text.replace("\n", "⏎");
  }
}
