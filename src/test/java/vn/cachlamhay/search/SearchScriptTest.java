package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SearchScriptTest {

  private static final Path PARTS =
      Path.of("src/main/resources/vn/cachlamhay/search/script").toAbsolutePath();

  @Test
  void hasEveryPart() throws IOException {
    String script = SearchScript.text().replace("\n", "");
    try (Stream<Path> parts = Files.list(PARTS)) {
      for (Path part : parts.toList()) {
        assertThat(script)
            .as(part.toString())
            .contains(
                Files.readString(part)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .collect(Collectors.joining()));
      }
    }
  }

  /** Lines are joined as they are, so no line may be part of a text. */
  @Test
  void hasNoTextOverSeveralLinesNorCommentsInThem() throws IOException {
    try (Stream<Path> parts = Files.list(PARTS)) {
      for (Path part : parts.toList()) {
        assertThat(Files.readString(part)).as(part.toString()).doesNotContain("`", "/*");
        // what comes after a sign that ends a line would be a part of the comment
        assertThat(Files.readString(part).lines().map(String::strip))
            .as(part.toString())
            .allMatch(line -> line.startsWith("//") || !line.contains("//"));
      }
    }
  }

  @Test
  void fitsInto12KilobytesCompressed() throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(SearchScript.text().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(compressed.size()).isLessThanOrEqualTo(12 * 1024);
  }
}
