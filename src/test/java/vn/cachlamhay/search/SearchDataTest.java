package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.page.SearchSegment;

/** The scripts of the search page: one that names the others, and those with the articles. */
class SearchDataTest {

  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);

  @Test
  void namesItsPartsNewestFirst() {
    assertThat(files(1203))
        .containsOnlyKeys(
            "tim-kiem/muc-luc.js",
            "tim-kiem/muc-luc/moi.js",
            "tim-kiem/muc-luc/100-12.js",
            "tim-kiem/muc-luc/100-11.js",
            "tim-kiem/muc-luc/1000-1.js")
        .containsEntry(
            "tim-kiem/muc-luc.js",
            "window.CLH_MUC_LUC={phan:[\"moi\",\"100-12\",\"100-11\",\"1000-1\"],bai:{}};\n");
  }

  @Test
  void putsArticlesUnderTheNameOfTheirPartNewestFirst() {
    assertThat(files(102).get("tim-kiem/muc-luc/moi.js"))
        .isEqualTo(
            """
            window.CLH_MUC_LUC.bai["moi"]=[
            {"u":"bai-viet/bai-101.html","t":"bai-101","s":"Tóm tắt","d":"12/04/2018","p":"","c":""},
            {"u":"bai-viet/bai-100.html","t":"bai-100","s":"Tóm tắt","d":"11/04/2018","p":"","c":""}
            ];
            """);
  }

  @Test
  void changesOnePartForANewArticle() {
    Map<String, String> before = files(350);
    assertThat(files(351).entrySet())
        .filteredOn(file -> !file.getValue().equals(before.get(file.getKey())))
        .extracting(Map.Entry::getKey)
        .containsExactly("tim-kiem/muc-luc/moi.js");
  }

  @Test
  void isThereForASiteWithoutArticles() {
    assertThat(files(0))
        .containsExactly(
            Map.entry("tim-kiem/muc-luc.js", "window.CLH_MUC_LUC={phan:[],bai:{}};\n"));
  }

  @Test
  void namesNothingThatListsDoNotShow() {
    Article draft = Samples.article("nhap").status(Status.DRAFT).build();
    Article page = Samples.article("trang").type("page").build();
    assertThat(files(List.of(draft, page))).containsOnlyKeys("tim-kiem/muc-luc.js");
  }

  /** A title may hold what would end a script or a line of it. */
  @Test
  void staysAScriptWhateverATitleHolds() {
    Article odd = Samples.article("a").title("</script> \" \\ \u2028 đ 😀").build();
    assertThat(files(List.of(odd)).get("tim-kiem/muc-luc/moi.js"))
        .contains("\\u003c/script\\u003e \\\" \\\\ \\u2028 đ 😀");
  }

  private static Map<String, String> files(int count) {
    return files(
        IntStream.range(0, count)
            .mapToObj(i -> Samples.article("bai-%03d".formatted(i)).date(START.plusDays(i)).build())
            .toList());
  }

  private static Map<String, String> files(List<Article> articles) {
    var files = new TreeMap<String, String>();
    SearchData.files(SearchSegment.of(Samples.library(articles)))
        .forEach(file -> files.put(file.uri(), file.text().get()));
    return files;
  }
}
