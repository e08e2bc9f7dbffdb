package vn.cachlamhay.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The portal's Markdown beyond CommonMark, as the files in {@code markdown/} tell it. */
class MarkdownRendererTest {

  private final MarkdownRenderer renderer = new MarkdownRenderer();

  static List<Examples.Case> cases() throws IOException {
    var cases = new ArrayList<Examples.Case>();
    for (String name : List.of("tables", "footnotes", "autolinks", "typography", "braces")) {
      List<Examples.Case> read = Examples.cases("/markdown/" + name + ".txt");
      assertThat(read).as(name).isNotEmpty();
      cases.addAll(read);
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rendersAsTheExampleSays(Examples.Case example) {
    assertThat(renderer.render(example.input()).html()).isEqualTo(example.expected());
  }
}
