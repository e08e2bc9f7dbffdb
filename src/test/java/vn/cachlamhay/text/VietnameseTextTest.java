package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Vietnamese text by the tables in {@code resources/text}, on machines of several languages. */
@ParameterizedClass(name = "{0}")
@MethodSource("vn.cachlamhay.text.Machine#all")
class VietnameseTextTest {

  static final List<List<String>> SLUGS = Tsv.rows("/text/slug.tsv");
  static final List<List<String>> FOLDS = Tsv.rows("/text/fold.tsv");
  static final List<List<String>> TONES = Tsv.rows("/text/tone.tsv");
  static final List<List<String>> NAMES = Tsv.rows("/text/same-name.tsv");
  static final List<List<String>> ORDERS = Tsv.rows("/text/order.tsv");

  private final Machine machine;
  private Machine.Pretence pretence;

  VietnameseTextTest(Machine machine) {
    this.machine = machine;
  }

  @BeforeEach
  void pretend() {
    pretence = machine.pretend();
  }

  @AfterEach
  void endPretence() {
    pretence.close();
  }

  @ParameterizedTest
  @FieldSource("SLUGS")
  void aSlugIsFoldedWithSingleHyphens(List<String> row) {
    assertThat(VietnameseText.slug(row.get(0))).isEqualTo(row.get(1));
  }

  @ParameterizedTest
  @FieldSource("FOLDS")
  void foldingTakesAwayCaseAndDiacritics(List<String> row) {
    assertThat(VietnameseText.fold(row.get(0))).isEqualTo(row.get(1));
  }

  @ParameterizedTest
  @FieldSource("TONES")
  void onlyOpenSyllablesChangeTheirTonePlacement(List<String> row) {
    assertThat(TonePlacement.old(row.get(0))).isEqualTo(row.get(1));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void spellingsOfOneNameAgreeAndOthersDoNot(List<String> row) {
    String left = VietnameseText.nameKey(row.get(0));
    String right = VietnameseText.nameKey(row.get(1));

    assertThat(left.equals(right) ? "=" : "≠").isEqualTo(row.get(2));
  }

  @ParameterizedTest
  @FieldSource("ORDERS")
  void wordsStandInTheOrderOfVietnamese(List<String> row) {
    var shuffled = new ArrayList<>(row);
    Collections.shuffle(shuffled, new Random(row.size()));
    shuffled.sort(new VietnameseOrder());

    assertThat(shuffled).containsExactlyElementsOf(row);
  }

  @Test
  void theOrderTellsAllTextsApart() {
    // otherwise a sorted set would lose one of them
    assertThat(new VietnameseOrder().compare("hòa", "hoà")).isNotZero();
    assertThat(new VietnameseOrder().compare("Bắc Sơn", "Bắc  Sơn")).isNotZero();
    assertThat(new VietnameseOrder().compare("Bắc Sơn", "Bắc Sơn")).isZero();
  }

  @Test
  void composingLeavesComposedTextAlone() {
    String composed = "Đảng bộ huyện Bắc Sơn";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(VietnameseText.nfc(decomposed)).isEqualTo(composed);
    assertThat(VietnameseText.nfc(composed)).isEqualTo(composed);
  }

  @Test
  void onlyTextWithoutVietnameseLettersIsPlain() {
    assertThat(VietnameseText.isPlainAscii("Bac Son 2018!")).isTrue();
    assertThat(VietnameseText.isPlainAscii("Bắc Son")).isFalse();
    assertThat(VietnameseText.isPlainAscii("đ")).isFalse();
  }

  @Test
  void theNearestNameIsTheOneWithoutWhoseToneItWasWritten() {
    List<String> names = List.of("Bắc Yên", "Bắc Sơn", "Lạng Sơn", "Sơn La");

    assertThat(Nearest.to("Bác Sơn", names)).contains("Bắc Sơn");
    assertThat(Nearest.to("bac son", names)).contains("Bắc Sơn");
    assertThat(Nearest.to("Lang Sonn", names)).contains("Lạng Sơn");
    assertThat(Nearest.to("Bác", List.of("Bạc", "Bắc", "Bác"))).contains("Bác");
    assertThat(Nearest.to("x", List.of())).isEmpty();
    assertThat(Nearest.to("zz", List.of("b", "a"))).contains("a");
  }
}
