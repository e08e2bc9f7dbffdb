package vn.cachlamhay.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real news texts, written in each encoding and read again; they are not part of the product. */
class CorpusTest {

  private static final Path CORPUS = Path.of("../shared/corpus/articles-5000.jsonl.gz");

  /** All of them take minutes: with {@code -Dcorpus.all=true}. */
  private static final int EVERY = Boolean.getBoolean("corpus.all") ? 1 : 20;

  private static final Pattern STRING = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|.)");

  private static final Set<String> ACCENTED = Set.copyOf(Alphabet.accented());

  private static List<String> articles = List.of();

  @BeforeAll
  static void read() throws IOException {
    assumeThat(CORPUS).as("the texts for measuring").exists();
    articles = new ArrayList<>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CORPUS)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var parts = new ArrayList<String>();
        Matcher string = STRING.matcher(line);
        while (string.find()) {
          parts.add(plain(string.group(1)));
        }
        parts.removeAll(List.of("id", "title", "lead", "paragraphs"));
        articles.add(String.join("\n", parts));
      }
    }
  }

  @Test
  void whatIsUnicodeStaysByteForByte() {
    assertThat(articles).hasSize(5000);
    int asTheyWere = 0;
    for (String article : articles) {
      // some have marks of their own, which are put on their letters
      Decoded decoded = TextDecoder.decode(article.getBytes(StandardCharsets.UTF_8));
      assertThat(decoded.text()).isEqualTo(Composition.of(article));
      asTheyWere += decoded.text().equals(article) ? 1 : 0;
      for (String paragraph : Composition.of(article).split("\n")) {
        assertThat(TextDecoder.repair(paragraph).text()).isEqualTo(paragraph);
        if (paragraph.length() < 30) {
          // a name alone says less than its font
          continue;
        }
        assertThat(FontText.toUnicode(".VnTime", paragraph)).isEqualTo(paragraph);
        assertThat(FontText.toUnicode("VNI-Times", paragraph)).isEqualTo(paragraph);
      }
    }
    assertThat(asTheyWere).isGreaterThan(4700);
  }

  static Stream<Arguments> encodings() {
    UnaryOperator<String> same = text -> text;
    return Stream.of(
        Arguments.of("TCVN3", OldWriter.tcvn3(), same),
        Arguments.of("VNI", OldWriter.vni(), same),
        Arguments.of("windows-1258", OldWriter.windows1258(), same),
        // these have letters where windows-1252 has its quotation marks and dashes
        Arguments.of("VISCII", OldWriter.viscii(), (UnaryOperator<String>) CorpusTest::typed),
        Arguments.of("VPS", OldWriter.vps(), (UnaryOperator<String>) CorpusTest::typed));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void nearlyEveryParagraphComesBack(
      String name, OldWriter writer, UnaryOperator<String> writable) {
    int all = 0;
    var wrong = new ArrayList<String>();
    for (int i = 0; i < articles.size(); i += EVERY) {
      for (String paragraph : articles.get(i).split("\n")) {
        String text = writable.apply(latin(paragraph));
        if (text.codePoints().filter(Character::isLetter).count() < 30) {
          continue;
        }
        all++;
        Decoded decoded = TextDecoder.decode(writer.bytes(text));
        boolean same =
            name.equals("TCVN3")
                ? decoded.text().equalsIgnoreCase(text)
                : decoded.text().equals(text);
        if (!same) {
          wrong.add(decoded.encoding() + ": " + text + "\n   " + decoded.text());
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d paragraphs come back (%.3f %%)%n",
        name,
        all - wrong.size(),
        all,
        100.0 * (all - wrong.size()) / all);

    wrong.stream().limit(8).forEach(System.out::println);
    assertThat(wrong.size() * 1000).isLessThanOrEqualTo(all);
  }

  @Test
  void whatWasMisreadOnceOrTwiceComesBack() {
    int all = 0;
    int wrong = 0;
    for (int i = 0; i < articles.size(); i += EVERY) {
      for (String paragraph : articles.get(i).split("\n")) {
        if (paragraph.codePoints().filter(Character::isLetter).count() < 30) {
          continue;
        }
        String expected = Composition.of(paragraph);
        String once = misread(paragraph);
        all += 2;
        wrong += TextDecoder.repair(once).text().equals(expected) ? 0 : 1;
        wrong += TextDecoder.repair(misread(once)).text().equals(expected) ? 0 : 1;
      }
    }
    System.out.printf(Locale.ROOT, "misread: %d of %d come back%n", all - wrong, all);

    assertThat(wrong * 1000).isLessThanOrEqualTo(all);
  }

  private static String misread(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Windows1252.text(bytes, 0, bytes.length);
  }

  /** Without what no code of one byte has. */
  private static String latin(String text) {
    Charset page = Charset.forName("windows-1252");
    var out = new StringBuilder();
    for (String letter : Normalizer.normalize(text, Normalizer.Form.NFC).split("")) {
      boolean known = ACCENTED.contains(letter);
      if (known || letter.getBytes(page)[0] != '?' && letter.charAt(0) < 0x80) {
        out.append(letter);
      } else if ("“”‘’–…".contains(letter)) {
        out.append(letter);
      }
    }
    return out.toString();
  }

  private static String typed(String text) {
    return text.replaceAll("[“”]", "\"")
        .replaceAll("[‘’]", "'")
        .replace("–", "-")
        .replace("…", "...");
  }

  private static String plain(String json) {
    return ESCAPE
        .matcher(json)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(2) == null
                        ? match.group(1).equals("n") ? " " : match.group(1)
                        : Character.toString(Integer.parseInt(match.group(2), 16))));
  }
}
