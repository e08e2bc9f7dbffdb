package vn.cachlamhay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.Views;

/** The file between counting and baking. */
class ViewsFileTest {

  private static final Views VIEWS =
      new Views(
          Map.of(
              "b.html", new Views.Count(1, 20),
              "a/z.html", new Views.Count(1_234_567, 9_876_543_210L),
              "a.html", new Views.Count(0, 3)));

  @TempDir Path folder;

  @Test
  void isSortedByAddressAndReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("data/views.csv");
    ViewsFile.write(file, VIEWS);

    assertThat(file)
        .hasContent(
            """
            path,views_30_days,views
            /a.html,0,3
            /a/z.html,1234567,9876543210
            /b.html,1,20
            """);
    assertThat(ViewsFile.read(file, "data/views.csv")).isEqualTo(VIEWS);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void withoutTheFileNothingWasRead() {
    assertThat(ViewsFile.read(folder.resolve("views.csv"), "")).isEqualTo(Views.NONE);
  }

  @Test
  void mayComeFromWindows() throws IOException {
    Path file = folder.resolve("views.csv");
    Files.writeString(file, "\ufeffpath,views_30_days,views\r\n/a.html,1,2\r\n");

    assertThat(ViewsFile.read(file, "").byUri()).containsEntry("a.html", new Views.Count(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.html,1,2",
        "/a.html,1",
        "/a.html,1,2,3",
        "/a.html,-1,2",
        "/a.html,1.5,2",
        "/a.html,1,9999999999999999",
        "/a b.html,1,2",
        "\"/a.html\",1,2",
        "/a.html;1;2",
      })
  void anyOtherLineIsAnErrorAtItsPlace(String line) throws IOException {
    Path file = folder.resolve("views.csv");
    Files.writeString(file, "path,views_30_days,views\n/b.html,1,2\n" + line + "\n/c.html,1,2\n");

    assertThatThrownBy(() -> ViewsFile.read(file, "data/views.csv"))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .extracting(problem -> problem.pos() + " " + problem.code().code())
                    .isEqualTo("data/views.csv:3 luot-doc-hong"));
  }
}
