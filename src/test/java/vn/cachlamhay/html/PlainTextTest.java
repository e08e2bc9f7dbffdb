package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of HTML, a line a block. */
class PlainTextTest {

  @ParameterizedTest
  @CsvSource({
    "<p>Bắc Sơn</p><p>kết nạp 25</p>, Bắc Sơn|kết nạp 25",
    "một<br>hai, một|hai",
    "<ul><li>một</li><li> hai </li></ul>, một|hai",
    "<p>một <b>hai</b></p> <p> </p> <p>ba</p>, một hai|ba"
  })
  void separatesBlocks(String html, String text) {
    assertThat(PlainText.of(Jsoup.parseBodyFragment(html).body()))
        .isEqualTo(text.replace('|', '\n'));
  }

  /** The rule as an expression, which would take ten times as long. */
  @Property
  void leavesNoBlankLines(
      @ForAll @Chars({' ', '\t', '\n', '\r', '\u000b', 'a', '\u00a0'}) String text) {
    assertThat(PlainText.withoutBlankLines(text))
        .isEqualTo(text.replaceAll("[ \\t]*\\n\\s*", "\n"));
  }
}
