package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small one in memory, which only root may make. */
class FullDiskTest {

  private static final String ARTICLE = Previewed.ARTICLE;
  private static final String PAGE = Previewed.PAGE;

  @TempDir Path folder;

  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("o-dia"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString());
    if (!mounted) {
      System.out.println("SKIPPED: no disk of one's own can be mounted here: FullDiskTest");
      Assumptions.abort("mounting is not possible");
    }
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  @Test
  void itIsToldOldPagesStayAndItGoesOnByItselfOnceThereIsRoom() throws IOException {
    Path output = disk.resolve("trang");
    try (Previewed site = Previewed.into(output, folder.resolve("site"))) {
      assertThat(site.preview.state().problems()).noneMatch(problem -> problem.isError());
      Path filler = fill();
      String before = site.page(PAGE);
      site.site.append(ARTICLE, "\n" + "Một câu chưa có chỗ. ".repeat(2_000) + "\n");
      site.site.write("content/bai-viet/2030/moi.md", Previewed.article("Bài chưa có chỗ"));
      site.awaitProblems("dia-day");
      assertThat(site.preview.state().stopped()).isTrue();
      // every page that was there is still whole, on the disk and in the browser
      assertThat(site.page(PAGE)).isEqualTo(before).contains("</html>");
      assertThat(site.page("index.html")).contains("</html>");
      assertThat(site.get("bai-viet/2030/moi.html").statusCode()).isEqualTo(404);

      Files.delete(filler);
      site.awaitPage(PAGE, "Một câu chưa có chỗ.");
      site.awaitPage("bai-viet/2030/moi.html", "Bài chưa có chỗ");
      site.awaitProblems();
      assertThat(site.heard.failures).isEmpty();
    }
  }

  /** Also where there is no room from the first page on. */
  @Test
  void aSiteThatFindsNoRoomAtAllBeginsWhenThereIsSome() throws IOException {
    Path filler = fill();
    try (Previewed site = Previewed.into(disk.resolve("trang"), folder.resolve("site"))) {
      site.awaitProblems("dia-day");
      Files.delete(filler);
      site.awaitPage(PAGE, "</html>");
      site.awaitProblems();
      assertThat(site.heard.failures).isEmpty();
    }
  }

  /** Takes all the room that is left, to the last byte. */
  private Path fill() throws IOException {
    Path filler = disk.resolve("day");
    Files.createFile(filler);
    for (int size = 1 << 20; size > 0; size /= 2) {
      try {
        while (true) {
          Files.write(filler, new byte[size], StandardOpenOption.APPEND);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space left");
      }
    }
    return filler;
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
