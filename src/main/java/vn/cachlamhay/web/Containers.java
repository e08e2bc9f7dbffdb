package vn.cachlamhay.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Where publishing systems put the text of an article. Stateless. */
final class Containers {

  /** What a page says of itself first, then what systems are known to write. */
  private static final List<String> SELECTORS =
      """
      [itemprop=articleBody]
      #news-bodyhtml
      .news-detail-content .bodytext, .news_column .bodytext
      .bodytext
      .ms-rtestate-field .ms-rtestate-write, .ms-rtestate-write, .ms-rtestate-field
      .articleBody, .article-body
      .journal-content-article
      .asset-full-content
      .td-post-content
      .entry-content
      .post-content, .post-body
      .EDN_article_content, .DNN_article_content, .Normal.news-content
      .com-content-article__body
      .item-page
      .article-content, .article__content, .article-detail-content
      .detail-content, .detail-content-body, .news-detail-content
      .cms-body, .content-detail, .noidung, #noidung, .noi-dung, .noidungtin
      article
      main, [role=main]
      """
          .strip()
          .lines()
          .toList();

  private static final int SHORTEST = 140;

  private Containers() {}

  /** The element that a page itself gives as its article, if what it holds can be one. */
  static Optional<Element> in(Element root, Amounts amounts) {
    int most = amounts.prose(root);
    for (String selector : SELECTORS) {
      Optional<Element> largest =
          root.select(selector).stream()
              .filter(element -> !amounts.isInFurniture(element))
              .max(Comparator.comparingInt(amounts::prose));
      if (largest.isPresent()) {
        int own = amounts.prose(largest.get());
        if (own >= SHORTEST && own * 3L >= most) {
          return largest;
        }
      }
    }
    return Optional.empty();
  }
}
