package vn.cachlamhay.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.markdown.Examples.Deviation;

/**
 * The CommonMark specification 0.31.2, example by example, against the bare parser and the portal's
 * own. What differs is listed with its reason in {@code commonmark-deviations.tsv}, no more and no
 * less.
 */
class CommonMarkSpecTest {

  private static final int EXAMPLES = 652;

  @Test
  void bareParserDiffersOnlyWhereTheSpecificationMovedOn() throws IOException {
    compare("bare", new MarkdownRenderer(List.of()), "both");
  }

  @Test
  void fullParserDiffersOnlyWhereAnExtensionWants() throws IOException {
    compare("full", new MarkdownRenderer(), "both", "full");
  }

  private static void compare(String name, MarkdownRenderer renderer, String... parsers)
      throws IOException {
    Map<Integer, String> listed = new TreeMap<>();
    for (Deviation deviation : Examples.deviations()) {
      if (List.of(parsers).contains(deviation.parser())) {
        listed.put(deviation.number(), deviation.section());
      }
    }
    List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
    assertThat(examples).hasSize(EXAMPLES);
    Map<Integer, String> failed = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      String html = renderer.render(Examples.tabs(example.getSource())).html();
      if (!html.equals(Examples.tabs(example.getHtml()))) {
        failed.put(i + 1, example.getSection());
      }
    }
    System.out.printf(
        "CommonMark 0.31.2, %s parser: %d of %d examples pass%n",
        name, EXAMPLES - failed.size(), EXAMPLES);
    assertThat(failed).as("examples that differ, number and section").isEqualTo(listed);
  }
}
