package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The search page does not load the sheet of lists, and has the few rules that it needs of it. */
class StyleSheetsTest {

  private static final Path SHEETS = Path.of("assets", "css");
  private static final Pattern SHARED =
      Pattern.compile(
          "/\\* As in danh-sach\\.css.*?\\*/\n(.*?)/\\* Only here\\. \\*/", Pattern.DOTALL);

  @Test
  void rulesOfListsAreTheSameOnTheSearchPage() throws IOException {
    var shared = SHARED.matcher(Files.readString(SHEETS.resolve("tim-kiem.css")));
    assertThat(shared.find()).isTrue();
    List<String> rules = shared.group(1).lines().filter(line -> !line.isBlank()).toList();

    assertThat(rules).hasSizeGreaterThan(10);
    assertThat(Files.readString(SHEETS.resolve("danh-sach.css")).lines()).containsAll(rules);
  }
}
