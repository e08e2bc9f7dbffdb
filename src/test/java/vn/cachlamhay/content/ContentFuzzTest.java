package vn.cachlamhay.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.reference.YamlNode;

/** Whatever is in a file, reading it gives an article or says why not. */
class ContentFuzzTest {

  private static final int TRIES = 2_500;

  /** Pieces that mean something to YAML, to JBake headers or to us. */
  private static final List<String> PIECES =
      List.of(
          "---\n",
          "~~~~~~\n",
          ": ",
          "=",
          "- ",
          "? ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "|\n",
          ">\n",
          "#",
          "&a ",
          "*a",
          "!x ",
          "!!int ",
          "!!str ",
          "<<: ",
          "%YAML 1.2\n",
          "...\n",
          "\t",
          "\r",
          "\r\n",
          "\n",
          " ",
          "/",
          "//",
          "..",
          "\\",
          "title",
          "date: ",
          "type: page",
          "status: draft",
          "locality: ",
          "topic: ",
          "tags: ",
          "aliases: ",
          "image: ",
          "31/2/2018",
          "Lạng Sơn/Bắc Sơn",
          "\u0000",
          "\ufeff",
          "\u0301",
          "\u2028",
          "\u0085",
          "😀",
          "~",
          "null");

  private static List<byte[]> seeds = List.of();

  @TempDir Path site;

  /** What breaks, each kind of failure with the first input that showed it. */
  private final Map<String, String> failures = new TreeMap<>();

  private interface Attempt {
    void run() throws IOException;
  }

  @BeforeAll
  static void readSeeds() throws IOException {
    var read = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.walk(Path.of("content"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        String text = Files.readString(file);
        read.add(text.substring(0, Math.min(text.length(), 900)).getBytes(StandardCharsets.UTF_8));
      }
    }
    read.add(
        "title=Bài\ndate=2018-09-12\ntype=post\nstatus=published\ntags=a,b\n~~~~~~\nChữ\n"
            .getBytes(StandardCharsets.UTF_8));
    seeds = List.copyOf(read);
  }

  @Test
  void anyFrontMatterIsReadOrRefused() {
    var random = new Random(1);
    var parser = new FrontMatterParser("~~~~~~");
    for (int i = 0; i < TRIES; i++) {
      String text = i % 3 == 0 ? pieces(random) : fields(random);
      if (!text.isBlank()) {
        attempt(
            text,
            () -> {
              var problems = new Problems();
              boolean read = parser.parse(text, "a.md", problems).isPresent();
              assertThat(read || problems.hasErrors()).isTrue();
            });
      }
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void anyYamlIsReadOrRefused() {
    var random = new Random(2);
    for (int i = 0; i < TRIES; i++) {
      String text = i % 3 == 0 ? pieces(random) : fields(random).replace("---\n", "");
      attempt(
          text,
          () -> {
            try {
              YamlNode.parse(text, "a.md", 0)
                  .ifPresent(
                      node -> {
                        node.entries().forEach(entry -> entry.value().items());
                        assertThat(node.pos().line()).isPositive();
                      });
            } catch (YamlNode.SyntaxException e) {
              assertThat(e.pos().file()).isEqualTo("a.md");
            }
          });
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void anyMutationOfAnArticleIsAnArticleOrAProblem() throws IOException {
    var random = new Random(3);
    var fixture = new ContentFixture(site);
    int articles = 0;
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = mutated(seeds.get(random.nextInt(seeds.size())), random);
      articles += read(fixture, bytes) ? 1 : 0;
    }

    assertThat(failures).isEmpty();
    // the mutations are gentle enough to reach every part of the reader
    assertThat(articles).isGreaterThan(TRIES / 20);
  }

  @Test
  void anyBytesAreAnArticleOrAProblem() throws IOException {
    var random = new Random(4);
    var fixture = new ContentFixture(site);
    for (int i = 0; i < TRIES; i++) {
      var bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      read(fixture, bytes);
    }

    assertThat(failures).isEmpty();
  }

  private boolean read(ContentFixture fixture, byte[] bytes) {
    var article = new boolean[1];
    attempt(
        new String(bytes, StandardCharsets.UTF_8),
        () -> {
          var problems = new Problems();
          article[0] = fixture.with("a.md", bytes).article("a.md", problems).isPresent();
          assertThat(article[0]).isNotEqualTo(problems.hasErrors());
          problems.sorted().forEach(p -> assertThat(p.pos().file()).isEqualTo("content/a.md"));
        });
    return article[0];
  }

  private void attempt(String input, Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
      failures.putIfAbsent(e.getClass().getName() + " in " + place(e), input);
    }
  }

  /** Any place near the beginning; half of the time where a value begins. */
  private static int placeIn(byte[] bytes, Random random) {
    int at = random.nextInt(Math.min(bytes.length, 500));
    if (random.nextBoolean()) {
      for (int i = at; i + 2 < bytes.length; i++) {
        if (bytes[i] == ':' && bytes[i + 1] == ' ') {
          return i + 2;
        }
      }
    }
    return at;
  }

  /** Where in our code it came out. */
  private static String place(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("vn.cachlamhay."))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("?");
  }

  private static String pieces(Random random) {
    var text = new StringBuilder();
    int count = 1 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      text.append(
          random.nextInt(4) == 0
              ? Character.toString(random.nextInt(0x250))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Front matter whose values are any pieces. */
  private static String fields(Random random) {
    var text = new StringBuilder("---\n");
    for (int field = random.nextInt(5); field >= 0; field--) {
      text.append("k").append(random.nextInt(4)).append(": ");
      for (int piece = random.nextInt(4); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())).replace("\n", ""));
      }
      text.append('\n');
    }
    return text.append("---\n").toString();
  }

  private static byte[] mutated(byte[] seed, Random random) throws IOException {
    byte[] bytes = seed;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times && bytes.length > 0; i++) {
      int at = placeIn(bytes, random);
      int gone = random.nextInt(3) == 0 ? Math.min(random.nextInt(40), bytes.length - at) : 0;
      var out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      switch (random.nextInt(3)) {
        case 0 -> out.write(random.nextInt(256));
        case 1 ->
            out.write(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        default -> out.write(bytes, at, Math.min(random.nextInt(30), bytes.length - at));
      }
      out.write(bytes, at + gone, bytes.length - at - gone);
      bytes = out.toByteArray();
    }
    return bytes;
  }
}
