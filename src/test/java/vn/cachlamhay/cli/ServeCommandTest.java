package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code serve} does not even begin. */
class ServeCommandTest {

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void isNotOpenToOthersWithoutAPassword(String host) {
    assertThat(serve("--host", host)).isEqualTo(Portal.USAGE);
    assertThat(err.toString()).contains("cần mật khẩu: thêm --password-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ngắn", "\nmột mật khẩu dài"})
  void norWithAShortOne(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("mat-khau"), text);
    assertThat(serve("--host", "0.0.0.0", "--password-file", file.toString()))
        .isEqualTo(Portal.USAGE);
    assertThat(err.toString()).contains("ít nhất 8 ký tự");
  }

  @Test
  void aPasswordFileThatIsNotThereIsTold() {
    assertThat(serve("--password-file", folder.resolve("x").toString())).isNotZero();
    assertThat(err.toString()).contains("Không đọc hoặc ghi được tệp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "x"})
  void aPortIsANumberOfAPort(String port) {
    assertThat(serve("--port", port)).isEqualTo(Portal.USAGE);
    assertThat(err.toString()).contains("Giá trị không dùng được");
  }

  private int serve(String... more) {
    List<String> args = new ArrayList<>(List.of("serve", "--no-open", "--site", folder.toString()));
    args.addAll(List.of(more));
    return Portal.run(
        args.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(err));
  }
}
