package bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.cachlamhay.html.ArticleHtml;
import vn.cachlamhay.html.ImageSizes;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.text.VietnameseText;

/** One real article from Markdown to clean HTML and plain text, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ArticleBenchmark {

  private static final ArticleHtml.Surroundings NOWHERE =
      new ArticleHtml.Surroundings() {
        @Override
        public String href(String written) {
          return written;
        }

        @Override
        public Optional<ImageSizes.Size> imageSize(String written) {
          return Optional.empty();
        }

        @Override
        public String sources(String written, ImageSizes.Size size) {
          return "";
        }
      };

  private final MarkdownRenderer renderer = new MarkdownRenderer();
  private final ArticleHtml html = new ArticleHtml(VietnameseText::slug);
  private String markdown;
  private String raw;
  private String finished;

  @Setup
  public void read() throws IOException {
    markdown = Example.markdown();
    raw = renderer.render(markdown, Example.ARTICLE, 1).html();
    finished = html.finish(raw, NOWHERE).html();
  }

  /** Markdown to HTML with flexmark, the links collected. */
  @Benchmark
  public Object markdown() {
    return renderer.render(markdown, Example.ARTICLE, 1);
  }

  /** That HTML cleaned and finished. */
  @Benchmark
  public Object cleaning() {
    return html.finish(raw, NOWHERE);
  }

  /** The plain text of finished HTML, its headings and anchors with it. */
  @Benchmark
  public Object plainText() {
    return html.read(finished);
  }
}
