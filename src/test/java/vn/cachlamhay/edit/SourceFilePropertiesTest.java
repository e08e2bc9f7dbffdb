package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.cachlamhay.content.FrontMatter;
import vn.cachlamhay.content.FrontMatterParser;
import vn.cachlamhay.content.KnownKeys;
import vn.cachlamhay.content.SourceText;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.text.VietnameseText;

/** Whatever is changed in whatever file, readers of articles read it, and the rest stays. */
class SourceFilePropertiesTest {

  private static final String SEPARATOR = "~~~~~~";
  private static final List<String> KEYS =
      List.of("title", "summary", "tags", "author", "topic", "aliases", "date", "rieng", "x.y");
  private static final List<String> PIECES =
      List.of(
          "a",
          "Bắc Sơn",
          "Ba\u0306\u0301c",
          "\u0338",
          ": ",
          " #",
          "#",
          "'",
          "\"",
          "\\",
          "- ",
          "-",
          "---",
          "~~~~~~",
          "[",
          "]",
          "{",
          "}",
          ", ",
          ",",
          "&a",
          "*a",
          "!x",
          "|",
          ">",
          "%",
          "@",
          "`",
          "?",
          "? ",
          "=",
          "\n",
          "\n\n",
          "  ",
          " ",
          "\t",
          "yes",
          "null",
          "12",
          "1.5e3",
          "0x1f",
          "2018-09-12",
          "true",
          "\u0000",
          "\u001b",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\ufffe",
          "😀",
          "\r",
          "\r\n",
          "<<",
          "…",
          "---\n",
          "a:",
          ":b",
          "\u200b");
  private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r");

  @Property(tries = 4000)
  void whatWasWantedIsReadAndTheRestStays(@ForAll long seed) {
    var random = new Random(seed);
    SourceFile before = file(random);
    if (!before.whole()) {
      return;
    }
    var wanted = new LinkedHashMap<String, List<String>>();
    for (String key : KEYS) {
      if (random.nextInt(3) == 0) {
        wanted.put(key, values(key, random));
      }
    }
    String body = random.nextBoolean() ? before.body() : text(random, 8);
    SourceFile after;
    try {
      after = before.with(wanted, body);
    } catch (EditException e) {
      assertThat(mayBeRefused(before, wanted, e)).as(e.getMessage()).isTrue();
      return;
    }
    FrontMatter read = read(after.bytes());

    assertThat(read.body().lines().toList()).isEqualTo(VietnameseText.nfc(body).lines().toList());
    wanted.forEach((key, values) -> assertRead(read, key, values));
    FrontMatter then = read(before.bytes());
    then.fields().keySet().stream()
        .filter(key -> !wanted.containsKey(key))
        .forEach(key -> assertThat(value(read, key)).as(key).isEqualTo(value(then, key)));
    // a comment within a list may outlive the item behind it
    assertThat(linesOfOthers(after, wanted.keySet()))
        .containsSubsequence(linesOfOthers(before, wanted.keySet()));
  }

  @Property(tries = 4000)
  void withoutChangesNoByteChanges(@ForAll long seed) {
    SourceFile file = file(new Random(seed));

    assertThat(file.withText(file.text()).bytes()).isEqualTo(file.bytes());
    if (file.whole()) {
      assertThat(file.with(file.fields(), file.body()).bytes()).isEqualTo(file.bytes());
      assertThat(file.with(Map.of(), file.body()).bytes()).isEqualTo(file.bytes());
    }
  }

  @Property(tries = 4000)
  void anyValueCanBeWrittenIntoAnOrdinaryYamlHead(@ForAll long seed) {
    var random = new Random(seed);
    SourceFile before =
        SourceFile.of(
            "---\ntitle: a # b\ntags: [c]\nsummary: 'd'\nauthor:\n  - e\n---\n".getBytes(),
            SEPARATOR);
    var wanted = new LinkedHashMap<String, List<String>>();
    for (String key : KEYS) {
      wanted.put(key, values(key, random));
    }
    FrontMatter read = read(before.with(wanted, "").bytes());

    wanted.forEach((key, values) -> assertRead(read, key, values));
  }

  /** A header holds no commas in items; and there is YAML that no form can edit. */
  private static boolean mayBeRefused(
      SourceFile before, Map<String, List<String>> wanted, EditException e) {
    FrontMatter.Form form = read(before.bytes()).form();
    String text = new String(before.bytes(), StandardCharsets.UTF_8);
    return form == FrontMatter.Form.HEADER
        ? wanted.values().stream()
            .flatMap(List::stream)
            .anyMatch(v -> v.matches("(?s).*[,\u0338].*"))
        : text.contains("&a");
  }

  private static void assertRead(FrontMatter read, String key, List<String> values) {
    boolean header = read.form() == FrontMatter.Form.HEADER;
    List<String> tidy =
        values.stream()
            .map(value -> VietnameseText.nfc(value).replace("\r\n", "\n").replace('\r', '\n'))
            .map(value -> header ? value.strip().replaceAll("\\s*\\n\\s*", " ") : value.strip())
            .filter(value -> !value.isBlank())
            .toList();
    if (KnownKeys.LISTS.contains(key)) {
      assertThat(read.items(key)).extracting(FrontMatter.Item::text).as(key).isEqualTo(tidy);
    } else {
      assertThat(read.text(key)).as(key).isEqualTo(String.join(", ", tidy));
    }
  }

  private static List<Object> value(FrontMatter matter, String key) {
    return List.of(matter.fields().get(key).texts(), matter.fields().get(key).value());
  }

  /** The lines of the head that belong to other keys or to none, as bytes. */
  private static List<String> linesOfOthers(SourceFile file, Set<String> changed) {
    var lines = new ArrayList<String>();
    FileLines all = FileLines.of(new String(file.bytes(), StandardCharsets.UTF_8));
    for (int i = 0; i < file.bodyLine() - 1; i++) {
      if (file.fieldAt(i + 1).filter(changed::contains).isEmpty()) {
        // of the line that ends the head, the line end may have been missing; an old Mac's line
        // end before what has become a blank line needs a line feed
        FileLines.Line line = all.lines().get(i);
        boolean may = i == file.bodyLine() - 2 || line.end().startsWith("\r");
        lines.add(may ? line.raw() : line.raw() + line.end());
      }
    }
    return lines;
  }

  private static FrontMatter read(byte[] bytes) {
    var problems = new Problems();
    return SourceText.decode(bytes, "a.md", problems)
        .flatMap(text -> new FrontMatterParser(SEPARATOR).parse(text, "a.md", problems))
        .orElseThrow(() -> new AssertionError(problems.sorted()));
  }

  private static SourceFile file(Random random) {
    boolean yaml = random.nextInt(3) > 0;
    var text = new StringBuilder(random.nextInt(6) == 0 ? "\ufeff" : "");
    String end = ENDS.get(random.nextInt(ENDS.size()));
    text.append(yaml ? "---" + end : "");
    for (int i = random.nextInt(6); i >= 0; i--) {
      if (random.nextInt(5) == 0) {
        text.append(yaml ? "# lời ghi " + i : "").append(end);
      }
      String key = KEYS.get(random.nextInt(KEYS.size()));
      text.append(yaml ? yaml(key, random, end) : key + (random.nextBoolean() ? "=" : " = "));
      text.append(yaml ? "" : line(random)).append(end);
      end = random.nextInt(4) == 0 ? ENDS.get(random.nextInt(ENDS.size())) : end;
    }
    text.append(yaml ? "---" : SEPARATOR);
    if (random.nextInt(8) > 0) {
      text.append(end).append(text(random, 12));
    }
    return SourceFile.of(text.toString().getBytes(StandardCharsets.UTF_8), SEPARATOR);
  }

  private static String yaml(String key, Random random, String end) {
    String value = line(random);
    return key
        + ":"
        + switch (random.nextInt(9)) {
          case 0 -> " " + value;
          case 1 -> " " + YamlText.quoted(value) + "  # lời ghi";
          case 2 -> " '" + value.replace("'", "''") + "'";
          case 3 -> " [a, " + YamlText.quoted(value) + "] # x";
          case 4 -> end + "  - a # một" + end + "  # giữa" + end + "  - " + YamlText.quoted(value);
          case 5 -> " |" + end + "  a" + end + end + "  # b" + end;
          case 6 -> " >-" + end + "  a" + end + "  b" + end;
          case 7 -> " # lời ghi";
          default -> " Đa\u0309ng viên" + end + "  hai dòng # lời ghi";
        };
  }

  private static List<String> values(String key, Random random) {
    var values = new ArrayList<String>();
    int count = KnownKeys.LISTS.contains(key) ? random.nextInt(4) : random.nextInt(4) > 0 ? 1 : 0;
    for (int i = 0; i < count; i++) {
      values.add(text(random, 4));
    }
    return values;
  }

  private static String line(Random random) {
    return text(random, 3).replaceAll("[\\r\\n]", "");
  }

  private static String text(Random random, int most) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
