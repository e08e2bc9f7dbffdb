package vn.cachlamhay.jbake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.cachlamhay.html.ArticleHtml;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.text.VietnameseOrder;
import vn.cachlamhay.text.VietnameseText;

/**
 * What Java loads and sets up for the first of thousands of texts and templates takes a tenth of a
 * second. It passes unnoticed while the configuration is read and there is nothing else to do.
 * Stateless.
 */
public final class WarmUp {

  /** Of the parts that most texts have. */
  private static final String ANY_TEXT =
      "## Mục\n\nMột *câu* có [liên kết](a.html).\n\n- ý\n\n| Năm | Số |\n|---|---|\n| 2025 | 62 |\n";

  private WarmUp() {}

  /** Begins it; nobody has to wait for it. */
  public static void begin() {
    List.<Runnable>of(WarmUp::render, TemplateRenderer::warmUp, VietnameseOrder::new)
        .forEach(CompletableFuture::runAsync);
  }

  private static void render() {
    String html = new MarkdownRenderer().render(ANY_TEXT, "", 1).html();
    new ArticleHtml(VietnameseText::slug).finish(html, new Alone());
  }
}
