package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are known again. */
class FingerprintTest {

  private static Fingerprint print(String text) {
    return Fingerprint.of(text).orElseThrow();
  }

  /** A text of so many different words. */
  private static List<String> words(int count, long seed) {
    var random = new Random(seed);
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add("từ" + Integer.toString(random.nextInt(100_000), 26));
    }
    return words;
  }

  @Test
  void tonesCapitalsAndPunctuationMakeNoDifference() {
    String text = String.join(" ", words(60, 1)) + " hoà thuận, Đảng viên";

    assertThat(print(text).likeness(print(text.replace("hoà", "hòa").replace(", Đ", " – đ"))))
        .isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1.0, 1.0", "1, 0.9, 1.0", "10, 0.75, 1.0", "50, 0.3, 0.75", "200, 0.0, 0.3"})
  void likenessFallsWithTheWordsThatAreOthers(int changed, double least, double most) {
    List<String> words = words(400, 2);
    List<String> others = new ArrayList<>(words);
    var places = new ArrayList<Integer>();
    for (int i = 0; i < words.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(3));
    places.subList(0, changed).forEach(place -> others.set(place, "khác" + place));

    assertThat(print(String.join(" ", words)).likeness(print(String.join(" ", others))))
        .isBetween(least, most);
  }

  @Test
  void aFewWordsHaveNone() {
    assertThat(Fingerprint.of("Đăng bài thử.")).isEmpty();
    assertThat(Fingerprint.of("")).isEmpty();
  }

  @Test
  void isReadAsItWasWritten() {
    Fingerprint print = print(String.join(" ", words(60, 4)));

    assertThat(Fingerprint.parse(print.toString()).orElseThrow().likeness(print)).isEqualTo(1.0);
    assertThat(Fingerprint.parse("AAAA")).isEmpty();
    assertThat(Fingerprint.parse("không phải")).isEmpty();
    assertThat(Fingerprint.parse("")).isEmpty();
  }

  @Test
  void theNearestOfManyIsFound() {
    var alike = new Alike();
    for (int i = 0; i < 500; i++) {
      alike.add("bai-" + i, print(String.join(" ", words(200, i))));
    }
    List<String> changed = new ArrayList<>(words(200, 321));
    for (int i = 0; i < changed.size(); i += 25) {
      changed.set(i, "khác");
    }

    assertThat(alike.nearest(print(String.join(" ", changed))).map(Alike.Near::name))
        .hasValue("bai-321");
    assertThat(alike.nearest(print(String.join(" ", words(200, 999))))).isEmpty();
  }
}
