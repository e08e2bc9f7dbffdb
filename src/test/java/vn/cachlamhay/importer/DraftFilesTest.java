package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.edit.SafePaths;
import vn.cachlamhay.edit.Uploads;
import vn.cachlamhay.richtext.FileSource;
import vn.cachlamhay.richtext.Manuscript;

/** Files that are put beside a draft. */
class DraftFilesTest {

  @TempDir Path content;

  @Test
  void anAttachmentThatCannotBeHadIsToldAndTheOthersCome() throws IOException {
    FileSource files =
        address -> {
          if (address.endsWith("hong.csv")) {
            throw new IOException("connection reset");
          }
          return address.endsWith("so-lieu.csv")
              ? Optional.of("năm,số\n2018,182\n".getBytes(StandardCharsets.UTF_8))
              : Optional.empty();
        };
    var manuscript =
        new Manuscript(
            Jsoup.parse("<p>Chữ</p>"),
            List.of(),
            List.of(
                new Manuscript.Attachment("Số liệu", "https://example.vn/tep/so-lieu.csv?v=2"),
                new Manuscript.Attachment("Hỏng", "https://example.vn/tep/hong.csv"),
                new Manuscript.Attachment("Mất", "https://example.vn/tep/mat.csv")),
            address -> files.open(address.replaceFirst("[?].*", "")),
            List.of(),
            List.of());
    List<Problem> told = new ArrayList<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();

    new DraftFiles(new Uploads(new SafePaths(content)::resolve), "bai-viet/2018/a.md", told)
        .attachments(manuscript, fields);

    assertThat(fields).containsEntry("attachments", List.of("so-lieu.csv"));
    assertThat(content.resolve("bai-viet/2018/so-lieu.csv")).content().contains("2018,182");
    assertThat(told)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NHAP_TEP_KEM, ProblemCode.NHAP_TEP_KEM);
    assertThat(told).extracting(problem -> problem.args().get(0)).allMatch(a -> a.endsWith(".csv"));
  }
}
