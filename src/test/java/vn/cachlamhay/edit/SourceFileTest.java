package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;

/** Files after a change are as {@code resources/edit/changes.txt} says, and stay what they were. */
class SourceFileTest {

  private static final Path SPECIFICATION = Path.of("src/test/resources/edit/changes.txt");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final String SEPARATOR = "~~~~~~";

  /** A file, what is changed, and the file after it. */
  record Example(String name, StringBuilder before, List<String> changes, StringBuilder after) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    int part = 0;
    for (String line : Files.readAllLines(SPECIFICATION)) {
      if (line.startsWith("######## ")) {
        examples.add(
            new Example(
                line.substring(9), new StringBuilder(), new ArrayList<>(), new StringBuilder()));
        part = 0;
      } else if (line.equals("........")) {
        part++;
      } else if (!examples.isEmpty() && part < 3) {
        Example example = examples.get(examples.size() - 1);
        if (part == 1) {
          example.changes().add(line);
        } else {
          (part == 0 ? example.before() : example.after()).append(unescaped(line));
        }
      }
    }
    return examples;
  }

  private static String unescaped(String line) {
    String text =
        ESCAPE
            .matcher(line)
            .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    if (text.endsWith("\\$")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\\r") ? text.substring(0, text.length() - 2) + "\r\n" : text + "\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theFileAfterAChangeIsExactlyThis(Example example) {
    SourceFile before = source(example.before().toString());
    var wanted = new LinkedHashMap<String, List<String>>();
    String body = before.body();
    for (String change : example.changes()) {
      String[] words = change.replace("⏎", "\n").split(" = ?", 2);
      if (words[0].equals("body")) {
        body = words[1];
      } else {
        wanted.put(words[0], words[1].isEmpty() ? List.of() : List.of(words[1].split(" \\| ")));
      }
    }

    assertThat(text(before.with(wanted, body))).isEqualTo(example.after().toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void withoutChangesTheBytesStay(Example example) {
    SourceFile file = source(example.before().toString());

    assertThat(file.with(file.fields(), file.body()).bytes()).isEqualTo(file.bytes());
    assertThat(file.withText(file.text()).bytes()).isEqualTo(file.bytes());
  }

  @Test
  void valuesAreReadAsTheReaderOfArticlesReadsThem() {
    SourceFile file =
        source(
            """
            ---
            # lời ghi
            title: "Bắc Sơn: 32 trên 54"
            tags: [chi bộ, "họp, đều"]
            topic: Tạo nguồn,  Dân vận
            author:
            khac: [a, b]
            so: 12
            ---

            Thân bài.
            """);

    assertThat(file.whole()).isTrue();
    assertThat(file.fields())
        .containsExactly(
            Map.entry("title", List.of("Bắc Sơn: 32 trên 54")),
            Map.entry("tags", List.of("chi bộ", "họp, đều")),
            Map.entry("topic", List.of("Tạo nguồn", "Dân vận")),
            Map.entry("khac", List.of("a, b")),
            Map.entry("so", List.of("12")));
    assertThat(file.body()).isEqualTo("\nThân bài.\n");
    assertThat(file.bodyLine()).isEqualTo(10);
    assertThat(file.fieldAt(4)).contains("tags");
    assertThat(file.fieldAt(2)).isEmpty();
    assertThat(file.fieldAt(11)).isEmpty();
  }

  @Test
  void theVersionIsTheDigestOfTheBytes() {
    assertThat(source("").version())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(source("---\na: b\n---\n").version())
        .isNotEqualTo(source("---\na: b\n---").version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "Chữ.\n",
        "---\ntitle: a\n",
        "---\n{title: a}\n---\n",
        "---\n- a\n---\n",
        "---\ntitle: [a\n---\nx\n",
        "title=a\nkhông có dấu bằng\n~~~~~~\n"
      })
  void whatCannotBeTakenApartIsReplacedAsAWhole(String text) {
    SourceFile file = source(text);

    assertThat(file.whole()).isFalse();
    assertThat(file.readable()).isTrue();
    assertThat(file.fields()).isEmpty();
    assertThat(file.text()).isEqualTo(text);
    assertThat(text(file.withText("---\ntitle: b\n---\n"))).isEqualTo("---\ntitle: b\n---\n");
    assertThatThrownBy(() -> file.with(Map.of("title", List.of("b")), ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNotUtf8IsNeverWrittenAnew() {
    byte[] bytes = "---\ntitle: Chi bộ\n---\n".getBytes(StandardCharsets.UTF_16LE);
    byte[] windows = {'-', '-', '-', '\n', 'a', ':', ' ', (byte) 0xe3, '\n', '-', '-', '-', '\n'};
    for (byte[] odd : List.of(bytes, windows)) {
      SourceFile file = SourceFile.of(odd, SEPARATOR);
      boolean readable = file.readable();

      assertThat(file.whole()).isFalse();
      assertThat(file.bytes()).isEqualTo(odd);
      if (!readable) {
        assertThatThrownBy(() -> file.withText("x"))
            .isInstanceOfSatisfying(
                EditException.class,
                e -> {
                  assertThat(e.problem().code()).isEqualTo(ProblemCode.KHONG_PHAI_UTF8);
                  assertThat(e.problem().args().get(0)).matches("\\d+");
                });
      }
    }
    assertThat(SourceFile.of(windows, SEPARATOR).readable()).isFalse();
  }

  @Test
  void aCommaWithinAnItemOfAHeaderIsRefusedAndOneInYamlIsQuoted() {
    Map<String, List<String>> wanted = Map.of("tags", List.of("họp, đều", "chi bộ"));

    assertUnwritable(source("title=a\n~~~~~~\n"), wanted, "tags");
    assertThat(text(source("---\ntitle: a\n---\n").with(wanted, "")))
        .isEqualTo("---\ntitle: a\ntags: [\"họp, đều\", chi bộ]\n---\n");
  }

  @Test
  void whatNoFileCanSayIsRefusedByName() {
    SourceFile yaml = source("---\ntitle: a\n---\nx\n");

    assertUnwritable(yaml, Map.of("date", List.of("2018-09-12"), "a: b", List.of("c")), "a: b");
    assertUnwritable(yaml, Map.of("no", List.of("x"), "null", List.of("y")), "null");
    assertUnwritable(source("title=a\n~~~~~~\n"), Map.of("a=b", List.of("c")), "a=b");
    assertUnwritable(yaml, Map.of("title", List.of("a\ud800")), "title");
    assertUnwritable(
        source("---\ntitle: &t Bài\nalt: *t\n---\n"), Map.of("title", List.of("b")), "title");
  }

  @Test
  void halfACharacterInTheBodyIsRefused() {
    SourceFile yaml = source("---\ntitle: a\n---\nx\n");

    assertThatThrownBy(() -> yaml.with(Map.of(), "a\ud800")).isInstanceOf(EditException.class);
    assertThatThrownBy(() -> yaml.withText("a\ud800")).isInstanceOf(EditException.class);
  }

  @Test
  void theWholeTextKeepsTheBytesOfLinesThatStay() {
    SourceFile file = source("\ufeff---\r\ntitle: Ba\u0306\u0301c\r\n---\nMột\r\nHai");

    assertThat(file.text()).isEqualTo("---\ntitle: Bắc\n---\nMột\nHai");
    assertThat(text(file.withText("---\ntitle: Bắc\n---\nMột\nBa\nHai")))
        .isEqualTo("\ufeff---\r\ntitle: Ba\u0306\u0301c\r\n---\nMột\r\nBa\r\nHai");
  }

  private static void assertUnwritable(
      SourceFile file, Map<String, List<String>> wanted, String key) {
    assertThatThrownBy(() -> file.with(wanted, file.body()))
        .isInstanceOfSatisfying(
            EditException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.GIA_TRI_KHONG_GHI);
              assertThat(e.problem().args()).startsWith(key);
            });
  }

  private static SourceFile source(String text) {
    return SourceFile.of(text.getBytes(StandardCharsets.UTF_8), SEPARATOR);
  }

  private static String text(SourceFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
