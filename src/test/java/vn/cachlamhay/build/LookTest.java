package vn.cachlamhay.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.jbake.Preview;

/** Texts that are being typed: what they will look like, and what is wrong with them. */
class LookTest {

  private static final String SOURCE = "content/bai-viet/2018/bac-son.md";
  private static final String PAGE = "bai-viet/2018/bac-son.html";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void copySite() throws IOException {
    site = TestSite.copyOf("portal-small", folder.resolve("site"));
  }

  /** The typed page is, byte for byte, the one that a bake makes of the saved text. */
  @Test
  void showsWhatTheBakeWillMake() throws IOException {
    try (var live = live()) {
      live.bake(Set.of());
      Map<String, String> before = site.output();
      String typed =
          text().replace("summary: Bốn bước", "summary: Năm bước") + "\nThêm một dòng.\n";
      Preview.Look look = live.look(path(SOURCE), typed.getBytes(UTF_8)).orElseThrow();
      assertThat(look.problems()).noneMatch(Problem::isError);
      assertThat(look.uri()).isEqualTo(PAGE);
      assertThat(site.output()).as("nothing is written").isEqualTo(before);
      Files.writeString(path(SOURCE), typed);
      live.bake(Set.of());
      assertThat(new String(look.page().orElseThrow().bytes(), UTF_8))
          .isEqualTo(site.pages().get(PAGE));
    }
  }

  /** While something is wrong the page is there all the same, and the words are those of a bake. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an unknown place      | locality: Lạng Sơn/Bắc Sơn | locality: Lạng Sơng          | 11",
        "an unknown topic      | topic: Tạo nguồn           | topic: Tạo nguồng            | 12",
        "a date that is none   | date: 2018-09-12 08:30     | date: hôm qua                | 3",
        "an unknown status     | status: published          | status: xong                 | 6",
        "a broken link         | ../2019/ket-qua.md#ket-qua | ../2019/khong-co.md          | 22",
        "a section that is not | ../2019/ket-qua.md#ket-qua | #khong-co                    | 22",
        "a picture that is not | (anh/co.svg                | (anh/khong-co.svg            | 24",
      })
  void tellsWhatIsWrongAsABakeWould(String what, String old, String typed, int line)
      throws IOException {
    String text = text().replace(old, typed);
    assertThat(text).isNotEqualTo(text());
    try (var live = live()) {
      live.bake(Set.of());
      Preview.Look look = live.look(path(SOURCE), text.getBytes(UTF_8)).orElseThrow();
      assertThat(look.page()).as(what).isPresent();
      List<Problem> errors = look.problems().stream().filter(Problem::isError).toList();
      assertThat(errors).as(what).extracting(problem -> problem.pos().line()).contains(line);
      Files.writeString(path(SOURCE), text);
      BuildReport report = live.bake(Set.of());
      List<Problem> told =
          report.problems().stream()
              .filter(problem -> problem.isError() && problem.pos().file().equals(SOURCE))
              .toList();
      assertThat(told).as(what).isEqualTo(errors);
    }
  }

  /** Somebody goes on typing while what was saved is baked. */
  @Test
  void looksWhileItBakes() throws Exception {
    try (var live = live()) {
      live.bake(Set.of());
      var baking = new AtomicBoolean(true);
      CompletableFuture<Void> bakes =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int i = 0; i < 20; i++) {
                    site.append("content/bai-viet/2019/ket-qua.md", "\nLần " + i + ".\n");
                    live.bake(Set.of());
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                } finally {
                  baking.set(false);
                }
              });
      int looks = 0;
      while (baking.get()) {
        String typed = text() + "\nGõ lần " + looks + ".\n";
        Preview.Look look = live.look(path(SOURCE), typed.getBytes(UTF_8)).orElseThrow();
        assertThat(new String(look.page().orElseThrow().bytes(), UTF_8))
            .contains("Gõ lần " + looks + ".");
        looks++;
      }
      bakes.get();
      assertThat(looks).isPositive();
    }
    Map<String, String> afterwards = site.output();
    site.deleteCache();
    new LiveSite(folder.resolve("site"), Optional.empty(), true).bake(Set.of());
    assertThat(site.output()).isEqualTo(afterwards);
  }

  @Test
  void aLinkToASectionThatIsBeingTypedIsRight() throws IOException {
    try (var live = live()) {
      live.bake(Set.of());
      String text = text() + "\n## Phần mới\n\nXem [phần mới](#phan-moi).\n";
      assertThat(live.look(path(SOURCE), text.getBytes(UTF_8)).orElseThrow().problems())
          .noneMatch(Problem::isError);
    }
  }

  @ParameterizedTest
  @CsvSource({"draft, true", "review, true", "published, false"})
  void marksWhatReadersDoNotSeeYet(String status, boolean marked) throws IOException {
    site.append("templates/article.ftlh", "<#if article.draft>[bản nháp]</#if>");
    try (var live = live()) {
      live.bake(Set.of());
      byte[] typed = text().replace("status: published", "status: " + status).getBytes(UTF_8);
      Preview.Look look = live.look(path(SOURCE), typed).orElseThrow();
      assertThat(look.uri()).isEqualTo(PAGE);
      assertThat(new String(look.page().orElseThrow().bytes(), UTF_8).contains("[bản nháp]"))
          .isEqualTo(marked);
    }
  }

  @Test
  void showsAnArticleOfWhichThereIsNoFileYet() throws IOException {
    try (var live = live()) {
      live.bake(Set.of());
      byte[] typed = text().replace("aliases: [/tin/123.html]\n", "").getBytes(UTF_8);
      Path file = path("content/bai-viet/2018/bai-moi.md");
      Preview.Look look = live.look(file, typed).orElseThrow();
      assertThat(look.uri()).isEqualTo("bai-viet/2018/bai-moi.html");
      assertThat(look.page()).isPresent();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void hasNoPageOfWhatCannotBeTakenApart() throws IOException {
    try (var live = live()) {
      live.bake(Set.of());
      Preview.Look look =
          live.look(path(SOURCE), "không có phần đầu".getBytes(UTF_8)).orElseThrow();
      assertThat(look.page()).isEmpty();
      assertThat(look.problems()).anyMatch(Problem::isError);
    }
  }

  @Test
  void knowsNothingBeforeTheFirstBakeAndOfPlainProjects() throws IOException {
    try (var live = live()) {
      assertThat(live.look(path(SOURCE), new byte[0])).isEmpty();
      assertThat(live.catalog()).isEmpty();
    }
    TestSite.copyOf("jbake-stock", folder.resolve("jbake"));
    try (var live = new LiveSite(folder.resolve("jbake"), Optional.empty(), true)) {
      live.bake(Set.of());
      assertThat(live.look(folder.resolve("jbake/content/blog/bai-1.md"), new byte[0])).isEmpty();
      assertThat(live.catalog()).isEmpty();
    }
  }

  /** An article with a broken link is left out of the site, and stays in the editors' list. */
  @Test
  void theCatalogHasArticlesWithErrorsToo() throws IOException {
    try (var live = live()) {
      Files.writeString(path(SOURCE), text().replace("../2019/ket-qua.md", "../2019/khong-co.md"));
      live.bake(Set.of());
      assertThat(live.catalog().orElseThrow().library().articles())
          .anyMatch(article -> article.source().equals(SOURCE));
    }
  }

  private LiveSite live() {
    return new LiveSite(folder.resolve("site"), Optional.empty(), true);
  }

  private Path path(String inside) {
    return folder.resolve("site").resolve(inside);
  }

  private String text() throws IOException {
    return Files.readString(path(SOURCE));
  }
}
