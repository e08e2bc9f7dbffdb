package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What an editor reads where a run could not go on. */
class FailuresTest {

  private final StringWriter err = new StringWriter();

  @Test
  void tellsHowToGetMoreMemory() {
    assertThat(handle(new CompletionException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString())
        .startsWith("Hết bộ nhớ: chương trình được dùng ")
        .contains("PORTAL_MEMORY=4g", "Các bài viết của bạn không bị thay đổi.")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void showsDevelopersWhereElseItFailed() {
    assertThat(handle(new IllegalStateException("x"))).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString())
        .startsWith("Chương trình gặp lỗi.")
        .contains("IllegalStateException: x", "\tat ");
  }

  private int handle(Exception e) {
    var line = new CommandLine(new Portal()).setErr(new PrintWriter(err, true));
    return new Failures(Texts.in("vi")).handleExecutionException(e, line, null);
  }
}
