package vn.cachlamhay.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rest is compared with JBake itself: {@code JBakeCompatibilityIT}. */
class JBakeMarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HARDWRAPS      | <p>a ~~b~~<br />c</p>
          +STRIKETHROUGH | <p>a <del>b</del> c</p>
          -HARDWRAPS     | <p>a ~~b~~ c</p>
          KHONG_CO       | <p>a ~~b~~ c</p>
          """)
  void switchesExtensions(String extension, String html) {
    String rendered = new JBakeMarkdown(List.of(extension)).render("a ~~b~~\nc\n");
    assertThat(rendered.replace("\n", "")).isEqualTo(html);
  }

  @Test
  void disguisesMailAddressesInTheOrderOfTheFiles() {
    var markdown = new JBakeMarkdown(List.of("AUTOLINKS"));
    String first = markdown.render("<an@example.vn>\n");
    String second = markdown.render("<binh@example.vn>\n");
    var disguise = new MailDisguise();
    String one = disguise.putOn(first);
    assertThat(one).doesNotContain("an@example.vn").doesNotContain("\ufdd0");
    assertThat(disguise.putOn(first)).isNotEqualTo(one);
    var again = new MailDisguise();
    assertThat(again.putOn("<p>x</p>")).isEqualTo("<p>x</p>");
    assertThat(again.putOn(first)).isEqualTo(one);
    assertThat(second).isEqualTo(markdown.render("<binh@example.vn>\n"));
  }
}
