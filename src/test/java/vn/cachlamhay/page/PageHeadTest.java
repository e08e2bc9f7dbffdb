package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links of a page's frame. */
class PageHeadTest {

  /** The page for missing addresses is shown at any depth. */
  @ParameterizedTest
  @CsvSource({
    "dia-phuong/a/index.html, ../../, dia-phuong/a/b/index.html, b/index.html",
    "dia-phuong/a/index.html, ../../, tin-tuc/index.html, ../../tin-tuc/index.html",
    "404.html, '', a/b.html, a/b.html",
    "404.html, https://x.vn/, a/b.html, https://x.vn/a/b.html",
  })
  void aLinkGoesTheShortestWayThatHolds(String uri, String root, String to, String link) {
    var head = new PageHead("", uri, root, "", "", "", List.of(), List.of(), "", "", "", false, "");
    assertThat(head.href(to)).isEqualTo(link);
  }
}
