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
 * The CommonMark specification, example by example, against the bare parser and the portal's own.
 * The version that flexmark implements, 0.28, passes as a whole; of the newest, 0.31.2, what
 * differs is listed with its reason in {@code commonmark-deviations.tsv}, no more and no less.
 */
class CommonMarkSpecTest {

  private static final int EXAMPLES = 652;

  @Test
  void bareParserPassesItsOwnVersionAsAWhole() {
    var renderer = new MarkdownRenderer(List.of());
    var specification = CommonMarkSpecTest.class.getResource("/spec.0.28.txt");
    List<Example> examples = ExampleReader.readExamples(specification);
    List<Example> failed = examples.stream().filter(example -> !passes(renderer, example)).toList();
    System.out.printf(
        "CommonMark 0.28, bare parser: %d of %d examples pass%n",
        examples.size() - failed.size(), examples.size());
    assertThat(examples).hasSize(624);
    assertThat(failed).isEmpty();
  }

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
      if (!passes(renderer, examples.get(i))) {
        failed.put(i + 1, examples.get(i).getSection());
      }
    }
    System.out.printf(
        "CommonMark 0.31.2, %s parser: %d of %d examples pass%n",
        name, EXAMPLES - failed.size(), EXAMPLES);
    assertThat(failed).as("examples that differ, number and section").isEqualTo(listed);
  }

  private static boolean passes(MarkdownRenderer renderer, Example example) {
    String html = renderer.render(Examples.tabs(example.getSource())).html();
    return html.equals(Examples.tabs(example.getHtml()));
  }
}
