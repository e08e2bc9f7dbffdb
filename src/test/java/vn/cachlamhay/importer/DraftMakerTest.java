package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Recognizer;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.FileSource;
import vn.cachlamhay.richtext.Manuscript;

/** What is made of a manuscript loses nothing. */
class DraftMakerTest {

  private static final DraftMaker MAKER =
      new DraftMaker(
          new Recognizer(
              Gazetteer.load(Path.of("data/localities.yaml")),
              Topics.load(Path.of("data/topics.yaml"))),
          LocalDate.of(2026, 11, 22));

  private static final String PARAGRAPH =
      "<p>Từ đầu năm, mỗi chi bộ của huyện nhận một việc khó ở bản và báo cáo kết quả vào cuối quý, "
          + "có ghi rõ ai làm, làm đến đâu và còn vướng gì để cấp trên giúp gỡ.</p>";

  private static Draft draft(String html) {
    return MAKER.of(
        new Manuscript(
            Jsoup.parse(html), List.of(), List.of(), FileSource.NONE, List.of(), List.of()),
        "bai.docx");
  }

  private static String body(Draft draft) {
    return draft.text().markdown(1, "anh-").markdown();
  }

  @Test
  void whatGoesIntoAFieldLeavesTheBody() {
    Draft draft = draft("<h1>Mỗi chi bộ một việc khó</h1>" + PARAGRAPH + PARAGRAPH);

    assertThat(draft.title()).hasValue("Mỗi chi bộ một việc khó");
    assertThat(body(draft)).doesNotContain("một việc khó\n").startsWith("Từ đầu năm");
  }

  @Test
  void aTitleWithANoteStaysInTheTextTooSoThatTheNoteDoes() {
    Draft draft =
        draft(
            "<h1>Mỗi chi bộ một việc khó<a href='#n' id='r'>1</a></h1>"
                + PARAGRAPH
                + PARAGRAPH
                + "<p id='n'><a href='#r'>1</a> Theo nghị quyết của Huyện ủy.</p>");

    assertThat(draft.title()).hasValue("Mỗi chi bộ một việc khó");
    assertThat(body(draft))
        .contains("## Mỗi chi bộ một việc khó[^1]")
        .contains("[^1]: Theo nghị quyết của Huyện ủy.");
  }

  @Test
  void aTextThatWouldBeCutToPiecesStaysAsItIs() {
    Draft draft =
        draft(
            "<ol><li>Cấp một</li><li>Cấp hai<ol><li>mục a</li><li>mục b</li></ol></li></ol>"
                + "<h1>Đề mục cuối</h1>");

    assertThat(body(draft)).contains("Cấp một").contains("mục b");
    assertThat(draft.notices())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NHAP_GIU_NGUYEN);
  }

  @Test
  void theLeadIsNotThereTwice() {
    Draft draft =
        draft(
            "<h1>Mỗi chi bộ một việc khó</h1><p><b>Một năm, bốn mươi mốt việc khó được làm xong ở các bản vùng cao.</b></p>"
                + PARAGRAPH
                + PARAGRAPH);

    assertThat(draft.values(Field.SUMMARY))
        .containsExactly("Một năm, bốn mươi mốt việc khó được làm xong ở các bản vùng cao.");
    assertThat(body(draft)).startsWith("Từ đầu năm").doesNotContain("bốn mươi mốt");
  }

  @Test
  void faultsOfTypingAreTidiedAndTold() {
    Draft draft =
        draft("<h1>Mỗi chi bộ  một việc khó</h1>" + PARAGRAPH.replace("cuối quý,", "cuối quý ,"));

    assertThat(body(draft)).contains("cuối quý, có ghi");
    assertThat(draft.changes())
        .anySatisfy(change -> assertThat(change.before()).contains("cuối quý ,"));
    assertThat(draft.values(Field.TITLE)).containsExactly("Mỗi chi bộ một việc khó");
  }
}
