package vn.cachlamhay.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compressed can be read again, and is the same each time. */
class CompressorsTest {

  private static final byte[] TEXT =
      "Chi bộ họp bàn việc làm đường liên thôn. \n".repeat(5000).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void gzipHasNoTimeInIt() throws IOException {
    byte[] packed = new Gzip().compress(TEXT);
    assertThat(packed).hasSizeLessThan(TEXT.length / 50).isEqualTo(new Gzip().compress(TEXT));
    assertThat(List.of(packed[4], packed[5], packed[6], packed[7])).containsOnly((byte) 0);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(in.readAllBytes()).isEqualTo(TEXT);
    }
  }

  @Test
  void brotliIsReadByItsProgram() throws Exception {
    WebServer.require("/usr/bin/brotli");
    Brotli brotli = Brotli.find().orElseThrow();
    byte[] packed = brotli.compress(TEXT);
    assertThat(packed).hasSizeLessThan(TEXT.length / 50).isEqualTo(brotli.compress(TEXT));
    Path file = Files.write(folder.resolve("a.br"), packed);
    var process = new ProcessBuilder(brotli.program().toString(), "-d", file.toString()).start();
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("a")).hasBinaryContent(TEXT);
  }

  @Test
  void withoutTheProgramThereIsNone() throws IOException {
    assertThat(Brotli.find("")).isEmpty();
    assertThat(Brotli.find(folder + java.io.File.pathSeparator + folder.resolve("x"))).isEmpty();
    Files.writeString(folder.resolve("brotli"), "");
    assertThat(Brotli.find(folder.toString())).as("no program").isEmpty();
  }
}
