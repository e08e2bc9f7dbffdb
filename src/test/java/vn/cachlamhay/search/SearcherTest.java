package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.page.Samples;

/** What is read of an index, and what is not taken for one. */
class SearcherTest {

  /** One segment with shards of its own, and one in the root. */
  private final Map<String, String> files = files(40);

  @Test
  void bothKindsOfSegmentsAreSearched() {
    var searcher = new Searcher(files::get);

    assertThat(searcher.articles()).isEqualTo(40);
    assertThat(searcher.find("nông thôn", false).full()).isEqualTo(40);
    assertThat(searcher.article(17).title()).isEqualTo("Nông thôn mới 17");
  }

  @Test
  void whatIsToBeMarkedIsTold() {
    Searcher.Found found = new Searcher(files::get).find("  Nông   thon ", false);

    assertThat(found.query()).isEqualTo("Nông thon");
    assertThat(found.words()).extracting(Searcher.Word::exact).containsExactly("nông", "thon");
    assertThat(found.words().get(1).folded()).contains("thon");
  }

  @ParameterizedTest
  @CsvSource({
    "tim-kiem/muc-luc.js, portalSearch, window.portalSearch",
    "tim-kiem/muc-luc.js, '[[0,', '[[0.5,'",
    "tim-kiem/am-tiet.js, '`', '`a 1 1'",
    "tim-kiem/muc-luc/0/, 'shard(0,\"', 'shard(0,\"x'",
    "tim-kiem/muc-luc/0/, '`);', '`'",
    "tim-kiem/bai/0/19.js, portalSearch, x",
    "tim-kiem/bai/0/19.js, '{', '['"
  })
  void aFileThatIsNotOfThisVersionIsNamed(String file, String from, String to) {
    files.replaceAll((uri, text) -> uri.startsWith(file) ? text.replace(from, to) : text);

    assertThatThrownBy(
            () -> {
              var searcher = new Searcher(files::get);
              searcher.find("nông thôn", false).hits().forEach(searcher::article);
            })
        .isInstanceOfSatisfying(
            OtherIndexException.class, e -> assertThat(e.uri()).startsWith(file));
  }

  @Test
  void namesInTheRootMayHoldAnySign() {
    UnaryOperator<Samples.Builder> signs = article -> article.authors("A`);B`", "C\",{}");
    var searcher = new Searcher(files(3, signs)::get);

    assertThat(searcher.find("nông thôn", false).full()).isEqualTo(3);
  }

  private static Map<String, String> files(int articles) {
    return files(articles, article -> article);
  }

  private static Map<String, String> files(int articles, UnaryOperator<Samples.Builder> change) {
    List<Article> list =
        IntStream.range(0, articles)
            .mapToObj(i -> Samples.article("a" + i).title("Nông thôn mới " + i).text("Chữ."))
            .map(article -> change.apply(article).build())
            .toList();
    return new HashMap<>(SearchFiles.of(list).byUri());
  }
}
