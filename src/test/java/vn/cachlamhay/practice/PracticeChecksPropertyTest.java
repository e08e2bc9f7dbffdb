package vn.cachlamhay.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.page.Samples;

/** Whatever stands in a table, the checks say notices on lines of the text, and nothing fails. */
class PracticeChecksPropertyTest {

  @Property(seed = "20180904", tries = 2000)
  void neverFails(@ForAll("markups") String markup) {
    List<Problem> problems =
        PracticeChecks.of(
            Samples.article("a").type("post").build().withMarkup(markup), Practice.NONE);
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.pos().line()).isBetween(1, (int) markup.lines().count());
            });
  }

  @Provide
  Arbitrary<String> markups() {
    List<String> cells =
        List.of(
            "Đảng viên mới",
            "182",
            "88,78%",
            "0",
            "–",
            "",
            "trên 60",
            "12/0",
            "0/0",
            "2–3",
            "-5",
            "2018",
            "11,000",
            "1,5 triệu",
            "–3%",
            "(",
            "\\|",
            "**5**",
            "[a](b)",
            "$1",
            "100% %",
            "ít nhất 650",
            "9".repeat(15),
            "0,000000001");
    Arbitrary<String> row =
        Arbitraries.of(cells).list().ofSize(6).map(each -> "| " + String.join(" | ", each) + " |");
    Arbitrary<String> line =
        Arbitraries.of(
            "Cả huyện có 5 đảng viên mới.",
            "",
            "```",
            "<!--",
            "-->",
            "[Bảng]",
            "|",
            "|---|",
            "| a");
    Arbitrary<String> table =
        row.list()
            .ofMaxSize(4)
            .map(
                rows ->
                    "\n| Chỉ tiêu | Đơn vị | Giao | Đạt | Tỷ lệ | Năm |\n|-|-|-|-|-|-|\n"
                        + String.join("\n", rows)
                        + "\n");
    return Arbitraries.oneOf(line, table).list().ofMaxSize(6).map(all -> String.join("\n", all));
  }
}
