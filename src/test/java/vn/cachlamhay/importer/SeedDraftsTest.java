package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.build.SiteImport;
import vn.cachlamhay.edit.SourceFile;

/** The five pages that started it, as drafts. */
class SeedDraftsTest {

  private static final Path SEEDS = Path.of("../shared/seeds");

  /** By the beginning of the file's name: date, authors, agency, place, topic. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "000",
          "[]|[Phùng Khiêm]|[Báo Lạng Sơn điện tử]|[Lạng Sơn/huyện Bắc Sơn]|[Phát triển đảng viên]",
          "001",
          "[2024-04-22 19:58]|[Thu Huyền]|[]|[Bắc Ninh/thành phố Bắc Ninh]|[Phát triển đảng viên]",
          "002",
          "[]|[]|[]|[Sơn La/huyện Bắc Yên/xã Làng Chếu]|[Phát triển đảng viên]",
          "003",
          "[]|[Thanh Mai, Dì Ly]|[Báo Lạng Sơn điện tử]|[Lạng Sơn/huyện Đình Lập]"
              + "|[Củng cố tổ chức cơ sở đảng]",
          "004",
          "[2018-05-09 07:44]|[Đinh Tiến]|[Ban Tuyên giáo Tỉnh ủy Bình Thuận]"
              + "|[Bình Thuận/huyện Bắc Bình]|[Phát triển đảng viên]");

  @TempDir Path site;

  @Test
  void eachIsADraftAsAPersonWouldWriteIt() throws IOException {
    assumeThat(SEEDS).as("the seeds are not here").exists();
    DraftSite.make(site);
    Map<String, String> found = new TreeMap<>();

    List<Outcome> outcomes;
    try (Importer importer =
        new SiteImport(site).importer(new ImportOptions(Optional.empty(), false, false))) {
      outcomes = importer.run(List.of(SEEDS.toString()), () -> false, (outcome, done, all) -> {});
    }

    for (Outcome outcome : outcomes) {
      Path file = site.resolve("content").resolve(outcome.article().orElseThrow());
      Map<String, List<String>> fields = SourceFile.of(Files.readAllBytes(file), "~~~~~~").fields();
      assertThat(fields.get("status")).containsExactly("draft");
      String name = Path.of(outcome.source()).getFileName().toString().substring(0, 3);
      found.put(
          name,
          String.join(
              "|",
              List.of("date", "author", "agency", "locality", "topic").stream()
                  .map(key -> fields.getOrDefault(key, List.of()).toString())
                  .toList()));
    }
    assertThat(found).isEqualTo(new TreeMap<>(EXPECTED));
  }
}
