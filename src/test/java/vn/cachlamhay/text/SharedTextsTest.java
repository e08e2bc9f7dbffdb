package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A text that was given is the one that comes back, whoever else gave an equal one. */
class SharedTextsTest {

  /** So few slots that most texts want one that is taken. */
  private final SharedTexts texts = new SharedTexts(2);

  @Property
  void givesAnEqualText(@ForAll String text) {
    assertThat(texts.of(text)).isEqualTo(text);
  }

  @Test
  void givesOneOfEqualTexts() {
    String first = texts.of("Bắc Sơn" + texts.hashCode());

    assertThat(texts.of("Bắc Sơn" + texts.hashCode())).isSameAs(first);
  }

  @Test
  void givesTheTextThatWasAskedForWhileOthersAsk() {
    IntStream.range(0, 200_000)
        .parallel()
        .forEach(i -> assertThat(texts.of("bài " + i % 37)).isEqualTo("bài " + i % 37));
  }
}
