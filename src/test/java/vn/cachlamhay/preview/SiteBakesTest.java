package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteBakesTest {

  @TempDir Path site;

  /** As Linux, macOS and Windows say it. */
  @ParameterizedTest
  @CsvSource({
    "No space left on device, dia-day",
    "There is not enough space on the disk, dia-day",
    "Disk quota exceeded, dia-day",
    "Permission denied, dia-hong",
    "The process cannot access the file because it is being used by another process, dia-hong"
  })
  void tellsAFullDiskFromOtherTroubles(String reason, String code) {
    try (var bakes = new SiteBakes(site, site.resolve("out"), new Events(), inputs -> {})) {
      assertThat(bakes.problem(new IOException(reason)).code().code()).isEqualTo(code);
      String file = site.resolve("out/a.html").toString();
      var problem = bakes.problem(new FileSystemException(file, null, reason));
      assertThat(problem.code().code()).isEqualTo(code);
      assertThat(problem.pos().file()).isEqualTo("out/a.html");
    }
  }
}
