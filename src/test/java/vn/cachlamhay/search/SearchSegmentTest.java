package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchSegment;

class SearchSegmentTest {

  /** First article, number of articles and shards of each segment. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,
          1, 0+1/1
          7, 0+7/1
          8, 0+8/1
          9, 0+8/1 8+1/1
          31, 0+24/1 24+7/1
          32, 0+32/16
          33, 0+32/16 32+1/1
          511, 0+480/128 480+24/1 504+7/1
          512, 0+512/256
          513, 0+512/256 512+1/1
          1000, 0+512/256 512+480/128 992+8/1
          10000, 0+9728/2048 9728+256/128 9984+16/1
          """)
  void dividesOldFromNew(int articles, String segments) {
    assertThat(
            segments(articles).stream()
                .map(s -> s.first() + "+" + s.documents().size() + "/" + s.shards()))
        .containsExactly(segments == null ? new String[0] : segments.split(" "));
  }

  @Test
  void aNewArticleChangesTheNewestSegmentOnly() {
    List<SearchSegment> before = segments(1001);
    List<SearchSegment> after = segments(1002);
    assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
    assertThat(after.get(3).id()).isNotEqualTo(before.get(3).id());
    assertThat(after.get(3).isSmall()).isTrue();
  }

  private static List<SearchSegment> segments(int articles) {
    return SearchSegment.of(
        IntStream.range(0, articles)
            .mapToObj(
                i -> new SearchDocument(i, Samples.article("a" + i).build(), List.of(), "Tin tức"))
            .toList());
  }
}
