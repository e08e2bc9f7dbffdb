package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables {@code text/tidying.tsv} and {@code text/tidy.tsv}, and what holds for every text. */
class TidyingTest {

  private static final String SEED = "20180912";

  static List<List<String>> faults() {
    return Tsv.rows("/text/tidying.tsv");
  }

  static List<List<String>> tidy() {
    return Tsv.rows("/text/tidy.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsTidied(List<String> row) {
    List<Tidying.Change> changes = Tidying.of(row.get(0));
    String kinds =
        changes.stream()
            .map(change -> change.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));

    assertThat(Tidying.apply(row.get(0), changes)).isEqualTo(row.get(1));
    assertThat(kinds).isEqualTo(row.get(2));
    assertThat(Tidying.of(row.get(1))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tidy")
  void whatIsRightStays(List<String> row) {
    assertThat(Tidying.tidied(row.get(0))).isEqualTo(row.get(0));
  }

  @Test
  void thereAreEnoughCases() {
    assertThat(faults()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(tidy()).hasSizeGreaterThanOrEqualTo(30);
  }

  /** Every syllable that the old way writes otherwise than the new one. */
  @Test
  void everySyllableGoesFromTheNewWayToTheOld() {
    TonePlacement.pairs()
        .forEach(
            (now, old) -> {
              for (String initial : List.of("", "h", "th", "ng")) {
                assertThat(Tidying.tidied(initial + now)).isEqualTo(initial + old);
                assertThat(Tidying.tidied(initial + old)).isEqualTo(initial + old);
                assertThat(Tidying.tidied((initial + now).toUpperCase(Locale.ROOT)))
                    .isEqualTo((initial + old).toUpperCase(Locale.ROOT));
              }
            });
    assertThat(Tidying.tidied("quý quỳ quỷ")).isEqualTo("quý quỳ quỷ");
  }

  @Property(seed = SEED, tries = 3000)
  void toTidyTwiceIsToTidyOnce(@ForAll("texts") String text) {
    String once = Tidying.tidied(text);

    assertThat(Tidying.tidied(once)).isEqualTo(once);
  }

  @Property(seed = SEED, tries = 3000)
  void lettersAndDigitsStay(@ForAll("texts") String text) {
    assertThat(letters(Tidying.tidied(text))).isEqualTo(letters(text));
  }

  @Property(seed = SEED, tries = 3000)
  void addressesStay(@ForAll("texts") String text) {
    String tidied = Tidying.tidied(text);

    for (String address : List.of("https://x.vn/hoà", "a@b.vn")) {
      assertThat(tidied.split(Pattern.quote(address), -1))
          .hasSameSizeAs(text.split(Pattern.quote(address), -1));
    }
  }

  @Property(seed = SEED, tries = 3000)
  void changesAreInOrderAndDoNotTouch(@ForAll("texts") String text) {
    int end = 0;
    for (Tidying.Change change : Tidying.of(text)) {
      assertThat(change.start()).isGreaterThanOrEqualTo(end);
      assertThat(change.end()).isBetween(change.start(), text.length());
      assertThat(text.substring(change.start(), change.end())).isNotEqualTo(change.replacement());
      end = change.end();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "hoà",
            "Thuỷ",
            "đựơc",
            "xã",
            "Sau",
            "đó",
            "UBND",
            "café",
            "2018",
            "88,78%",
            "19:58",
            "https://x.vn/hoà",
            "a@b.vn",
            "v.v.",
            "TP.HCM",
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            ")",
            "(",
            "...",
            "…",
            ". . .",
            "\"",
            "“",
            "”",
            ",,",
            "''",
            "<<",
            ">>",
            "«",
            "»",
            "„",
            "-",
            "--",
            "–",
            " ",
            " ",
            " ",
            "  ",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\n",
            "\t",
            "Đ",
            "a",
            "1",
            "'",
            "\u00ad");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(25).map(list -> String.join("", list)),
        pieces.list().ofMaxSize(12).map(list -> String.join(" ", list)),
        Arbitraries.strings().ofMaxLength(30));
  }

  /** Letters without tones, digits. */
  private static String letters(String text) {
    return VietnameseText.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
