package vn.cachlamhay.richtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/** Texts whose lines are looked at and changed. */
class RichTextTest {

  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static final String ARTICLE =
      """
      <h1>Cách làm ở Bắc Sơn</h1>
      <p><b>Một năm, <i>182</i> đảng viên.</b></p>
      <img src="anh/hop.png" alt="Cuộc họp">
      <p><i>Đảng ủy xã họp chi bộ</i></p>
      <ul><li>Giao  chỉ tiêu<ul><li>từng quý</li></ul></li><li>Mở lớp</li></ul>
      <table><tr><th>Năm</th><th>Số</th></tr><tr><td>2018</td><td>182</td></tr></table>
      <blockquote><p>Làm thật.</p></blockquote>
      <p>Xem <a href="https://example.vn/a">bài gốc</a><a href="#n1" id="r1">1</a></p>
      <p id="n1"><a href="#r1">1</a> Báo cáo năm 2018.</p>
      """;

  private static RichText read(String html) {
    FileSource files =
        address -> address.startsWith("anh/") ? Optional.of(PIXEL) : Optional.empty();
    return RichText.read(
        new Manuscript(Jsoup.parse(html), List.of(), List.of(), files, List.of(), List.of()),
        "bai.html");
  }

  private static String markdown(RichText text) {
    return text.markdown(1, "anh-").markdown();
  }

  @Test
  void tellsItsLines() {
    assertThat(read(ARTICLE).passages())
        .extracting(p -> p.number() + " " + p.kind() + " " + p.level() + " " + p.text())
        .containsExactly(
            "0 HEADING 1 Cách làm ở Bắc Sơn",
            "1 PARAGRAPH 0 Một năm, 182 đảng viên.",
            "2 PICTURE 0 ",
            "3 PARAGRAPH 0 Đảng ủy xã họp chi bộ",
            "4 ITEM 0 Giao chỉ tiêu",
            "5 ITEM 0 từng quý",
            "6 ITEM 0 Mở lớp",
            "7 CELL 0 Năm",
            "8 CELL 0 Số",
            "9 CELL 0 2018",
            "10 CELL 0 182",
            "11 QUOTE 0 Làm thật.",
            "12 PARAGRAPH 0 Xem bài gốc" + Passage.ATOM,
            "13 NOTE 0 Báo cáo năm 2018.");
    assertThat(read(ARTICLE).passages())
        .filteredOn(Passage::bold)
        .extracting(Passage::number)
        .containsExactly(1);
    assertThat(read(ARTICLE).passages())
        .filteredOn(Passage::italic)
        .extracting(Passage::number)
        .containsExactly(3);
  }

  @Test
  void withoutEditsItIsTheSame() {
    assertThat(markdown(read(ARTICLE).with(List.of(), Map.of())))
        .isEqualTo(markdown(read(ARTICLE)));
  }

  @Test
  void linesChangeAndGo() {
    RichText text = read(ARTICLE);
    List<Passage> lines = text.passages();

    RichText changed =
        text.with(
            List.of(
                Edit.remove(lines.get(0)),
                new Edit(1, 0, 3, "Hai"),
                new Edit(1, 7, 8, " –"),
                Edit.remove(lines.get(5)),
                new Edit(12, 0, 3, "Đọc")),
            Map.of(3, 2));

    assertThat(markdown(changed))
        .isEqualTo(
            """
            **Hai năm – *182* đảng viên.**

            ![Cuộc họp](anh-1.png "Đảng ủy xã họp chi bộ")

            - Giao chỉ tiêu
            - Mở lớp

            | Năm | Số |
            |---|---:|
            | 2018 | 182 |

            > Làm thật.

            Đọc [bài gốc](https://example.vn/a)[^1]

            [^1]: Báo cáo năm 2018.
            """);
  }

  @Test
  void aListOfWhichNothingIsLeftIsGone() {
    RichText text = read("<p>Đầu</p><ul><li>một</li><li>hai</li></ul><p>Cuối</p>");

    RichText changed =
        text.with(
            text.passages().stream()
                .filter(p -> p.kind() == Passage.Kind.ITEM)
                .map(Edit::remove)
                .toList(),
            Map.of());

    assertThat(markdown(changed)).isEqualTo("Đầu\n\nCuối\n");
  }

  @Test
  void whatIsPutInLooksAsItsPlaceDid() {
    RichText text = read("<p>a <b>đậm</b> z</p>");

    assertThat(markdown(text.with(List.of(new Edit(0, 2, 5, "ĐẬM")), Map.of())))
        .isEqualTo("a **ĐẬM** z\n");
    assertThat(markdown(text.with(List.of(new Edit(0, 5, 5, "…")), Map.of())))
        .isEqualTo("a **đậm…** z\n");
    assertThat(markdown(text.with(List.of(new Edit(0, 0, 0, "Ô ")), Map.of())))
        .isEqualTo("Ô a **đậm** z\n");
  }

  @Test
  void anEditOutsideItsLineIsRefused() {
    RichText text = read("<p>ngắn</p>");

    assertThatThrownBy(() -> text.with(List.of(new Edit(0, 2, 9, "")), Map.of()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.with(List.of(new Edit(1, 0, 1, "")), Map.of()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () -> text.with(List.of(new Edit(0, 0, 2, ""), new Edit(0, 1, 3, "")), Map.of()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void thePictureAtTheHeadCanBeTheArticlesOwn() {
    RichText text =
        read(
            "<figure><img src='anh/1.png' alt='Lễ'><figcaption>Lễ kết nạp</figcaption></figure><p>Chữ</p>");

    assertThat(text.firstPicture())
        .hasValueSatisfying(
            head -> {
              assertThat(head.caption()).isEqualTo("Lễ kết nạp");
              assertThat(head.alt()).isEqualTo("Lễ");
              assertThat(head.type()).isEqualTo("png");
              assertThat(head.bytes()).isEqualTo(PIXEL);
            });
    assertThat(text.withoutFirstPicture().map(RichTextTest::markdown)).hasValue("Chữ\n");
    assertThat(read("<p>Chữ</p><img src='anh/1.png'>").firstPicture()).isEmpty();
  }

  @Test
  void aPictureThatCannotBeOpenedIsTold() {
    RichText text =
        read(
            "<p>Chữ</p><img src='mat/1.png' alt='Lễ'><img src='https://example.vn/2.png' alt='Hội'>");

    assertThat(text.notices())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NHAP_THIEU_ANH);
    assertThat(text.notices().get(0).args())
        .containsExactly("2", "mat/1.png, https://example.vn/2.png");
    assertThat(text.notices().get(0).pos().file()).isEqualTo("bai.html");
    assertThat(markdown(text))
        .isEqualTo("Chữ\n\n*Ảnh: Lễ*\n\n[Ảnh: Hội](https://example.vn/2.png)\n");
  }
}
