package bench;

import java.io.IOException;
import java.text.Normalizer;
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
import vn.cachlamhay.text.VietnameseOrder;
import vn.cachlamhay.text.VietnameseText;

/** Forms of Vietnamese text: of a title, and of the text of a whole article. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextBenchmark {

  private final VietnameseOrder order = new VietnameseOrder();
  private final String title = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại xã";
  private final String other = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại huyện";
  private final String place = "Huyện Đình Lập";
  private String article;
  private String decomposed;

  @Setup
  public void read() throws IOException {
    article = Example.markdown();
    decomposed = Normalizer.normalize(article, Normalizer.Form.NFD);
  }

  @Benchmark
  public String slug() {
    return VietnameseText.slug(title);
  }

  @Benchmark
  public String foldTitle() {
    return VietnameseText.fold(title);
  }

  @Benchmark
  public String foldArticle() {
    return VietnameseText.fold(article);
  }

  /** Text as nearly everybody types it: nothing to do but to look. */
  @Benchmark
  public String nfcArticle() {
    return VietnameseText.nfc(article);
  }

  /** Text as an old Macintosh gives it. */
  @Benchmark
  public String nfcDecomposedArticle() {
    return VietnameseText.nfc(decomposed);
  }

  @Benchmark
  public String nameKey() {
    return VietnameseText.nameKey(place);
  }

  @Benchmark
  public int order() {
    return order.compare(title, other);
  }
}
