package vn.cachlamhay.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.page.OtherFile;

class ServiceWorkerTest {

  private static final Map<String, String> SHELL =
      Map.of("css/a.css", "1", "ngoai-tuyen.html", "2");

  @Test
  void itsVersionIsThatOfWhatItKeeps() {
    String text = text(SHELL);
    assertThat(text)
        .containsPattern("const VERSION = '[0-9a-f]{16}';")
        .contains("const SHELL = [\"css/a.css\",\"ngoai-tuyen.html\"];");
    assertThat(text(new TreeMap<>(SHELL))).isEqualTo(text);
    assertThat(text(Map.of("css/a.css", "1", "ngoai-tuyen.html", "3"))).isNotEqualTo(text);
    assertThat(text(Map.of("css/b.css", "1", "ngoai-tuyen.html", "2"))).isNotEqualTo(text);
    assertThat(file(SHELL).inputs().get())
        .isNotEqualTo(file(Map.of("css/a.css", "1")).inputs().get());
  }

  /** Readers pay for it. */
  @Test
  void isSmall() throws IOException {
    assertThat(packed(text(SHELL))).isLessThan(3000);
  }

  @Test
  void withoutAShellItGoes() {
    assertThat(text(Map.of()))
        .contains("registration.unregister()")
        .doesNotContain("'fetch'", "SHELL", "VERSION");
  }

  private static OtherFile file(Map<String, String> shell) {
    return new ServiceWorker(new TreeMap<>(shell)).file();
  }

  private static String text(Map<String, String> shell) {
    return file(shell).text().get();
  }

  private static int packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
